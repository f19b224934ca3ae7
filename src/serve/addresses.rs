//! What stands at which address.
//!
//! In: every route of a site, and a path as a browser sends it. Out: the route. Nothing else is
//! ever served, so no path leads out of the site, however it is written.

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

use crate::files::ending;
use crate::model::{Site, address};
use crate::render::{Renderer, Route};

/// The addresses of one state of a site. There may be very many, and few of them are ever asked for while a state
/// lasts, so those of documents and files are not copied.
pub(super) struct Addresses<'a> {
    site: &'a Site,
    routes: BTreeMap<Cow<'a, str>, Route>,
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
        let site = renderer.site();
        // As in a build, the first of two with one address is it.
        let routes = renderer.routes().into_iter().rev();
        let routes = routes.map(|route| (route.address(site), route));
        Self {
            site,
            routes: routes.collect(),
        }
    }

    /// `/` or `/oit/`.
    pub(super) fn base(&self) -> &str {
        self.site.config.base.path()
    }

    /// The style sheets: there are few, and one may import another.
    pub(super) fn styles(&self) -> impl Iterator<Item = &Route> {
        let routes = self.routes.values();
        routes.filter(|route| matches!(route, Route::Asset(name) if ending(name) == "css"))
    }

    /// What stands at a path that was decoded.
    fn at(&self, path: &str) -> Option<&Route> {
        let inside = path.strip_prefix(&*decoded(self.base())?)?;
        self.routes.get(&*address::of_output(inside))
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
            return Lookup::Route(route.clone());
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
