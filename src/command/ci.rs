//! The files that let GitHub or GitLab publish the site on every change.
//!
//! In: where the site is published from, and which release of the program is to be used there. Out: a file's place and
//! text, and what is left to fill in or to set in the browser. The file itself names version and checksum: all runs
//! use the same program, those for others' copies of the repository included, which get no variables.

use std::path::{Path, PathBuf};

use super::voice::Voice;
use super::{Result, form};
use crate::cli::{CiArgument, InitArguments};
use crate::model::config::BaseUrl;

/// Where the releases of this program are, if it was told when it was built.
const RELEASES: Option<&str> = option_env!("OIT_RELEASES");

/// The example of a checksum is that of nothing.
const SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// The file for a host, and the release that it is to use.
pub(super) struct Pipeline {
    host: CiArgument,
    /// Empty where none is known.
    releases: String,
    /// Empty where none is known.
    sha256: String,
}

impl Pipeline {
    /// The one that was asked for, if one was.
    pub(super) fn of(wanted: &InitArguments) -> Result<Option<Self>> {
        let Some(host) = wanted.ci else {
            return Ok(None);
        };
        let releases = wanted.releases.as_deref().or(RELEASES).unwrap_or_default();
        if !releases.is_empty() && BaseUrl::parse(releases).is_none() {
            let example = "https://github.com/OWNER/oit/releases/download";
            return Err(form("--releases", releases, example));
        }
        let sha256 = wanted.sha256.as_deref().unwrap_or_default().trim();
        let is_sum = sha256.len() == SHA256.len() && sha256.bytes().all(|c| c.is_ascii_hexdigit());
        if wanted.sha256.is_some() && !is_sum {
            return Err(form("--sha256", sha256, SHA256));
        }
        Ok(Some(Self {
            host,
            releases: releases.trim().to_owned(),
            sha256: sha256.to_ascii_lowercase(),
        }))
    }

    /// Where the file must lie, in the folder that is the repository's root.
    pub(super) fn path(&self, folder: &Path) -> PathBuf {
        match self.host {
            CiArgument::Github => folder.join(".github/workflows/publish.yml"),
            CiArgument::Gitlab => folder.join(".gitlab-ci.yml"),
        }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> String {
        let text = match self.host {
            CiArgument::Github => include_str!("ci/github.yml"),
            CiArgument::Gitlab => include_str!("ci/gitlab.yml"),
        };
        text.replace("@releases@", &self.releases)
            .replace("@version@", env!("CARGO_PKG_VERSION"))
            .replace("@sha256@", &self.sha256)
    }

    /// What was written, and what is left to be done by hand.
    pub(super) fn report(&self, voice: &Voice, file: &str) {
        let made = voice.say("สร้างแล้ว", "made");
        let mut steps = Vec::new();
        if self.releases.is_empty() || self.sha256.is_empty() {
            steps.push(voice.say(
                "ใส่ OIT_RELEASES และ OIT_SHA256 ที่ต้นไฟล์นั้น หรือตั้งตัวแปร OIT_REPOSITORY และ OIT_COMMIT ตามที่ไฟล์บอก",
                "fill in OIT_RELEASES and OIT_SHA256 in that file, or set the variables OIT_REPOSITORY and OIT_COMMIT as it says",
            ));
        }
        if self.host == CiArgument::Github {
            steps.push(voice.say(
                "ในหน้าเว็บของ GitHub: Settings > Pages > Source: GitHub Actions",
                "on GitHub: Settings > Pages > Source: GitHub Actions",
            ));
        }
        steps.push(voice.say(
            "push ขึ้นไป แล้วเว็บไซต์จะเผยแพร่เองทุกครั้ง",
            "push; from then on every change is published",
        ));
        voice.stdout_unless_quiet(&format!("{made}: {file}"));
        for (at, step) in steps.iter().enumerate() {
            voice.stdout_unless_quiet(&format!("  {}. {step}", at + 1));
        }
    }
}
