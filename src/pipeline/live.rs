//! The first five verbs for a server that stays: a site is read again when something changed, and
//! its pages are rendered when they are asked for.

use std::path::Path;

use super::texts::Texts;
use super::{Loaded, Options, Pages, load_listed, stops, with_renderer};

pub use super::memory::Memory;
use crate::assemble::links::Links;
use crate::files::{Files, SitePath};
use crate::problem::{Diagnostic, sort};
use crate::read::{self, Stamping};
use crate::render::{Renderer, Theme};

/// Reads the site as it is now, with what an earlier reading left ([`left`]). `written`: the files that
/// were, where that is known to be all that happened.
pub fn reload(
    root: &Path,
    options: &Options,
    before: &mut Memory,
    written: Option<&[SitePath]>,
) -> Loaded {
    load_listed(root, (options, Pages::Few), Some(before), |before| {
        let listed = before.and_then(|before| before.listed.take());
        if let Some((mut files, written)) = listed.zip(written)
            && let Some(only_documents) = read::again(root, &mut files, written)
        {
            let written = only_documents.then(|| written.iter().cloned().collect());
            return (files, written);
        }
        (read::site(root, Stamping::Taken), None)
    })
}

/// What a reading leaves to the next.
pub fn left(loaded: &mut Loaded) -> Memory {
    std::mem::take(&mut loaded.memory)
}

/// Checks a site that was just read and, where nothing keeps it from being built, has `work` done
/// with what renders it and the findings in their order. `None` where it could not be built.
pub fn checked<T>(
    loaded: &mut Loaded,
    work: impl FnOnce(&Renderer<'_>, &Files, &[Diagnostic]) -> T,
) -> Option<T> {
    with_renderer(loaded, false, |made, findings| {
        sort(findings);
        (!stops(findings, false)).then(|| work(&made.renderer, made.files, findings))
    })
    .flatten()
}

/// Has `work` done with what renders a site that was checked before.
pub fn known_good<T>(loaded: &Loaded, work: impl FnOnce(&Renderer<'_>) -> T) -> Option<T> {
    let links = Links::new(&loaded.site);
    let (mut theme, _) = Theme::load(&loaded.files, &loaded.site.config.theme.value);
    let texts = Texts::new(&loaded.root, &loaded.files, &loaded.seen);
    let renderer = Renderer::new(&loaded.site, &links, &texts, &mut theme);
    renderer.ok().map(|renderer| work(&renderer))
}
