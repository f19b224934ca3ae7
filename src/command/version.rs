//! `oit --version`: the program, the commit it was built from, and the newest list it has.

use super::init::known_framework;
use super::voice::Voice;
use crate::parse::framework::built_in_years;

/// The program's version, with its commit where it was built from a repository: `0.1.0 (7ba3d1795b21)`.
pub(super) fn built() -> String {
    let version = env!("CARGO_PKG_VERSION");
    match option_env!("OIT_BUILT_FROM") {
        Some(commit) => format!("{version} ({commit})"),
        None => version.to_owned(),
    }
}

pub(super) fn version(voice: &Voice) {
    voice.stdout(&format!("oit {}\n", built()));
    let newest = built_in_years().into_iter().max().and_then(known_framework);
    if let Some(newest) = newest {
        let year = newest.fiscal_year;
        let (thai, english) = if newest.is_provisional {
            (" ยังไม่ยืนยัน", ", provisional")
        } else {
            ("", "")
        };
        voice.stdout(&voice.say(
            format!("รายการข้อใหม่ที่สุดในโปรแกรม: {year}{thai}\n"),
            format!("newest built-in list: {year}{english}\n"),
        ));
    }
}
