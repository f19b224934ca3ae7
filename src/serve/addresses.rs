//! What stands at which address.
//!
//! In: every route of a site, and a path as a browser sends it. Out: the route. Nothing else is
//! ever served, so no path leads out of the site, however it is written.

use std::collections::HashMap;

use percent_encoding::percent_decode_str;

use crate::render::{Renderer, Route};

/// The addresses of one state of a site.
pub(super) struct Addresses {
    /// `/` or `/oit/`.
    base: String,
    /// By path, decoded, base path included.
    routes: HashMap<String, Route>,
    /// The style sheets.
    styles: Vec<Route>,
}

/// What a path leads to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'a> {
    /// Something of the site.
    Route(&'a Route),
    /// Something of the site, at this address.
    Elsewhere(String),
    /// Nothing.
    Nothing,
}

impl Addresses {
    /// Every address that the site has.
    pub(super) fn new(renderer: &Renderer<'_>) -> Self {
        let site = renderer.site();
        let base = site.config.base.path().to_owned();
        let all = renderer.routes();
        let mut routes = HashMap::with_capacity(all.len());
        let mut styles = Vec::new();
        for route in all {
            if is_style(&route) {
                styles.push(route.clone());
            }
            let address = site.config.base.local(&route.address(site));
            if let Some(path) = decoded(&address) {
                routes.insert(path, route);
            }
        }
        Self {
            base,
            routes,
            styles,
        }
    }

    /// `/` or `/oit/`.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// The style sheets: there are few, and one may import another.
    pub(super) fn styles(&self) -> &[Route] {
        &self.styles
    }

    /// What a path leads to, given as it was sent, without a query.
    pub(super) fn find(&self, path: &str) -> Found<'_> {
        let Some(wanted) = decoded(path) else {
            return Found::Nothing;
        };
        // As every web server has it, a page is also the file that it was written to.
        let page = wanted.strip_suffix("index.html");
        let page = page.filter(|page| page.ends_with('/'));
        if let Some(route) = self.routes.get(page.unwrap_or(&wanted)) {
            return Found::Route(route);
        }
        if self.routes.contains_key(&format!("{wanted}/")) {
            return Found::Elsewhere(format!("{path}/"));
        }
        if wanted == "/" {
            return Found::Elsewhere(self.base.clone());
        }
        Found::Nothing
    }
}

fn is_style(route: &Route) -> bool {
    match route {
        Route::Accent => true,
        Route::Asset(name) => name
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending == "css"),
        _ => false,
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
