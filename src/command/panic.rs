//! A panic is a fault of the program: nothing that is written into a site may cause one.
//!
//! In: what panicked, and where. Out: sentences that say so in the language of the line that was
//! typed, and what to send to whom. Panics of foreign readers that are caught stay unsaid.

use std::io::Write as _;
use std::panic::PanicHookInfo;

use super::version::built;
use crate::cli::typed_language;
use crate::evidence::is_guarded;
use crate::problem::Language;

/// From now on a panic is explained. It ends the program with the exit code 101.
pub fn explain_panics() {
    std::panic::set_hook(Box::new(|panic| {
        if !is_guarded() {
            let words = explained(panic, typed_language());
            // Nobody is left to be told that this cannot be written.
            let _ = std::io::stderr().write_all(words.as_bytes());
        }
    }));
}

fn explained(panic: &PanicHookInfo<'_>, language: Language) -> String {
    let version = built();
    language.choose(
        format!(
            "โปรแกรม oit ทำงานผิดพลาดเอง ไม่ใช่ความผิดของท่านหรือของเว็บไซต์\n  \
             แจ้งผู้ดูแลโปรแกรม: ส่งข้อความนี้ทั้งหมด พร้อมคำสั่งที่พิมพ์ และไฟล์ที่เพิ่งแก้ถ้าส่งได้\n  \
             oit {version}: {panic}\n"
        ),
        format!(
            "this is a fault of the program oit, not of yours or of the site\n  \
             report it to whoever maintains the program: send this whole text, the command that was typed, and the file that was changed last if it may be sent\n  \
             oit {version}: {panic}\n"
        ),
    )
}
