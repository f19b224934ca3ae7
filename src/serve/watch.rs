//! Notices that something below the site's folder may have changed.
//!
//! In: the folder. Out: [`ServerMessage::Changed`], once for everything that is saved together. What the
//! system tells is a hint that something happened and no more: what it says became of which file is not
//! believed, because renames, deletions and folders that are moved come differently on every system. Who
//! gets the message reads the whole site.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::message::ServerMessage;
use crate::read::{SITE_FILE, Stamps, TOPS, is_folder, stamps};

/// A save is over when nothing more happens for this time.
const QUIET: Duration = Duration::from_millis(20);

/// What goes on for longer, as a large copy does, is looked at meanwhile.
const MAX_WAIT: Duration = Duration::from_millis(300);

/// The time after which the folder is compared once more with what it was: files may have been put into a new
/// folder before the system was asked to tell of them.
const RECHECK_DELAY: Duration = Duration::from_millis(400);

/// The time after which the folder is compared whatever the system told: a share that is gone for a moment, or too
/// many changes at once, end the telling without a word.
const MISTRUST: Duration = Duration::from_secs(30);

/// How often a folder is looked at by ourselves, at most; looking takes a tenth of the time.
const POLL_INTERVAL: Duration = Duration::from_millis(400);

/// What the system told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Hint {
    /// Something may have changed.
    Changed,
    /// One of the folders at the top came, or went: it must be watched anew.
    Top,
}

/// A hint, or why the system cannot tell any more.
type HintResult = Result<Hint, String>;

/// Watches a site from now on. Where the system cannot tell, the folder is looked at every so often.
pub(super) fn watch(root: &Path, poll: bool, messages: &Sender<ServerMessage>) {
    let why = if poll {
        None
    } else {
        match watch_by_system(root, messages) {
            Ok(()) => return,
            Err(error) => Some(error.to_string()),
        }
    };
    poll_folder(root, messages, why);
}

/// Has the system tell.
fn watch_by_system(root: &Path, messages: &Sender<ServerMessage>) -> notify::Result<()> {
    let (sender, hints) = channel();
    let below = root.to_path_buf();
    let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Some(hint) = hint(&below, event) {
            let _ = sender.send(hint);
        }
    })?;
    let mut native = Native {
        root: root.to_path_buf(),
        watcher,
    };
    native.watcher.watch(root, RecursiveMode::NonRecursive)?;
    native.watch_tops()?;
    let messages = messages.clone();
    thread::Builder::new()
        .spawn(move || native.run(&hints, &messages, MISTRUST))
        .map_err(notify::Error::io)?;
    Ok(())
}

/// What an event means for a site; `None` where it means nothing.
fn hint(root: &Path, event: notify::Result<Event>) -> Option<HintResult> {
    let event = match event {
        Ok(event) => event,
        Err(error) => return Some(Err(error.to_string())),
    };
    if event.need_rescan() {
        return Some(Ok(Hint::Changed));
    }
    // We read the files ourselves: that is no change.
    let is_written = event.kind == EventKind::Access(AccessKind::Close(AccessMode::Write));
    if event.kind.is_access() && !is_written {
        return None;
    }
    let hints = event.paths.iter().filter_map(|path| place(root, path));
    hints.max().map(Ok)
}

/// What happened where: at one of the folders at the top, or to something that is read. `None` for what a site
/// is not read from, such as the drafts of editors and offices.
fn place(root: &Path, path: &Path) -> Option<Hint> {
    let Ok(inside) = path.strip_prefix(root) else {
        // By a name that we do not know: it may be anything.
        return Some(Hint::Changed);
    };
    let parts: Vec<_> = inside.iter().map(|part| part.to_string_lossy()).collect();
    let (first, rest) = parts.split_first()?;
    if TOPS.contains(&&**first) {
        let ignored = |part: &str| part.starts_with(['.', '_']) || part.starts_with("~$");
        return match rest {
            [] => Some(Hint::Top),
            rest if rest.iter().any(|part| ignored(part)) => None,
            _ => Some(Hint::Changed),
        };
    }
    (first == SITE_FILE && rest.is_empty()).then_some(Hint::Changed)
}

/// The system's watch, and what it watches.
struct Native {
    root: PathBuf,
    watcher: RecommendedWatcher,
}

