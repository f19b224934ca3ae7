//! The pages that are open in browsers, and which of them changed.
//!
//! In: what each shows, as fingerprints. Out: an [`Event`] to those that now would be shown
//! something else. States are compared, never causes: whatever the reason for a new reading, a page
//! that comes out the same is left alone.

use std::collections::HashMap;
use std::sync::Weak;
use std::sync::mpsc::Sender;

/// Fingerprints of what stands at an address. Empty ones are of what is not a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Prints {
    /// Of the built page and the pictures and scripts in it.
    pub(super) page: String,
    /// Of what stands on top of it while serving.
    pub(super) panel: String,
    /// Of the style sheets.
    pub(super) style: String,
}

/// What a browser is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    /// Load the page again.
    Page,
    /// Take what stands on top of the page anew.
    Panel,
    /// Take the style sheets anew.
    Style(String),
}

/// A page that is open.
pub(super) struct Browser {
    /// Its address, as the browser has it.
    pub(super) path: String,
    /// Fingerprints of what it shows.
    pub(super) shown: Prints,
    /// Where it hears of changes.
    pub(super) events: Sender<Event>,
    /// There for as long as its connection is.
    pub(super) connection: Weak<()>,
}

/// The pages that are open.
#[derive(Default)]
pub(super) struct Browsers(Vec<Browser>);

impl Browsers {
    /// Takes a page in; one that was opened before the last change is told of it at once. Those that were
    /// closed make room for it.
    pub(super) fn add(&mut self, mut browser: Browser, now: Prints) {
        self.0.retain(|open| open.connection.strong_count() > 0);
        if browser.follow(now) {
            self.0.push(browser);
        }
    }

    /// Tells every page that changed; those that were closed are forgotten.
    pub(super) fn announce(&mut self, look: impl Fn(&str) -> Prints) {
        let mut seen: HashMap<String, Prints> = HashMap::new();
        self.0.retain_mut(|browser| {
            let at_path = seen.entry(browser.path.clone());
            browser.follow(at_path.or_insert_with(|| look(&browser.path)).clone())
        });
    }
}

impl Browser {
    /// Tells the browser what changed; `false` when it is gone.
    fn follow(&mut self, now: Prints) -> bool {
        let mut events = Vec::new();
        if self.shown.page == now.page {
            if self.shown.style != now.style {
                events.push(Event::Style(now.style.clone()));
            }
            if self.shown.panel != now.panel {
                events.push(Event::Panel);
            }
        } else {
            // The rest comes with it.
            events.push(Event::Page);
        }
        self.shown = now;
        events
            .into_iter()
            .all(|event| self.events.send(event).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::mpsc::{Receiver, channel};

    use super::{Browser, Browsers, Event, Prints};

    fn prints(page: &str, panel: &str, style: &str) -> Prints {
        let [page, panel, style] = [page, panel, style].map(str::to_owned);
        Prints { page, panel, style }
    }

    /// A page that shows something, with where it hears of changes.
    fn browser(shown: Prints, connection: &Arc<()>) -> (Browser, Receiver<Event>) {
        let (events, told) = channel();
        let browser = Browser {
            path: "/".to_owned(),
            shown,
            events,
            connection: Arc::downgrade(connection),
        };
        (browser, told)
    }

    #[test]
    fn only_what_changed_is_told() {
        let mut browsers = Browsers::default();
        let connection = Arc::new(());
        let shown = prints("a", "b", "c");
        let (browser, told) = browser(shown.clone(), &connection);
        browsers.add(browser, shown);
        let cases = [
            (prints("a", "b", "c"), vec![]),
            (prints("a", "b", "d"), vec![Event::Style("d".to_owned())]),
            (prints("a", "e", "d"), vec![Event::Panel]),
            (prints("f", "g", "h"), vec![Event::Page]),
        ];
        for (now, expected) in cases {
            browsers.announce(|_| now.clone());
            assert_eq!(told.try_iter().collect::<Vec<_>>(), expected);
        }
        drop(told);
        browsers.announce(|_| prints("i", "j", "k"));
        assert!(browsers.0.is_empty());
    }

    #[test]
    fn a_page_that_was_opened_before_a_change_is_told_when_it_asks() {
        let connection = Arc::new(());
        let (browser, told) = browser(prints("old", "", ""), &connection);
        Browsers::default().add(browser, prints("new", "", ""));
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [Event::Page]);
    }

    #[test]
    fn pages_that_were_opened_and_closed_are_not_kept_until_something_changes() {
        let mut browsers = Browsers::default();
        let open = Arc::new(());
        let (first, _told) = browser(Prints::default(), &open);
        browsers.add(first, Prints::default());
        for _ in 0..1_000 {
            let connection = Arc::new(());
            let (browser, _told) = browser(Prints::default(), &connection);
            browsers.add(browser, Prints::default());
        }
        assert_eq!(browsers.0.len(), 2, "the first and the last");
    }
}
