//! The six verbs in order, and nothing else.

mod outputs;
mod state;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use self::outputs::Outputs;
pub use self::outputs::{Publication, PublishOutcome};
pub use self::state::{Loaded, Options, Ready};
use crate::assemble::assemble;
use crate::assemble::links::Links;
use crate::check::{Checked, check, name_units, without_allowed};
use crate::evidence::{self, Store};
use crate::files::Files;
use crate::model::Site;
use crate::parse::inventory::inventory;
use crate::parse::pieces::pieces;
use crate::problem::{Diagnostics, sort, stops};
use crate::read;
use crate::readings::Readings;
use crate::render::{Renderer, Theme, addresses};
use crate::rows;

/// Reads a site, parses its files and assembles them. Nothing is checked yet.
pub fn load(root: &Path, options: &Options, readings: &mut Readings, store: &Store) -> Loaded {
    let read = || {
        let files = read::site(root);
        let inventory = inventory(&files, options.base_url.as_ref());
        let texts = readings.of(&files, &inventory);
        let (mut pieces, mut findings) = pieces(inventory, texts.documents);
        findings.extend(rows::fill(root, &mut pieces, &files, store));
        let (mut site, in_site) = assemble(pieces, &files, options.judgement);
        findings.extend(in_site);
        let (facts, in_tables) = evidence::gather(root, &mut site, &files, store);
        findings.extend(in_tables);
        findings.extend(evidence::logo(root, &mut site, &files));
        (files, site, facts, findings, texts.findings)
    };
    // The theme takes as long as a small site, and needs nothing of it.
    let (theme, (files, site, facts, findings, in_texts)) = rayon::join(Theme::built_in, read);
    Loaded {
        root: root.to_path_buf(),
        files,
        site,
        facts,
        findings,
        in_texts,
        theme,
    }
}

/// The same of files that were read, without what evidence holds: for a command that works out what to write.
pub fn assembled(files: &Files, options: &Options) -> Site {
    let inventory = inventory(files, options.base_url.as_ref());
    let texts = Readings::default().of(files, &inventory);
    let (pieces, _) = pieces(inventory, texts.documents);
    assemble(pieces, files, options.judgement).0
}

/// Check, and have `work` done with what renders the site. `None` where its theme cannot be used.
pub fn check_and<T>(
    loaded: &mut Loaded,
    work: impl FnOnce(&mut Ready<'_>, &mut Diagnostics) -> T,
) -> Option<T> {
    let Loaded {
        root,
        files,
        site,
        facts,
        findings,
        in_texts,
        theme,
    } = loaded;
    let links = Links::new(site, addresses(site));
    let checked = Checked {
        site,
        files,
        facts,
        links: &links,
        earlier: findings,
    };
    let in_texts = std::mem::take(in_texts);
    let (found, faults) = rayon::join(
        || check(&checked, in_texts),
        || theme.lay_over(files, &site.config.theme.value),
    );
    let is_usable = faults.is_empty();
    *findings = without_allowed(std::mem::take(findings), site);
    findings.extend(found.into_iter().chain(faults));
    name_units(findings, &site.config.units);
    sort(findings);
    if !is_usable {
        return None;
    }
    let done = match Renderer::new(site, &links, theme) {
        Ok(renderer) => {
            let mut ready = Ready::new(root, files, facts, renderer);
            Some(work(&mut ready, findings))
        }
        Err(fault) => {
            findings.push(*fault);
            None
        }
    };
    sort(findings);
    done
}

/// Has `work` done with what renders a site that was checked before.
pub fn render_again<T>(loaded: &mut Loaded, work: impl FnOnce(&Renderer<'_>) -> T) -> Option<T> {
    let links = Links::new(&loaded.site, addresses(&loaded.site));
    let renderer = Renderer::new(&loaded.site, &links, &mut loaded.theme);
    renderer.ok().map(|renderer| work(&renderer))
}

/// Check and render every page, because some faults of a theme show only then.
pub fn check_whole(loaded: &mut Loaded) {
    check_and(loaded, |ready, findings| {
        findings.extend(Outputs::of(&ready.renderer).faults(&ready.renderer));
    });
}

/// Check, render and write. `Err`: the machine failed.
pub fn publish(
    loaded: &mut Loaded,
    strict: bool,
    publication: Publication<'_>,
) -> Result<PublishOutcome> {
    check_and(loaded, |ready, findings| {
        let outputs = Outputs::of(&ready.renderer);
        if !stops(findings, strict) {
            findings.extend(outputs.drift(ready, &publication));
        }
        if stops(findings, strict) {
            // What is wrong in the theme is told in the same run.
            findings.extend(outputs.faults(&ready.renderer));
            return Ok(PublishOutcome::Faulty);
        }
        // Pages are made of the site; only what shows a finding needs its text.
        let shown: BTreeSet<&str> = findings.iter().map(|found| &*found.at.path).collect();
        let is_needed = |path: &str| shown.contains(path) || path.starts_with("themes/");
        ready.files.forget_texts(is_needed);
        outputs.publish(ready, publication, findings)
    })
    .unwrap_or(Ok(PublishOutcome::Faulty))
}
