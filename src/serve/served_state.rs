//! One state of the site, as it is served.
//!
//! In: what renders the last good reading, and what the last reading found. Out: for every path an
//! [`Answer`], and fingerprints of what a browser would show there.

use std::cell::{OnceCell, RefCell};
use std::io::Read as _;
use std::path::Path;

use super::addresses::{Addresses, Lookup};
use super::browsers::Prints;
use super::http::Answer;
use super::inject::{STATE, inject};
use super::message::SiteReading;
use super::panel::{AuthorPanel, banner, only_findings};
use crate::files::ending;
use crate::html::tags;
use crate::problem::{Diagnostic, Language, counts};
use crate::read::served;
use crate::render::{Content, Renderer, Route};

/// Of a file that is shown in a page so much is compared byte by byte; of a larger one its size.
const COMPARED: u64 = 1 << 20;

/// One state of the site.
pub(super) struct ServedState<'a> {
    root: &'a Path,
    language: Language,
    number: usize,
    pages: Option<(&'a Renderer<'a>, Addresses<'a>)>,
    reading: SiteReading<'a>,
    banner: String,
    /// Made when it is first asked for.
    style: OnceCell<String>,
    /// The faults of the theme that showed, and how many of them were told.
    faults: RefCell<(Vec<Diagnostic>, usize)>,
}

/// What stands at a path.
enum Resource {
    /// A page, with the route that it was rendered from.
    Page(&'static str, Vec<u8>, Option<Route>),
    /// A file, or the address of the page that is meant.
    Other(Answer),
}

impl<'a> ServedState<'a> {
    /// The state that a reading brought about. `pages` are of the last good one.
    pub(super) fn new(
        root: &'a Path,
        language: Language,
        number: usize,
        pages: Option<&'a Renderer<'a>>,
        reading: SiteReading<'a>,
    ) -> Self {
        let on_top = reading.is_broken && pages.is_some();
        Self {
            root,
            language,
            number,
            pages: pages.map(|renderer| (renderer, Addresses::new(renderer))),
            reading,
            banner: if on_top {
                banner(&reading, language)
            } else {
                String::new()
            },
            style: OnceCell::new(),
            faults: RefCell::default(),
        }
    }

    /// The path that all addresses start with.
    pub(super) fn base(&self) -> &str {
        self.pages.as_ref().map_or("/", |(_, pages)| pages.base())
    }

    /// The faults that showed since this was last asked.
    pub(super) fn new_faults(&self) -> Vec<Diagnostic> {
        let mut faults = self.faults.borrow_mut();
        let (all, told) = &mut *faults;
        let new = all[*told..].to_vec();
        *told = all.len();
        new
    }

    /// What is sent to who asks for a path.
    pub(super) fn answer(&self, path: &str) -> Answer {
        if path == STATE {
            return self.state();
        }
        match self.resource(path) {
            Resource::Other(answer) => answer,
            Resource::Page(status, html, route) => {
                let panel = self.panel(route.as_ref());
                let prints = self.prints_of(&html, &panel);
                Answer::page(status, inject(&html, &panel, &prints, self.language))
            }
        }
    }

    /// Fingerprints of what a browser shows at a path.
    pub(super) fn prints(&self, path: &str) -> Prints {
        match self.resource(path) {
            Resource::Other(_) => Prints::default(),
            Resource::Page(_, html, route) => self.prints_of(&html, &self.panel(route.as_ref())),
        }
    }

    fn state(&self) -> Answer {
        let [errors, ..] = counts(self.reading.findings);
        let number = self.number;
        let json = format!("{{\"readings\":{number},\"errors\":{errors}}}\n");
        Answer::bytes("state.json", json.into_bytes())
    }

    fn resource(&self, path: &str) -> Resource {
        let Some((renderer, addresses)) = &self.pages else {
            let html = only_findings(self.reading.findings, &self.reading, self.language);
            return Resource::Page("503 Service Unavailable", html.into_bytes(), None);
        };
        match addresses.find(path) {
            Lookup::Route(route) => self.route(renderer, &route, "200 OK"),
            Lookup::Elsewhere(address) => Resource::Other(Answer::elsewhere(address)),
            Lookup::Nothing => self.route(renderer, &Route::not_found(), "404 Not Found"),
        }
    }

    fn route(&self, renderer: &Renderer<'_>, route: &Route, status: &'static str) -> Resource {
        let name = route.output(renderer.site());
        let is_page = ending(&name) == "html";
        match renderer.render(route) {
            Ok(Content::Bytes(bytes)) if is_page => {
                Resource::Page(status, bytes, Some(route.clone()))
            }
            Ok(Content::Bytes(bytes)) => Resource::Other(Answer::bytes(&name, bytes)),
            Ok(Content::File(path)) => Resource::Other(Answer::file(&name, path)),
            Err(fault) => {
                let faults = std::slice::from_ref(&*fault);
                let html = only_findings(faults, &self.reading, self.language);
                let mut known = self.faults.borrow_mut();
                if !known.0.contains(&fault) {
                    known.0.push(*fault);
                }
                Resource::Page("500 Internal Server Error", html.into_bytes(), None)
            }
        }
    }

    /// What goes on top of a page.
    fn panel(&self, route: Option<&Route>) -> String {
        let author = AuthorPanel {
            reading: &self.reading,
            language: self.language,
        };
        let site = self.pages.as_ref().map(|(renderer, _)| renderer.site());
        let own = match (route, site) {
            (Some(Route::Item(year, number)), Some(site)) => author.of_item(site, *year, *number),
            (Some(Route::Document(id)), Some(site)) => author.of_document(site.document(*id)),
            _ => String::new(),
        };
        format!("{}{own}", self.banner)
    }

    fn prints_of(&self, html: &[u8], panel: &str) -> Prints {
        let mut page = blake3::Hasher::new();
        page.update(html);
        if let Some((renderer, addresses)) = &self.pages {
            for tag in tags(&String::from_utf8_lossy(html)) {
                // A picture or a script of the own site; `find` wants the path alone.
                let path = tag
                    .value("src")
                    .split(['?', '#'])
                    .next()
                    .unwrap_or_default();
                if path.starts_with('/')
                    && let Lookup::Route(route) = addresses.find(path)
                {
                    self.add_content(&mut page, renderer, &route);
                }
            }
        }
        Prints {
            page: short(&page),
            panel: short(blake3::Hasher::new().update(panel.as_bytes())),
            style: self.style.get_or_init(|| self.style_print()).clone(),
        }
    }

    /// The fingerprint of all style sheets.
    fn style_print(&self) -> String {
        let mut style = blake3::Hasher::new();
        if let Some((renderer, addresses)) = &self.pages {
            for route in addresses.styles() {
                self.add_content(&mut style, renderer, route);
            }
        }
        short(&style)
    }

    fn add_content(&self, print: &mut blake3::Hasher, renderer: &Renderer<'_>, route: &Route) {
        let bytes = match renderer.render(route) {
            Ok(Content::Bytes(bytes)) => bytes,
            Ok(Content::File(path)) => match served(self.root, &path) {
                Ok(file) if file.bytes > COMPARED => file.bytes.to_le_bytes().into(),
                Ok(mut file) => {
                    let mut bytes = Vec::new();
                    // What cannot be read to its end is compared as far as it can.
                    let _ = file.read_to_end(&mut bytes);
                    bytes
                }
                Err(_) => Vec::new(),
            },
            Err(_) => Vec::new(),
        };
        print.update(&bytes);
    }
}

fn short(print: &blake3::Hasher) -> String {
    print.finalize().to_hex()[..16].to_owned()
}
