//! Themes: the built-in one, and what a site puts over it file by file.
//!
//! In: the site's files. Out: loaded templates and a list of static files. A fault in a site's own
//! template is a finding at its place in that file.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_embed::RustEmbed;
use serde::Serialize;
use tera::{Context, Error, ErrorKind, Kwargs, State, Tera, Value};

use super::fault::{Fault, not_made};
use super::given::Given;
use crate::files::{Files, SitePath, ending};
use crate::problem::{Diagnostic, Diagnostics, ThemeFault};
use crate::span::Span;

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct BuiltInTheme;

/// Bytes of a usual page.
const PAGE: usize = 32 * 1024;

/// A theme that is ready to render.
pub struct Theme {
    tera: Tera,
    /// The site's own templates: where they are, and their text.
    own: BTreeMap<String, (SitePath, Arc<str>)>,
    assets: BTreeMap<String, Asset>,
}

/// Where a static file comes from.
#[derive(Debug, Clone)]
pub(super) enum Asset {
    /// A part of the program, or a text of the site.
    Bytes(Cow<'static, [u8]>),
    /// A file of the site.
    File(SitePath),
}

/// A script or a style of the program as it is sent: without indentation, and comments on lines of their own.
fn without_comments(name: &str, text: Cow<'static, [u8]>) -> Cow<'static, [u8]> {
    if !matches!(ending(name), "js" | "css") {
        return text;
    }
    let text = String::from_utf8_lossy(&text);
    let is_comment =
        |line: &str| line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/");
    let lines = text.lines().map(str::trim);
    let kept = lines.filter(|line| !line.is_empty() && !is_comment(line));
    let kept = kept.flat_map(|line| [line, "\n"]).collect::<String>();
    kept.into_bytes().into()
}

/// Whether a static file of the site is the program's own word for word, as in the repository of the program.
fn is_built_in(name: &str, text: &str) -> bool {
    let own = BuiltInTheme::get(&format!("static/{name}"));
    own.is_some_and(|own| *own.data == *text.as_bytes())
}

impl Theme {
    /// Lays the files of `themes/<name>/` over the theme; gives what is wrong in them.
    pub fn lay_over(&mut self, files: &Files, name: &str) -> Diagnostics {
        let templates = format!("themes/{name}/templates");
        for (path, _) in files.below(&templates) {
            if let Some(text) = files.text(path) {
                let name = path[templates.len() + 1..].to_owned();
                self.own.insert(name, (path.clone(), text.clone()));
            }
        }
        let statics = format!("themes/{name}/static");
        for (path, _) in files.below(&statics) {
            let name = path[statics.len() + 1..].to_owned();
            let asset = match files.text(path) {
                Some(text) if is_built_in(&name, text) => continue,
                Some(text) => Asset::Bytes(text.as_bytes().to_vec().into()),
                None => Asset::File(path.clone()),
            };
            self.assets.insert(name, asset);
        }
        if self.own.is_empty() {
            return Diagnostics::new();
        }
        let mut findings = Diagnostics::new();
        // Each alone first, so that every wrong file is told, not the first only.
        for (name, (_, text)) in &self.own {
            if let Err(error) = self.tera.clone().add_raw_template(name, text)
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                findings.extend(self.findings(&error, name));
            }
        }
        if findings.is_empty() {
            let own = self.own.iter();
            let named: Vec<(&str, &str)> =
                own.map(|(name, (_, text))| (&**name, &**text)).collect();
            if let Err(error) = self.tera.add_raw_templates(named) {
                let first = self.own.keys().next().map_or("", String::as_str);
                findings.extend(self.findings(&error, first));
            }
        }
        findings
    }

    /// The built-in theme: it takes as long to make ready as a small site to read, and needs nothing of it.
    pub fn built_in() -> Self {
        let mut templates: Vec<(String, String)> = Vec::new();
        let mut assets = BTreeMap::new();
        for name in BuiltInTheme::iter() {
            let Some(file) = BuiltInTheme::get(&name) else {
                continue;
            };
            if let Some(template) = name.strip_prefix("templates/") {
                let text = String::from_utf8_lossy(&file.data).into_owned();
                templates.push((template.to_owned(), text));
            } else if let Some(asset) = name.strip_prefix("static/") {
                let sent = without_comments(asset, file.data);
                assets.insert(asset.to_owned(), Asset::Bytes(sent));
            }
        }
        let mut tera = Tera::new();
        tera.autoescape_on([".html", ".xml"]);
        tera.register_filter("safe", safe);
        let loaded = tera.add_raw_templates(templates);
        debug_assert!(loaded.is_ok(), "built-in theme: {loaded:?}");
        Self {
            tera,
            own: BTreeMap::new(),
            assets,
        }
    }

    /// What every template of the site may use.
    pub(super) fn set_global(
        &mut self,
        name: &'static str,
        view: &impl Serialize,
    ) -> Result<(), Fault> {
        let value = Value::try_from_serializable(view);
        let value = value.map_err(|error| not_made(name, error))?;
        self.tera.global_context().insert_value(name, value);
        Ok(())
    }

    /// The names of the static files.
    pub fn assets(&self) -> impl Iterator<Item = &str> {
        self.assets.keys().map(String::as_str)
    }

    /// A static file by its name below `static/`.
    pub(super) fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.get(name)
    }

    /// Renders a template. As bytes: that they are UTF-8 need not be checked again.
    pub(super) fn render(&self, template: &str, given: &Given) -> Result<Vec<u8>, Fault> {
        let context = context(template, given)?;
        let mut bytes = Vec::with_capacity(PAGE);
        let rendered = self.tera.render_to(template, context, &mut bytes);
        rendered.map_err(|error| self.fault(&error, template))?;
        Ok(bytes)
    }

