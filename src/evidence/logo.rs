//! The agency's seal: the file that `site.toml` names, looked into.
//!
//! In: the name, and what files there are. Out: a [`Logo`], or why there is none. Beside `gather`, because no document
//! has it.

use std::path::Path;

use super::picture_size::picture_size;
use super::{kind, runs};
use crate::files::{Files, SitePath, file_name};
use crate::model::{FileKind, Logo, Site, address};
use crate::problem::{Diagnostic, Diagnostics, LogoFault};
use crate::read::bounded;

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
        let name = name.to_owned();
        return (None, vec![LogoFault::NotFound { name, in_theme }]);
    };
    let content = bounded(&root.join(path), LARGEST).unwrap_or_default();
    let kind = kind::of(&content);
    // An SVG is a text; what a browser would run of one is not shown.
    let is_safe = kind != FileKind::Text || runs::of(&content).as_markup.is_none();
    let Some(size) = picture_size(kind, &content).filter(|_| is_safe) else {
        return (
            None,
            vec![LogoFault::NoPicture {
                name: name.to_owned(),
            }],
        );
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