impl Native {
    /// Only the folders that are read: the output may lie beside them.
    fn watch_tops(&mut self) -> notify::Result<()> {
        for top in TOPS {
            let folder = self.root.join(top);
            // One that was moved away and replaced is still watched where it went.
            let _ = self.watcher.unwatch(&folder);
            if !is_folder(&folder) {
                continue;
            }
            if let Err(error) = self.watcher.watch(&folder, RecursiveMode::Recursive) {
                // It may have gone between the two; when it comes back, that is told.
                if is_folder(&folder) {
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    /// Makes one message of the hints that come together, until there are no more.
    fn run(
        mut self,
        hints: &Receiver<HintResult>,
        messages: &Sender<ServerMessage>,
        mistrust: Duration,
    ) {
        let mut last = stamps(&self.root);
        let mut wait = mistrust;
        loop {
            let hint = match hints.recv_timeout(wait) {
                Ok(first) => together(first, hints),
                Err(RecvTimeoutError::Timeout) => {
                    let start = Instant::now();
                    if last == stamps(&self.root) {
                        wait = mistrust.max(start.elapsed() * 10);
                        continue;
                    }
                    // It was not told: the system is asked anew.
                    Ok(Hint::Top)
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let watched = match hint {
                Ok(Hint::Top) => self.watch_tops().map_err(|error| error.to_string()),
                hint => hint.map(|_| ()),
            };
            if messages.send(ServerMessage::Changed).is_err() {
                return;
            }
            if let Err(why) = watched {
                return poll_folder(&self.root, messages, Some(why));
            }
            last = stamps(&self.root);
            wait = RECHECK_DELAY;
        }
    }
}

/// The gravest of hints that follow each other closely.
fn together(mut gravest: HintResult, hints: &Receiver<HintResult>) -> HintResult {
    let end = Instant::now() + MAX_WAIT;
    loop {
        let left = end.saturating_duration_since(Instant::now());
        match hints.recv_timeout(QUIET.min(left)) {
            // What failed is graver than any hint.
            Ok(hint) => gravest = gravest.and_then(|one| hint.map(|other| one.max(other))),
            Err(_) => return gravest,
        }
        if left.is_zero() {
            return gravest;
        }
    }
}

/// Looks at the folder every so often, from now on.
fn poll_folder(root: &Path, messages: &Sender<ServerMessage>, why: Option<String>) {
    let _ = messages.send(ServerMessage::Polling(why));
    let (root, messages) = (root.to_path_buf(), messages.clone());
    let mut last = stamps(&root);
    let work = move || {
        loop {
            let start = Instant::now();
            let now = settled(&root, &last);
            if now != last {
                last = now;
                if messages.send(ServerMessage::Changed).is_err() {
                    return;
                }
            }
            thread::sleep(POLL_INTERVAL.max(start.elapsed() * 10));
        }
    };
    let _ = thread::Builder::new().spawn(work);
}

/// The stamps of a site; where they are not as they were last, once they stay the same for a moment.
fn settled(root: &Path, last: &Stamps) -> Stamps {
    let end = Instant::now() + MAX_WAIT;
    let mut now = stamps(root);
    while now != *last && Instant::now() < end {
        thread::sleep(QUIET);
        let next = stamps(root);
        if next == now {
            break;
        }
        now = next;
    }
    now
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use super::{Hint, Native, ServerMessage, hint, place};

    #[test]
    fn only_what_a_site_is_read_from_is_looked_at() {
        let root = Path::new("/site");
        let place = |path: &str| place(root, Path::new(path));
        for path in [
            "/site/site.toml",
            "/site/content/2566",
            "/site/content/2566/o12/index.md",
            "/site/themes/default/static/style.css",
            "/elsewhere",
        ] {
            assert_eq!(place(path), Some(Hint::Changed), "{path}");
        }
        for path in ["/site/content", "/site/themes"] {
            assert_eq!(place(path), Some(Hint::Top), "{path}");
        }
        for path in [
            "/site",
            "/site/public",
            "/site/public/index.html",
            "/site/site.toml~",
            "/site/.git",
            "/site/content/2566/o12/.index.md.swp",
            "/site/content/2566/o12/~$plan.docx",
            "/site/content/_drafts/a.md",
        ] {
            assert_eq!(place(path), None, "{path}");
        }
    }

    #[test]
    fn where_the_system_fails_the_folder_is_looked_at() {
        let limit = Duration::from_secs(60);
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("content")).unwrap();
        let (sender, hints) = channel();
        let failed = notify::Error::new(notify::ErrorKind::MaxFilesWatch);
        sender
            .send(hint(folder.path(), Err(failed)).unwrap())
            .unwrap();
        let native = Native {
            root: folder.path().to_path_buf(),
            watcher: notify::recommended_watcher(|_| {}).unwrap(),
        };
        let (messages, told) = channel();
        native.run(&hints, &messages, limit);
        // What may have been missed until now.
        let missed = told.recv_timeout(limit);
        assert!(matches!(missed, Ok(ServerMessage::Changed)));
        let why = told.recv_timeout(limit);
        assert!(matches!(why, Ok(ServerMessage::Polling(Some(_)))));
        std::fs::write(folder.path().join("content/a.md"), "ก").unwrap();
        assert!(matches!(
            told.recv_timeout(limit),
            Ok(ServerMessage::Changed)
        ));
    }

    #[test]
    fn what_the_system_keeps_to_itself_is_found() {
        let limit = Duration::from_secs(60);
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_path_buf();
        std::fs::create_dir(root.join("content")).unwrap();
        let (told, hints) = channel();
        let (messages, changes) = channel();
        let native = Native {
            root: root.clone(),
            watcher: notify::recommended_watcher(|_| {}).unwrap(),
        };
        let watching =
            std::thread::spawn(move || native.run(&hints, &messages, Duration::from_millis(20)));
        // More and more, for what was there at the start is no change.
        let end = std::time::Instant::now() + limit;
        for letters in 1.. {
            std::fs::write(root.join("content/a.md"), "ก".repeat(letters)).unwrap();
            if let Ok(told) = changes.recv_timeout(Duration::from_millis(100)) {
                assert!(matches!(told, ServerMessage::Changed));
                break;
            }
            assert!(std::time::Instant::now() < end);
        }
        drop(told);
        watching.join().unwrap();
    }

    #[test]
    fn our_own_reading_is_no_change() {
        use notify::event::{AccessKind, AccessMode};
        use notify::{Event, EventKind};
        let root = Path::new("/site");
        let told = |kind| {
            hint(
                root,
                Ok(Event::new(kind).add_path("/site/content/a.md".into())),
            )
        };
        let access = |mode| EventKind::Access(AccessKind::Close(mode));
        assert!(told(access(AccessMode::Read)).is_none());
        assert!(told(EventKind::Access(AccessKind::Open(AccessMode::Any))).is_none());
        let changed = Some(Ok(Hint::Changed));
        assert_eq!(told(access(AccessMode::Write)), changed);
    }
}