    /// Renders a template that other pages take in.
    pub(super) fn part(&self, template: &str, given: &Given) -> Result<String, Fault> {
        let rendered = self.tera.render(template, context(template, given)?);
        rendered.map_err(|error| self.fault(&error, template))
    }

    fn fault(&self, error: &Error, template: &str) -> Fault {
        Box::new(self.findings(error, template).swap_remove(0))
    }

    /// What an error says, at least one finding.
    fn findings(&self, error: &Error, template: &str) -> Diagnostics {
        let (message, name, range) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let range = report.span().range.clone();
                (report.message().to_owned(), report.filename(), range)
            }
            ErrorKind::MissingParent { current, .. } => (error.to_string(), &**current, 0..0),
            ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
                (error.to_string(), &**tpl, 0..0)
            }
            other => {
                let text = other.to_string();
                let drawn = self.drawn(&text, template);
                if !drawn.is_empty() {
                    return drawn;
                }
                (text, template, 0..0)
            }
        };
        let name = if name.is_empty() { template } else { name };
        vec![self.finding(message, name, template, range)]
    }

    /// Some errors come as drawn pictures only: `error: …`, then ` --> name:line:column`. The library keeps the
    /// place itself to these; the test below draws each of them.
    fn drawn(&self, text: &str, template: &str) -> Diagnostics {
        let pictures = text.split("error: ").filter_map(|picture| {
            let (message, rest) = picture.split_once('\n')?;
            let place = rest
                .lines()
                .find_map(|line| line.trim().strip_prefix("--> "))?;
            let mut parts = place.rsplitn(3, ':');
            let column: usize = parts.next()?.parse().ok()?;
            let line: usize = parts.next()?.parse().ok()?;
            let name = parts.next()?;
            let text = self.own.get(name).map_or("", |(_, text)| text);
            let at = offset(text, line, column);
            Some(self.finding(message.to_owned(), name, template, at..at))
        });
        pictures.collect()
    }

    fn finding(
        &self,
        message: String,
        name: &str,
        template: &str,
        range: std::ops::Range<usize>,
    ) -> Diagnostic {
        let own = self.own.get(name);
        let range = if own.is_some() { range } else { 0..0 };
        // A built-in template can only fail on what a site's own template handed to it.
        let found = own
            .or_else(|| self.own.get(template))
            .or_else(|| self.own.values().next());
        let built_in = || SitePath::from(format!("themes/default/templates/{name}"));
        let path = found.map_or_else(built_in, |(path, _)| path.clone());
        Diagnostic::new(ThemeFault::Template { message }, Span::new(&path, range))
    }
}

/// What a template is given. That it cannot be given is no fault of a template.
fn context<'a>(template: &str, given: &'a Given) -> Result<&'a Context, Fault> {
    let context = given.context();
    context.map_err(|error| not_made(&format!("themes/default/templates/{template}"), error))
}

/// The library's own filter, but a text is marked and not copied: a page has long ones.
fn safe(value: Value, _: Kwargs, _: &State<'_>) -> Value {
    if value.as_str().is_some() {
        value.mark_safe()
    } else {
        Value::safe_string(&value.to_string())
    }
}

/// The byte offset of a line and column, both counted from 1, the column in characters.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = text[start..].chars().take(column.saturating_sub(1));
    start + rest.map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use serde::{Serialize, Serializer, ser::Error as _};

    use super::{Given, Theme};
    use crate::files::{Entry, Files};

    struct Unserialisable;

    impl Serialize for Unserialisable {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(S::Error::custom("no such thing"))
        }
    }

    #[test]
    fn a_view_that_cannot_be_given_is_a_fault_and_no_blank_page() {
        let theme = Theme::built_in();
        let given = Given::of("target", &"/").and("page", &Unserialisable);
        let fault = theme.render("redirect.html", &given).unwrap_err();
        let told = format!("{fault:?}");
        assert!(told.contains("no such thing"), "{told}");
        assert!(theme.part("nav.html", &given).is_err());
        let mut theme = Theme::built_in();
        assert!(theme.set_global("site", &Unserialisable).is_err());
    }

    /// What the library draws only, and the word for it.
    const DRAWN: [(&str, &str); 6] = [
        ("{{ site | nosuch }}", "filter"),
        ("{% if site is nosuch %}{% endif %}", "test"),
        ("{{ nosuch() }}", "function"),
        ("{{ <nosuch/> }}", "component"),
        ("{% include \"nosuch.html\" %}", "template"),
        (
            "{% extends \"base.html\" %}{% block nosuch %}{% endblock %}",
            "Block",
        ),
    ];

    #[test]
    fn what_the_library_only_draws_is_found_at_its_place() {
        for (template, what) in DRAWN {
            let mut files = Files::default();
            // The place is counted in letters and told in bytes.
            let text = if what == "Block" {
                template.to_owned()
            } else {
                format!("ก\n{template}")
            };
            let path = "themes/mine/templates/404.html".into();
            files
                .entries
                .insert(path, Entry::Text(text.as_str().into()));
            let findings = Theme::built_in().lay_over(&files, "mine");
            let [finding] = &findings[..] else {
                panic!("{template}: {findings:?}");
            };
            assert_eq!(&*finding.at.path, "themes/mine/templates/404.html");
            let range = finding.at.range.clone();
            let place = text[range.start..].trim_start_matches(['<', '"']);
            assert!(place.starts_with("nosuch"), "{template}: {range:?}");
            let told = format!("{:?}", finding.problem);
            assert!(told.contains(what) && told.contains("nosuch"), "{told}");
        }
    }
}
