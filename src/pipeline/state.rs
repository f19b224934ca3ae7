//! What passes from verb to verb: how a site is read, what was read, and what renders it.

use std::path::{Path, PathBuf};

use crate::assemble::Judgement;
use crate::files::Files;
use crate::model::config::BaseUrl;
use crate::model::{FactsByPath, Site};
use crate::problem::Diagnostics;
use crate::render::{Renderer, Theme};

/// How a site is to be read and judged.
#[derive(Debug, Clone)]
pub struct Options {
    /// Replaces the address in `site.toml`.
    pub base_url: Option<BaseUrl>,
    /// The day, and whether drafts are rendered.
    pub judgement: Judgement,
}

/// A site that was read, with what was found so far.
pub struct Loaded {
    /// The folder with `site.toml`.
    pub root: PathBuf,
    /// The texts of the folder, and what other files there are.
    pub files: Files,
    /// What the files say, assembled.
    pub site: Site,
    /// What its evidence files really are.
    pub facts: FactsByPath,
    /// The findings, sorted once the site was checked.
    pub findings: Diagnostics,
    /// What was found in the letters of its texts; the check takes it.
    pub(super) in_texts: Diagnostics,
    /// The built-in theme; the check lays the site's own over it.
    pub(super) theme: Theme,
}

/// A site that was checked, and what renders it.
pub struct Ready<'a> {
    /// The folder with `site.toml`.
    pub root: &'a Path,
    /// The texts of the folder, and what other files there are.
    pub files: &'a mut Files,
    /// What its evidence files really are.
    pub facts: &'a FactsByPath,
    /// Renders its pages.
    pub renderer: Renderer<'a>,
}

impl<'a> Ready<'a> {
    pub(super) fn new(
        root: &'a Path,
        files: &'a mut Files,
        facts: &'a FactsByPath,
        renderer: Renderer<'a>,
    ) -> Self {
        Self {
            root,
            files,
            facts,
            renderer,
        }
    }
}
