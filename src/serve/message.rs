//! What is said between the thread that owns the site, the other threads, and who started the server.

use std::sync::mpsc::Sender;

use super::browsers::Browser;
use super::http::Answer;
use crate::files::Files;
use crate::model::Site;
use crate::problem::Diagnostic;

/// What there is to say while the server runs.
pub enum Notice<'a> {
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
    Read(SiteReading<'a>),
    /// A page cannot be rendered: a fault of the site's own theme.
    Fault(&'a Diagnostic, SiteReading<'a>),
}

/// The site as it was last read.
#[derive(Clone, Copy)]
pub struct SiteReading<'a> {
    /// All findings, sorted.
    pub findings: &'a [Diagnostic],
    /// What the findings point into.
    pub files: &'a Files,
    /// The site, good or not.
    pub site: &'a Site,
    /// Whether pages are shown as they were before, or none, because this cannot be built.
    pub is_broken: bool,
}

/// What the other threads have for the one that owns the site.
pub(super) enum ServerMessage {
    /// Somebody asks for what stands at a path.
    Ask(String, Sender<Answer>),
    /// A page is open in a browser and wants to know when it changes.
    Open(Browser),
    /// Something may have changed.
    Changed,
    /// From now on the folder is looked at every so often.
    Polling(Option<String>),
}
