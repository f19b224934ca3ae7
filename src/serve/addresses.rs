//! What stands at which address.
//!
//! In: every route of a site, and a path as a browser sends it. Out: the route. Nothing else is
//! ever served, so no path leads out of the site, however it is written.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use crate::files::ending;
use crate::model::{DocumentId, EvidenceId, Site};
use crate::render::{Renderer, Route};

/// The addresses of one state of a site.
pub(super) struct Addresses<'a> {
    site: &'a Site,
    /// By path, decoded, base path included.
    routes: HashMap<String, Route>,
    /// Documents and files, in the order of the site. There may be very many, and few of them are ever
    /// asked for while a state lasts: an address is made when it is compared.
    documents: Vec<DocumentId>,
    files: Vec<EvidenceId>,
    styles: Vec<Route>,
}

/// What a path leads to.
#[derive(Debug)]
pub(super) enum Lookup {
    /// Something of the site.
    Route(Route),
    /// Something of the site, at this address.
    Elsewhere(String),
    /// No address of the site.
    Nothing,
}

impl<'a> Addresses<'a> {
    /// Every address that the site has.
    pub(super) fn new(renderer: &Renderer<'a>) -> Self {
        let mut addresses = Self {
            site: renderer.site(),
            routes: HashMap::new(),
            documents: Vec::new(),
            files: Vec::new(),
            styles: Vec::new(),
        };
        for route in renderer.routes() {
            if is_style(&route) {
                addresses.styles.push(route.clone());
            }
            match route {
                Route::Document(id) => addresses.documents.push(id),
                Route::Evidence(id) => addresses.files.push(id),
                route => {
                    if let Some(path) = addresses.path(&route) {
                        addresses.routes.insert(path, route);
                    }
                }
            }
        }
        addresses
    }

    /// `/` or `/oit/`.
    pub(super) fn base(&self) -> &str {
        self.site.config.base.path()
    }

    /// The style sheets: there are few, and one may import another.
    pub(super) fn styles(&self) -> &[Route] {
        &self.styles
    }

    /// The path that leads to a route.
    fn path(&self, route: &Route) -> Option<String> {
        decoded(&self.site.config.base.local(&route.address(self.site)))
    }

    /// What stands at a path, as this program names it.
    fn at(&self, path: &str) -> Option<Route> {
        let few = self.routes.get(path).cloned();
        few.or_else(|| self.document(path))
            .or_else(|| self.file(path))
    }

    fn document(&self, path: &str) -> Option<Route> {
        let items = self.site.years.iter().flat_map(|year| {
            let items = year.items.iter();
            items.map(|item| (Route::Item(year.fiscal_year(), item.number), item))
        });
        let is_in = |folder: &Route| {
            self.path(folder)
                .is_some_and(|start| path.starts_with(&start))
        };
        let around = items.filter(|(folder, _)| is_in(folder));
        let ids = around.flat_map(|(_, item)| item.documents.iter().copied());
        let shown = ids.filter(|id| self.documents.binary_search(id).is_ok());
        self.first(path, shown.map(Route::Document))
    }

    fn file(&self, path: &str) -> Option<Route> {
        self.first(path, self.files.iter().copied().map(Route::Evidence))
    }

    fn first(&self, path: &str, mut routes: impl Iterator<Item = Route>) -> Option<Route> {
        routes.find(|route| self.path(route).as_deref() == Some(path))
    }

    /// What a path leads to, given as it was sent, without a query.
    pub(super) fn find(&self, path: &str) -> Lookup {
        let Some(wanted) = decoded(path) else {
            return Lookup::Nothing;
        };
        // As every web server has it, a page is also the file that it was written to.
        let page = wanted.strip_suffix("index.html");
        let page = page.filter(|page| page.ends_with('/'));
        if let Some(route) = self.at(page.unwrap_or(&wanted)) {
            return Lookup::Route(route);
        }
        if self.at(&format!("{wanted}/")).is_some() {
            return Lookup::Elsewhere(format!("{path}/"));
        }
        if wanted == "/" {
            return Lookup::Elsewhere(self.base().to_owned());
        }
        Lookup::Nothing
    }
}

fn is_style(route: &Route) -> bool {
    matches!(route, Route::Asset(name) if ending(name) == "css")
}

/// A path without its percent signs. A part that has a slash hidden in it is no name of anything.
fn decoded(path: &str) -> Option<String> {
    if !path.starts_with('/') {
        return None;
    }
    if !path.contains('%') {
        return Some(path.to_owned());
    }
    let parts = path.split('/').map(|part| {
        let part = percent_decode_str(part).decode_utf8().ok()?;
        (!part.contains('/')).then_some(part)
    });
    let parts: Option<Vec<_>> = parts.collect();
    Some(parts?.join("/"))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn a_path_is_decoded_part_by_part() {
        let cases = [
            ("/2566/o12/", Some("/2566/o12/")),
            ("/%E0%B8%81/a%20b", Some("/ก/a b")),
            ("/a%2fb", None),
            ("/%ff", None),
            ("", None),
            ("a", None),
        ];
        for (path, expected) in cases {
            assert_eq!(decoded(path).as_deref(), expected, "{path}");
        }
    }
}
