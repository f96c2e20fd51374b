//! What the program needs from the world: the time, chance, folders, the trash. Kept in one value so that tests can fix them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::typefaces::Installed;
use crate::platform;
use crate::storage::Pace;

/// Moves a file to the trash, or says why not.
pub type Trash = Arc<dyn Fn(&Path) -> Result<(), String> + Send + Sync>;

/// The time, chance and folders of one run of the program.
#[derive(Clone)]
pub struct Surroundings {
    now: Arc<dyn Fn() -> u64 + Send + Sync>,
    random: Arc<dyn Fn() -> u128 + Send + Sync>,
    zone: jiff::tz::TimeZone,
    /// The date and time of a moment (milliseconds since 1970) in this time zone, for what outlives the window.
    pub local_time: fn(u64) -> String,
    /// Where settings are kept; `None` keeps none.
    pub settings_folder: Option<PathBuf>,
    /// Where journals are kept; `None` keeps none.
    pub state_folder: Option<PathBuf>,
    /// Where findings are kept between starts; `None` keeps none.
    pub cache_folder: Option<PathBuf>,
    /// How quickly the place of the open file is looked at; `None` does not watch it.
    pub watching: Option<Pace>,
    /// The trash.
    pub trash: Trash,
    /// The typefaces of the computer.
    pub installed: Installed,
}

impl Surroundings {
    /// The real ones: the system's clock and folders.
    pub fn of_system() -> Self {
        let folders = directories::ProjectDirs::from("", "", "Factmark");
        let state = |folders: &directories::ProjectDirs| folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned();
        Self {
            now: Arc::new(millis_now),
            random: Arc::new(random_bits),
            zone: jiff::tz::TimeZone::system(),
            local_time: |millis| show(&jiff::tz::TimeZone::system(), millis, DATE_AND_TIME),
            settings_folder: folders.as_ref().map(|folders| folders.config_dir().to_owned()),
            state_folder: folders.as_ref().map(state),
            cache_folder: folders.as_ref().map(|folders| folders.cache_dir().join("findings")),
            watching: Some(Pace::default()),
            trash: Arc::new(platform::move_to_trash),
            installed: Installed::of_system(),
        }
    }

    /// Fixed ones: a clock that starts at `start` (milliseconds since 1970) and goes on by a second at each look, and
    /// numbers that only look like chance. No folders, no trash, no typefaces but the built-in ones, nothing is watched; time is shown in UTC.
    pub fn fixed(start: u64) -> Self {
        let seconds = std::sync::atomic::AtomicU64::new(0);
        let draws = std::sync::atomic::AtomicU64::new(0);
        let count = |counter: &std::sync::atomic::AtomicU64| counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        Self {
            now: Arc::new(move || start + 1000 * count(&seconds)),
            random: Arc::new(move || scatter(u128::from(start) << 64 | u128::from(count(&draws)))),
            zone: jiff::tz::TimeZone::UTC,
            local_time: |millis| show(&jiff::tz::TimeZone::UTC, millis, DATE_AND_TIME),
            settings_folder: None,
            state_folder: None,
            cache_folder: None,
            watching: None,
            trash: Arc::new(|_| Err("there is no trash".to_owned())),
            installed: Installed::none(),
        }
    }

    /// The same with another clock, which tells milliseconds since 1970.
    #[must_use]
    pub fn with_clock(mut self, now: impl Fn() -> u64 + Send + Sync + 'static) -> Self {
        self.now = Arc::new(now);
        self
    }

    /// Milliseconds since 1970.
    pub fn now(&self) -> u64 {
        (self.now)()
    }

    /// 128 random bits.
    pub fn random(&self) -> u128 {
        (self.random)()
    }

    /// The time of day at a moment, in this time zone: `09:12`.
    pub fn time_of_day(&self, millis: u64) -> String {
        self.show(millis, "%H:%M")
    }

    /// The date and time of a moment, in this time zone: `22 Nov 2026, 09:12`.
    pub fn date_and_time(&self, millis: u64) -> String {
        self.show(millis, DATE_AND_TIME)
    }

    /// The day of a moment, in this time zone: `22 Nov 2026`.
    pub fn day(&self, millis: u64) -> String {
        self.show(millis, "%-d %b %Y")
    }

    /// The day of a moment as `2026-11-22`.
    pub fn iso_day(&self, millis: u64) -> String {
        self.show(millis, "%Y-%m-%d")
    }

    /// The time of day for today, else the day: what a narrow column can hold.
    pub fn short(&self, millis: u64, now: u64) -> String {
        if self.iso_day(millis) == self.iso_day(now) { self.time_of_day(millis) } else { self.show(millis, "%-d %b") }
    }

    fn show(&self, millis: u64, format: &str) -> String {
        show(&self.zone, millis, format)
    }
}

/// “22 Nov 2026, 09:12”.
const DATE_AND_TIME: &str = "%-d %b %Y, %H:%M";

fn show(zone: &jiff::tz::TimeZone, millis: u64, format: &str) -> String {
    let stamp = i64::try_from(millis).ok().and_then(|millis| jiff::Timestamp::from_millisecond(millis).ok());
    stamp.map(|stamp| stamp.to_zoned(zone.clone()).strftime(format).to_string()).unwrap_or_default()
}

fn millis_now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as u64)
}

fn random_bits() -> u128 {
    let mut bytes = [0; 16];
    match getrandom::fill(&mut bytes) {
        Ok(()) => u128::from_le_bytes(bytes),
        // A system without chance still has a clock and a process: identifiers stay distinct, if not unguessable.
        Err(_) => scatter(u128::from(millis_now()) << 32 | u128::from(std::process::id())),
    }
}

/// Spreads a counter over all bits (the finaliser of SplitMix64, Steele et al. 2014, on each half).
fn scatter(seed: u128) -> u128 {
    let half = |mut bits: u64| {
        bits = bits.wrapping_add(0x9e37_79b9_7f4a_7c15);
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    };
    let low = half(seed as u64 ^ (seed >> 64) as u64);
    u128::from(half(low)) << 64 | u128::from(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_shown_in_the_zone() {
        let here = Surroundings::fixed(0);
        let morning = 1_795_338_720_000;
        assert_eq!(here.date_and_time(morning), "22 Nov 2026, 09:12");
        assert_eq!(here.iso_day(morning), "2026-11-22");
        assert_eq!(here.short(morning, morning + 60_000), "09:12");
        assert_eq!(here.short(morning, morning + 86_400_000), "22 Nov");
        assert_eq!(here.date_and_time(u64::MAX), "");
    }

    #[test]
    fn fixed_chance_does_not_repeat() {
        let here = Surroundings::fixed(7);
        let drawn: std::collections::HashSet<u128> = (0..1000).map(|_| here.random()).collect();
        assert_eq!(drawn.len(), 1000);
    }
}
