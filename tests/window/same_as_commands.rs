//! What is done in the window and what is done by commands is the same project.

use factmark::app::edits::Judging;
use factmark::app::{Field, Request};
use factmark::model::{Project, Verdict};

use crate::bench::{Bench, reports};

/// Everything that a project says, without identifiers and times.
fn told(project: &Project) -> Vec<String> {
    let mut told = Vec::new();
    for article in project.articles() {
        let details = (article.title(), article.outlet(), article.date(), article.source_name(), article.source_sha256());
        told.push(format!("{} {details:?} {:?}", article.id, article.dismissals().collect::<Vec<_>>()));
        for (range, id) in article.places().iter() {
            let annotation = project.annotation(id).unwrap();
            told.push(format!(" {range:?} {:?}", annotation.kind()));
            for judgement in annotation.judgements() {
                let name = project.reviewer_name(judgement.by);
                let evidence: Vec<_> = judgement.evidence().iter().map(|id| project.evidence(*id).unwrap().citation().to_owned()).collect();
                told.push(format!(
                    "  {name} {:?} {:?} {:?} {:?} {evidence:?}",
                    judgement.verdict(),
                    judgement.note(),
                    judgement.correction(),
                    judgement.severity()
                ));
            }
        }
    }
    told.sort();
    told
}

#[test]
fn five_articles_by_window_and_by_commands_are_the_same_project() {
    let mut bench = Bench::with_reports();
    let marks = [
        ("courier.txt", 0, Verdict::Verified, "Seen.", "", ""),
        ("northline.txt", 1, Verdict::Disputed, "Two counts.", "", "Police log"),
        ("dockside-live.txt", 2, Verdict::Erroneous, "Wrong.", "Something else", "Police log"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let project = folder.path().join("by-command.factmark.ron");
    let run = |args: &[&std::ffi::OsStr]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_factmark")).args(args).env("HOME", folder.path()).output().unwrap();
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let mut new: Vec<std::ffi::OsString> =
        vec!["new".into(), "--title".into(), "Bridge".into(), "-o".into(), project.clone().into(), "--by".into(), "Ada Quist".into()];
    new.extend(reports().into_iter().map(Into::into));
    run(&new.iter().map(std::ffi::OsString::as_os_str).collect::<Vec<_>>());
    bench.app_mut().act(Request::SetTitle("Bridge".into()));
    for (file, n, verdict, note, correction, evidence) in marks {
        let article = bench.app().session().project().articles().into_iter().find(|article| article.source_name() == file).unwrap();
        let body: Vec<&str> = article.text().split('\n').filter(|paragraph| paragraph.len() > 150).collect();
        let quote = body[n].split(' ').take(6).collect::<Vec<_>>().join(" ");
        let (id, start) = (article.id, article.text().find(&quote).unwrap());
        let range = start..start + quote.len();
        let app = bench.app_mut();
        app.act(Request::ShowArticle(id));
        app.act(Request::Select(range));
        let command = match verdict {
            Verdict::Verified => factmark::app::command::Command::Verify,
            Verdict::Disputed => factmark::app::command::Command::Dispute,
            Verdict::Erroneous => factmark::app::command::Command::Refute,
        };
        app.act(Request::Run(command));
        let annotation = app.in_hand.unwrap();
        app.act(Request::Type(annotation, Field::Note, note.into()));
        app.act(Request::Judge(annotation, Judging { correction: Some(correction.into()), ..Judging::default() }));
        if !evidence.is_empty() {
            let details = factmark::app::edits::EvidenceDetails { citation: evidence.into(), ..Default::default() };
            app.act(Request::AddEvidence(Some(annotation), details));
        }
        let verdict = verdict.label().to_lowercase();
        let mut args: Vec<&str> =
            vec!["mark", project.to_str().unwrap(), "--article", file, "--quote", &quote, "--verdict", &verdict, "--note", note];
        args.extend(["--by", "Ada Quist"]);
        if !correction.is_empty() {
            args.extend(["--correction", correction]);
        }
        if !evidence.is_empty() {
            args.extend(["--evidence", evidence]);
        }
        run(&args.iter().map(std::ffi::OsStr::new).collect::<Vec<_>>());
    }
    let by_command = factmark::storage::load(&project, &factmark::storage::Progress::default()).unwrap().project;
    assert_eq!(told(bench.app().session().project()), told(&by_command));
    assert_eq!(bench.app().session().project().title(), by_command.title());
}
