//! The agency's seal: the file that `site.toml` names, looked into.
//!
//! In: the name, and what files there are. Out: a [`Logo`], or why there is none. Beside `gather`, because no document
//! has it.

use std::path::Path;

use super::picture_size::picture_size;
use super::{kind, runs};
use crate::files::{Files, SitePath, ending, file_name};
use crate::model::{FileKind, Logo, Site, address};
use crate::problem::{Diagnostic, Diagnostics, LogoFault, NoSeal};
use crate::read::bounded;
use crate::thai::nearest::nearest;

/// No larger picture is taken into memory.
const LARGEST: u64 = 20 << 20;

/// From how many bytes on every visitor waits for it.
const HEAVY: u64 = 200 << 10;

/// How many times one side may be as long as the other.
const LONGEST: u32 = 2;

/// The least side, in pixels, of a picture that is sharp on paper and when a page is shared.
const LEAST_SIDE: u32 = 200;

/// Gives the site its seal.
pub fn logo(root: &Path, site: &mut Site, files: &Files) -> Diagnostics {
    let Some(named) = site.config.logo.clone() else {
        return Diagnostics::new();
    };
    let theme = &site.config.theme.value;
    let (logo, faults) = look(root, theme, files, named.value.trim());
    site.logo = logo;
    let faults = faults.into_iter();
    let findings = faults.map(|fault| Diagnostic::new(fault, named.at.clone()));
    findings.collect()
}

fn look(root: &Path, theme: &str, files: &Files, name: &str) -> (Option<Logo>, Vec<LogoFault>) {
    let in_theme = format!("themes/{theme}/static/{name}");
    let places = [(name, file_name(name)), (&in_theme, name)];
    let found = places
        .into_iter()
        .find_map(|(path, own)| Some((path, own, files.bytes(path)?)));
    let Some((path, own, bytes)) = found else {
        return (None, vec![not_found(root, theme, files, name)]);
    };
    let content = bounded(&root.join(path), LARGEST).unwrap_or_default();
    let kind = kind::of(&content);
    // An SVG is a text; what a browser would run of one is not shown.
    let is_safe = kind != FileKind::Text || runs::of(&content).as_markup.is_none();
    let Some(size) = picture_size(kind, &content).filter(|_| is_safe) else {
        let why = match kind {
            _ if bytes > LARGEST => NoSeal::TooLarge,
            FileKind::Text if !is_safe => NoSeal::Runs,
            FileKind::Text if name.to_ascii_lowercase().ends_with(".svg") => NoSeal::NoSize,
            FileKind::Png | FileKind::Jpeg | FileKind::Text | FileKind::Unknown => NoSeal::Broken,
            kind => NoSeal::Kind(kind.name()),
        };
        let name = name.to_owned();
        return (None, vec![LogoFault::NoPicture { name, why }]);
    };
    let mut faults = Vec::new();
    if bytes > HEAVY {
        faults.push(LogoFault::Heavy {
            kilobytes: bytes >> 10,
        });
    }
    let (width, height) = size;
    if width.max(height) > width.min(height) * LONGEST {
        faults.push(LogoFault::NotSquare { width, height });
    } else if kind != FileKind::Text && width.min(height) < LEAST_SIDE {
        faults.push(LogoFault::Small { width, height });
    }
    let logo = Logo {
        path: SitePath::from(path),
        address: address::of_output(&format!("assets/{}", address::ascii_path(own))),
        kind,
        size,
    };
    (Some(logo), faults)
}

/// Why there is no seal of that name: it may lie there and not be looked at, or be called a little otherwise.
fn not_found(root: &Path, theme: &str, files: &Files, name: &str) -> LogoFault {
    let lower = name.to_ascii_lowercase();
    if lower.contains("://") {
        return LogoFault::OnTheWeb;
    }
    let name = name.to_owned();
    let near = near(theme, files, &name);
    // Where case does not count, looking finds it all the same; on the server it would be missing.
    if near
        .as_ref()
        .is_some_and(|near| near.eq_ignore_ascii_case(&name))
    {
        return LogoFault::NotFound { name, near };
    }
    let is_within = !name.starts_with('/') && !name.split('/').any(|part| part == "..");
    let head = is_within.then(|| bounded(&root.join(&name), LARGEST));
    if let Some(Ok(content)) = head {
        let kind = kind::of(&content);
        let is_overlooked = name.contains('/') || name.starts_with(['.', '_', '~']);
        let is_picture = matches!(kind, FileKind::Png | FileKind::Jpeg);
        let why = match kind {
            FileKind::Unknown | FileKind::Text => NoSeal::Broken,
            kind => NoSeal::Kind(kind.name()),
        };
        return if is_overlooked || is_picture {
            LogoFault::Overlooked { name }
        } else {
            LogoFault::NoPicture { name, why }
        };
    }
    LogoFault::NotFound { name, near }
}

/// The picture beside the settings, in the theme or in the content that was probably meant.
fn near(theme: &str, files: &Files, name: &str) -> Option<String> {
    let own = file_name(name).to_ascii_lowercase();
    let stem = |name: &str| {
        name.split('.')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let in_theme = format!("themes/{theme}/static/");
    let pictures = files.entries.keys().filter(|path| is_seal(path));
    let beside: Vec<&str> = pictures
        .clone()
        .filter(|path| !path.contains('/'))
        .map(|path| &**path)
        .chain(
            pictures
                .clone()
                .filter_map(|path| path.strip_prefix(&*in_theme)),
        )
        .collect();
    let is_own = |path: &&str| file_name(path).eq_ignore_ascii_case(&own);
    let is_stem = |path: &&str| stem(file_name(path)) == stem(&own);
    let known = |is_it: &dyn Fn(&&str) -> bool| beside.iter().copied().find(|path| is_it(path));
    let found = known(&is_own)
        .or_else(|| known(&is_stem))
        .map(str::to_owned);
    let in_content = || {
        pictures
            .clone()
            .map(|path| &**path)
            .find(|path| is_own(path))
    };
    found
        .or_else(|| nearest(name, beside.iter().copied()))
        .or_else(|| in_content().map(str::to_owned))
}

/// Whether a file may be a seal, by its ending.
fn is_seal(path: &str) -> bool {
    let ending = ending(path).to_ascii_lowercase();
    matches!(ending.as_str(), "png" | "jpg" | "jpeg" | "svg")
}
