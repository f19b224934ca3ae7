//! The files that let GitHub or GitLab publish the site on every change.
//!
//! In: where the site is published from. Out: a file's place and text, and what is left to set in
//! the browser. No place offers the program ready to run, so both files build it from the
//! repository and the commit that the webmaster names, and stop with a sentence where none is named.

use std::path::{Path, PathBuf};

use crate::cli::CiArgument;

use super::voice::Voice;

/// Where the file must lie, in the folder that is the repository's root.
pub(super) fn path(folder: &Path, host: CiArgument) -> PathBuf {
    match host {
        CiArgument::Github => folder.join(".github/workflows/publish.yml"),
        CiArgument::Gitlab => folder.join(".gitlab-ci.yml"),
    }
}

/// The text of the file.
pub(super) fn text(host: CiArgument) -> &'static str {
    match host {
        CiArgument::Github => include_str!("ci/github.yml"),
        CiArgument::Gitlab => include_str!("ci/gitlab.yml"),
    }
}

/// What was written, and what nobody can set but in the browser.
pub(super) fn report(voice: &Voice, file: &str, host: CiArgument) {
    let made = voice.say("สร้างแล้ว", "made");
    let steps = match host {
        CiArgument::Github => voice.say(
            "ตั้งค่าครั้งเดียวในหน้าเว็บของ GitHub\n\
             \x20 1. Settings > Pages > Source: GitHub Actions\n\
             \x20 2. Settings > Secrets and variables > Actions > Variables: เพิ่ม OIT_REPOSITORY และ OIT_COMMIT\n\
             ความหมายอยู่ที่ต้นไฟล์ แล้ว push ขึ้นไป เว็บไซต์จะเผยแพร่เองทุกครั้ง",
            "set once on GitHub\n\
             \x20 1. Settings > Pages > Source: GitHub Actions\n\
             \x20 2. Settings > Secrets and variables > Actions > Variables: add OIT_REPOSITORY and OIT_COMMIT\n\
             the file's first lines explain them; then push, and every change is published",
        ),
        CiArgument::Gitlab => voice.say(
            "ตั้งค่าครั้งเดียวในหน้าเว็บของ GitLab\n\
             \x20 1. Settings > CI/CD > Variables: เพิ่ม OIT_REPOSITORY และ OIT_COMMIT โดยไม่เลือก Protect\n\
             ความหมายอยู่ที่ต้นไฟล์ แล้ว push ขึ้นไป เว็บไซต์จะเผยแพร่เองทุกครั้ง",
            "set once on GitLab\n\
             \x20 1. Settings > CI/CD > Variables: add OIT_REPOSITORY and OIT_COMMIT, not protected\n\
             the file's first lines explain them; then push, and every change is published",
        ),
    };
    voice.stdout_unless_quiet(&format!("{made}: {file}\n{steps}"));
}
