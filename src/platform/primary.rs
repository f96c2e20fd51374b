//! The primary selection of X11 and Wayland: what is selected anywhere, to be pasted by the middle button. Other systems
//! have none; asking for it there gives nothing.
//!
//! The owner of a selection answers for as long as it is asked, and somebody else's may take seconds to answer. So all of
//! it happens on a thread of its own, which starts when it is first needed.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, OnceLock};

/// The way to the primary selection.
pub struct Primary {
    asked: OnceLock<Sender<Asked>>,
    told: Receiver<String>,
    tell: Sender<String>,
    wake: Arc<dyn Fn() + Send + Sync>,
}

enum Asked {
    Hold(String),
    Read,
}

impl Primary {
    /// `wake` is called when words have come that were asked for.
    pub fn new(wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let (tell, told) = mpsc::channel();
        Self { asked: OnceLock::new(), told, tell, wake }
    }

    /// Makes words the primary selection.
    pub fn hold(&self, words: String) {
        self.ask(Asked::Hold(words));
    }

    /// Asks for the words of the primary selection; they come with [`Self::take`] if there are any.
    pub fn read(&self) {
        self.ask(Asked::Read);
    }

    /// The words that were asked for, once they have come.
    pub fn take(&self) -> Option<String> {
        self.told.try_iter().last()
    }

    fn ask(&self, asked: Asked) {
        let thread = self.asked.get_or_init(|| {
            let (sender, receiver) = mpsc::channel();
            let (tell, wake) = (self.tell.clone(), self.wake.clone());
            // Without a thread there is no primary selection, and nothing else is lost.
            let _ = std::thread::Builder::new().name("primary selection".into()).spawn(move || {
                serve(&receiver, |words| {
                    if tell.send(words).is_ok() {
                        wake();
                    }
                });
            });
            sender
        });
        // The thread has ended where there is no primary selection.
        let _ = thread.send(asked);
    }
}

#[cfg(target_os = "linux")]
fn serve(asked: &Receiver<Asked>, tell: impl Fn(String)) {
    use arboard::{Clipboard, GetExtLinux as _, LinuxClipboardKind::Primary, SetExtLinux as _};
    let Ok(mut clipboard) = Clipboard::new() else { return };
    for asked in asked {
        match asked {
            Asked::Hold(words) => drop(clipboard.set().clipboard(Primary).text(words)),
            Asked::Read => clipboard.get().clipboard(Primary).text().into_iter().for_each(&tell),
        }
    }
}

#[cfg(not(target_os = "linux"))]
fn serve(asked: &Receiver<Asked>, _tell: impl Fn(String)) {
    asked.iter().for_each(|asked| match asked {
        Asked::Hold(words) => drop(words),
        Asked::Read => {}
    });
}
