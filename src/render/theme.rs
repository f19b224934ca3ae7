//! Themes: the built-in one, and what a site puts over it file by file.
//!
//! In: the site's files. Out: loaded templates and a list of static files. A fault in a site's own
//! template is a finding at its place in that file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_embed::RustEmbed;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use tera::{Context, Error, ErrorKind, Tera};

use crate::diagnostic::{Diagnostic, Diagnostics, Problem};
use crate::source::{Files, SitePath, Span};

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct BuiltIn;

/// A fault in a theme; boxed, because it is rare and large.
pub type Fault = Box<Diagnostic>;

/// A theme that is ready to render.
pub struct Theme {
    tera: Tera,
    /// Which templates are the site's own, and where.
    own: BTreeMap<String, SitePath>,
    assets: BTreeMap<String, Asset>,
}

/// One value under the name by which a template knows it.
pub(super) struct Part<T> {
    name: &'static str,
    value: T,
}

impl<T> Part<T> {
    pub(super) fn new(name: &'static str, value: T) -> Self {
        Self { name, value }
    }
}

impl<T: Serialize> Serialize for Part<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.name, &self.value)?;
        map.end()
    }
}

/// Where a static file comes from.
#[derive(Debug, Clone)]
pub(super) enum Asset {
    /// Built in.
    BuiltIn(Cow<'static, [u8]>),
    /// A file of the site.
    File(SitePath),
}

impl Theme {
    /// Loads the built-in theme with the files of `themes/<name>/` over it.
    pub fn load(files: &Files, name: &str) -> (Self, Diagnostics) {
        let mut theme = Self::built_in();
        let templates = format!("themes/{name}/templates");
        let own: Vec<(String, SitePath, &str)> = files
            .below(&templates)
            .filter_map(|(path, _)| {
                let text = files.text(path)?;
                Some((
                    path[templates.len() + 1..].to_owned(),
                    path.clone(),
                    &**text,
                ))
            })
            .collect();
        let mut findings = Diagnostics::new();
        for (name, path, text) in &own {
            theme.own.insert(name.clone(), path.clone());
            // Each alone first, so that every wrong file is told, not the first only.
            if let Err(error) = theme.tera.clone().add_raw_template(name, text)
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                findings.push(theme.finding(&error, name));
            }
        }
        if findings.is_empty() {
            let named = own.iter().map(|(name, _, text)| (name.as_str(), *text));
            if let Err(error) = theme.tera.add_raw_templates(named) {
                let first = own.first().map_or("", |(name, _, _)| name);
                findings.push(theme.finding(&error, first));
            }
        }
        let statics = format!("themes/{name}/static");
        for (path, _) in files.below(&statics) {
            let name = path[statics.len() + 1..].to_owned();
            theme.assets.insert(name, Asset::File(path.clone()));
        }
        (theme, findings)
    }

    fn built_in() -> Self {
        let mut templates: Vec<(String, String)> = Vec::new();
        let mut assets = BTreeMap::new();
        for name in BuiltIn::iter() {
            let Some(file) = BuiltIn::get(&name) else {
                continue;
            };
            if let Some(template) = name.strip_prefix("templates/") {
                let text = String::from_utf8_lossy(&file.data).into_owned();
                templates.push((template.to_owned(), text));
            } else if let Some(asset) = name.strip_prefix("static/") {
                assets.insert(asset.to_owned(), Asset::BuiltIn(file.data));
            }
        }
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        let loaded = tera.add_raw_templates(templates);
        debug_assert!(loaded.is_ok(), "built-in theme: {loaded:?}");
        Self {
            tera,
            own: BTreeMap::new(),
            assets,
        }
    }

    /// What every template of the site may use.
    pub(super) fn set_global(&mut self, name: &'static str, value: &impl Serialize) {
        self.tera.global_context().insert(name, value);
    }

    /// The names of the static files.
    pub fn assets(&self) -> impl Iterator<Item = &str> {
        self.assets.keys().map(String::as_str)
    }

    /// A static file.
    pub(super) fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.get(name)
    }

    /// Renders a template with a view.
    pub(super) fn render(&self, template: &str, view: &impl Serialize) -> Result<String, Fault> {
        Context::from_serialize(view)
            .and_then(|context| self.tera.render(template, &context))
            .map_err(|error| Box::new(self.finding(&error, template)))
    }

    fn finding(&self, error: &Error, template: &str) -> Diagnostic {
        let (message, name, range) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => (
                report.message().to_owned(),
                report.filename(),
                report.span().range.clone(),
            ),
            other => (other.to_string(), template, 0..0),
        };
        let name = if name.is_empty() { template } else { name };
        let path = self.own.get(name).cloned().unwrap_or_else(|| {
            // A built-in template can only fail on what a site's own template handed to it.
            let fallback = self.own.get(template).or_else(|| self.own.values().next());
            fallback
                .cloned()
                .unwrap_or_else(|| format!("themes/default/templates/{name}").into())
        });
        let range = if self.own.contains_key(name) {
            range
        } else {
            0..0
        };
        Diagnostic::new(Problem::Template { message }, Span::new(&path, range))
    }
}
