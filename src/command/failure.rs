//! What a clerk can do when the machine fails.
//!
//! In: an error with the system's reason somewhere in it. Out: the reason, and a sentence that says
//! what to do where it is a frequent one. Apart because every command may meet a full disk.

use std::io::{self, ErrorKind};

use super::voice::Voice;

/// Says that the machine failed, why, and what to do.
pub(super) fn tell(voice: &Voice, error: &anyhow::Error) {
    let word = voice.say("ทำไม่สำเร็จ", "failed");
    voice.stderr(&format!("{word}: {error:#}"));
    if let Some((thai, english)) = advice(error) {
        voice.stderr(&format!("  {}", voice.say(thai, english)));
    }
}

/// Numbers by which Windows says that another program has a file open.
const IN_USE: [i32; 2] = [32, 33];

/// Numbers by which Windows says that a drive, a disk in it, or another machine is not there (any more), of which Rust
/// knows most by no name of their own.
const GONE: [i32; 16] = [
    15, 21, 51, 53, 54, 55, 58, 59, 64, 65, 67, 121, 1167, 1222, 1231, 1232,
];

/// What happened and what to do, in Thai and English; `None` where only the system's words are known.
fn advice(error: &anyhow::Error) -> Option<(&'static str, &'static str)> {
    let found = error
        .chain()
        .find_map(|cause| cause.downcast_ref::<io::Error>())?;
    let code = found.raw_os_error().filter(|_| cfg!(windows));
    advice_on(found.kind(), code)
}

/// The advice on a kind of fault; `code` is its number in Windows.
fn advice_on(kind: ErrorKind, code: Option<i32>) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        _ if code.is_some_and(|code| IN_USE.contains(&code)) => IN_USE_ADVICE,
        _ if code.is_some_and(|code| GONE.contains(&code)) => GONE_ADVICE,
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => IN_USE_ADVICE,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => (
            "ดิสก์เต็มหรือใช้พื้นที่เกินโควตา: ลบไฟล์ที่ไม่ใช้หรือย้ายไปดิสก์อื่น แล้วสั่งใหม่",
            "the disk is full: delete or move what is not needed, then run this again",
        ),
        ErrorKind::FileTooLarge => (
            "ระบบไม่ยอมให้เขียนไฟล์ใหญ่ขนาดนี้: ลดขนาดไฟล์ หรือใช้ดิสก์อื่น แล้วสั่งใหม่",
            "the system takes no file of this size: make it smaller or use another disk",
        ),
        ErrorKind::ReadOnlyFilesystem => (
            "ที่เก็บนี้อ่านได้อย่างเดียว: เลือกโฟลเดอร์อื่น หรือให้ผู้ดูแลเครื่องเปิดให้เขียนได้ แล้วสั่งใหม่",
            "this disk can only be read: choose another folder, or have it made writable",
        ),
        ErrorKind::PermissionDenied => (
            "ไม่มีสิทธิ์ หรือโปรแกรมอื่นเปิดไฟล์ค้างไว้: ปิดโปรแกรมที่เปิดไฟล์นี้ ตรวจสิทธิ์ของโฟลเดอร์ หรือเลือกโฟลเดอร์อื่น แล้วสั่งใหม่",
            "not allowed, or open in another program: close it there, look at the folder's permissions, or choose another folder",
        ),
        ErrorKind::InvalidFilename => (
            "ชื่อไฟล์หรือที่อยู่โฟลเดอร์ยาวเกินไปหรือใช้ไม่ได้: ใช้ชื่อที่สั้นลง หรือย้ายเว็บไซต์ไปโฟลเดอร์ที่ตื้นกว่า แล้วสั่งใหม่",
            "a name is too long for the system or cannot be used: shorten it, or move the site to a folder nearer the top",
        ),
        ErrorKind::NotADirectory => (
            "มีไฟล์อยู่ในที่ที่ควรเป็นโฟลเดอร์: เปลี่ยนชื่อหรือย้ายไฟล์นั้น แล้วสั่งใหม่",
            "a file stands where a folder belongs: rename or move it, then run this again",
        ),
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::TimedOut => GONE_ADVICE,
        ErrorKind::NotFound => (
            "ไม่มีไฟล์ โฟลเดอร์ หรือไดรฟ์นี้: ดูการสะกด และดูว่าไดรฟ์ยังต่ออยู่และไม่มีใครย้ายหรือลบระหว่างนั้น แล้วสั่งใหม่",
            "there is no such file, folder or drive: look at the spelling, and whether the drive is connected and nobody moved it meanwhile, then run this again",
        ),
        _ => return None,
    })
}

const IN_USE_ADVICE: (&str, &str) = (
    "โปรแกรมอื่นเปิดไฟล์นี้ค้างไว้: ปิดไฟล์ใน Excel, Word หรือโปรแกรมอ่าน PDF แล้วสั่งใหม่",
    "another program has this file open: close it there, then run this again",
);

const GONE_ADVICE: (&str, &str) = (
    "ไดรฟ์หรือเครือข่ายไม่อยู่: ต่อใหม่ให้เปิดโฟลเดอร์ใน File Explorer ได้ก่อน แล้วสั่งใหม่",
    "the drive or network is not there: connect it again until its folder opens, then run this again",
);

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::{GONE_ADVICE, IN_USE_ADVICE, advice_on};

    #[test]
    fn what_windows_says_by_number_has_its_advice() {
        // Rust takes a lost share for a file that was not found.
        let share = advice_on(ErrorKind::NotFound, Some(53));
        assert_eq!(share, Some(GONE_ADVICE));
        let locked = advice_on(ErrorKind::PermissionDenied, Some(32));
        assert_eq!(locked, Some(IN_USE_ADVICE));
        let (_, slip) = advice_on(ErrorKind::NotFound, Some(3)).unwrap();
        assert!(slip.contains("spelling"), "{slip}");
        assert_eq!(advice_on(ErrorKind::Other, None), None);
    }
}
