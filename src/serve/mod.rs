//! The live server: a site as it stands, in a browser on the same machine, while it is written.
//!
//! In: the site's folder. Out: pages on request, and word to the browsers whose page changed. One
//! thread owns the site and renders; connections (`http`) and the watch over the folder
//! (`watch`) send it messages. What is served is the built page with one addition that can be
//! cut out again (`inject`).
//!
//! A reading of the site that could be built replaces the one before. One that could not leaves
//! the last good one where it is, and its findings go on top of the pages.

mod addresses;
mod browsers;
mod http;
mod inject;
mod message;
mod panel;
mod served_state;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::evidence::Store;
use crate::pipeline::{Loaded, Options, check_and, load, render_again};
use crate::problem::{Language, stops};
use crate::read;
use crate::readings::Readings;
use crate::render::Renderer;
use browsers::Browsers;
use http::Listener;
pub use http::NoPort;
use message::ServerMessage;
pub use message::{Notice, SiteReading};
use served_state::ServedState;

/// The time after which the site as it was before a change is dropped.
const DROP_DELAY: Duration = Duration::from_millis(300);

/// What is to be served.
pub struct Order<'a> {
    /// The site's folder.
    pub root: PathBuf,
    /// How it is read and judged, asked for at every reading: the day may change meanwhile.
    pub options: &'a dyn Fn() -> Options,
    /// The port, or the first free one after it.
    pub port: u16,
    /// Look at the folder every so often, instead of being told by the system.
    pub poll: bool,
    /// The language of what stands on top of the pages.
    pub language: Language,
}

/// Serves a site for as long as the process lives; comes back only with what keeps it from that.
pub fn serve(order: &Order<'_>, tell: &mut dyn FnMut(Notice<'_>)) -> Result<()> {
    let root = read::real(&order.root);
    let listener = Listener::new(order.port)?;
    let (sender, messages) = channel();
    // Before the first reading, so that no change falls between.
    watch::watch(&root, order.poll, &sender);
    let mut server = Server {
        root: &root,
        language: order.language,
        port: listener.port,
        taken: listener.taken,
        messages,
        browsers: Browsers::default(),
        readings: 0,
        tell,
    };
    listener.open(&root, &sender)?;
    let mut good: Option<Loaded> = None;
    let (mut readings, store) = (Readings::default(), Store::of_user());
    loop {
        let mut loaded = load(&root, &(order.options)(), &mut readings, &store);
        let ended = check_and(&mut loaded, |ready, findings| {
            let reading = SiteReading {
                findings,
                files: ready.files,
                site: ready.renderer.site(),
                is_broken: false,
            };
            (!stops(findings, false)).then(|| server.until_change(Some(&ready.renderer), reading))
        });
        if let Some(ended) = ended.flatten() {
            ended?;
            let old = good.replace(loaded);
            // A large site takes its time to go, and somebody is waiting for the new one.
            let _ = thread::Builder::new().spawn(move || {
                thread::sleep(DROP_DELAY);
                drop(old);
            });
            continue;
        }
        let reading = SiteReading {
            findings: &loaded.findings,
            files: &loaded.files,
            site: &loaded.site,
            is_broken: true,
        };
        let shown = good
            .as_mut()
            .and_then(|good| render_again(good, |old| server.until_change(Some(old), reading)));
        shown.unwrap_or_else(|| server.until_change(None, reading))?;
    }
}

/// What stays from one reading to the next.
struct Server<'a> {
    root: &'a Path,
    language: Language,
    port: u16,
    /// The port that was asked for, where another program has it.
    taken: Option<u16>,
    messages: Receiver<ServerMessage>,
    browsers: Browsers,
    readings: usize,
    tell: &'a mut dyn FnMut(Notice<'_>),
}

impl Server<'_> {
    /// Serves one state of the site until there may be another.
    fn until_change(
        &mut self,
        pages: Option<&Renderer<'_>>,
        reading: SiteReading<'_>,
    ) -> Result<()> {
        self.readings += 1;
        let state = ServedState::new(self.root, self.language, self.readings, pages, reading);
        self.browsers.announce(|path| state.prints(path));
        (self.tell)(Notice::Read(reading));
        if self.readings == 1 {
            let address = format!("http://127.0.0.1:{}{}", self.port, state.base());
            let taken = self.taken;
            (self.tell)(Notice::Ready { address, taken });
        }
        loop {
            match self.messages.recv().context("serve")? {
                ServerMessage::Ask(path, reply) => {
                    // Who hung up meanwhile is told nothing.
                    let _ = reply.send(state.answer(&path));
                }
                ServerMessage::Open(browser) => {
                    let now = state.prints(&browser.path);
                    self.browsers.add(browser, now);
                }
                ServerMessage::Polling(why) => (self.tell)(Notice::Polling(why)),
                ServerMessage::Changed => return Ok(()),
            }
            for fault in state.new_faults() {
                (self.tell)(Notice::Fault(&fault, reading));
            }
        }
    }
}
