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
mod panel;
mod standing;
mod watch;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::evidence::Store;
use crate::files::Files;
use crate::model::Site;
use crate::pipeline::{Loaded, Options, check_and, load, render_again};
use crate::problem::stops;
use crate::problem::{Diagnostic, Language};
use crate::read;
use crate::readings::Readings;
use crate::render::Renderer;
use browsers::{Browser, Browsers};
use http::{Answer, Door};
use standing::Standing;

/// So long after a change was read, what was before it goes.
const LEAVES: Duration = Duration::from_millis(300);

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

/// What there is to say while the server runs.
pub enum Told<'a> {
    /// Pages can be asked for, at this address.
    Ready {
        /// Where the home page is.
        address: String,
        /// The port that was asked for, where another program has it.
        taken: Option<u16>,
    },
    /// The folder is looked at every so often; why, where it was not asked for.
    Polling(Option<String>),
    /// The site was read.
    Read(Reading<'a>),
    /// A page cannot be rendered: a fault of the site's own theme.
    Fault(&'a Diagnostic, Reading<'a>),
}

/// The site as it was last read.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// What was found.
    pub findings: &'a [Diagnostic],
    /// What the findings point into.
    pub files: &'a Files,
    /// The site, good or not.
    pub site: &'a Site,
    /// Whether pages are shown as they were before, or none, because this cannot be built.
    pub is_broken: bool,
}

/// What the other threads have for the one that owns the site.
enum Message {
    /// Somebody asks for what stands at a path.
    Ask(String, Sender<Answer>),
    /// A page is open in a browser and wants to know when it changes.
    Open(Browser),
    /// Something may have changed.
    Changed,
    /// From now on the folder is looked at every so often.
    Polling(Option<String>),
}

/// Serves a site for as long as the process lives; comes back only with what keeps it from that.
pub fn serve(order: &Order<'_>, tell: &mut dyn FnMut(Told<'_>)) -> Result<()> {
    let root = read::real(&order.root);
    let door = Door::new(order.port)?;
    let (sender, messages) = channel();
    // Before the first reading, so that no change falls between.
    watch::watch(&root, order.poll, &sender);
    let mut server = Server {
        root: &root,
        language: order.language,
        port: door.port,
        taken: door.taken,
        messages,
        browsers: Browsers::default(),
        readings: 0,
        tell,
    };
    door.open(&root, &sender)?;
    let mut good: Option<Loaded> = None;
    let (mut readings, store) = (Readings::default(), Store::of_user());
    loop {
        let mut loaded = load(&root, &(order.options)(), &mut readings, &store);
        let ended = check_and(&mut loaded, |ready, findings| {
            let reading = reading(&ready.renderer, ready.files, findings);
            (!stops(findings, false)).then(|| server.until_change(Some(&ready.renderer), reading))
        });
        if let Some(ended) = ended.flatten() {
            ended?;
            let old = good.replace(loaded);
            // A large site takes its time to go, and somebody is waiting for the new one.
            let _ = thread::Builder::new().spawn(move || {
                thread::sleep(LEAVES);
                drop(old);
            });
            continue;
        }
        let reading = Reading {
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

/// A reading that can be built.
fn reading<'a>(
    renderer: &'a Renderer<'_>,
    files: &'a Files,
    findings: &'a [Diagnostic],
) -> Reading<'a> {
    Reading {
        findings,
        files,
        site: renderer.site(),
        is_broken: false,
    }
}

/// What stays from one reading to the next.
struct Server<'a> {
    root: &'a Path,
    language: Language,
    port: u16,
    /// The port that was asked for, where another program has it.
    taken: Option<u16>,
    messages: Receiver<Message>,
    browsers: Browsers,
    readings: usize,
    tell: &'a mut dyn FnMut(Told<'_>),
}

impl Server<'_> {
    /// Serves one state of the site until there may be another.
    fn until_change(&mut self, pages: Option<&Renderer<'_>>, reading: Reading<'_>) -> Result<()> {
        self.readings += 1;
        let standing = Standing::new(self.root, self.language, self.readings, pages, reading);
        self.browsers.announce(|path| standing.prints(path));
        (self.tell)(Told::Read(reading));
        if self.readings == 1 {
            let address = format!("http://127.0.0.1:{}{}", self.port, standing.base());
            let taken = self.taken;
            (self.tell)(Told::Ready { address, taken });
        }
        loop {
            match self.messages.recv().context("serve")? {
                Message::Ask(path, reply) => {
                    // Who hung up meanwhile is told nothing.
                    let _ = reply.send(standing.answer(&path));
                }
                Message::Open(browser) => {
                    let now = standing.prints(&browser.path);
                    self.browsers.add(browser, now);
                }
                Message::Polling(why) => (self.tell)(Told::Polling(why)),
                Message::Changed => return Ok(()),
            }
            for fault in standing.new_faults() {
                (self.tell)(Told::Fault(&fault, reading));
            }
        }
    }
}
