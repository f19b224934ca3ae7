//! A double-click: Explorer opens a window for the program, and closes it as soon as the program ends.
//!
//! In: that nothing was typed, and the folder. Out: what is meant by that, `oit serve --open` in a site, else words on how
//! to begin; and a window that stays until they are read. Only the parent of the process tells a double-click from an
//! `oit` in a terminal: what a terminal leaves in the environment differs from one to the next.

use std::io::{BufRead, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use super::voice::Voice;
use super::{run, run_typed};
use crate::cli::{Arguments, FormatArgument, typed_language};
use crate::files::path_text;
use crate::read::find_site;

/// Runs what a double-click means, in this folder; `keys` is what is typed into the window that came with it.
pub fn run_clicked(folder: &Path, keys: &mut dyn BufRead) -> ExitCode {
    // A shortcut may have a command, and a file may be dropped on the program.
    let is_bare = std::env::args_os().len() <= 1;
    let code = match meant(folder) {
        Some(arguments) if is_bare => run(&arguments),
        None if is_bare => return explain_click(folder, keys),
        _ => run_typed(),
    };
    wait(&voice(), keys);
    code
}

/// Says how to begin, where nothing was typed and no site is.
pub fn explain_click(folder: &Path, keys: &mut dyn BufRead) -> ExitCode {
    let voice = voice();
    let program = std::env::current_exe().unwrap_or_default();
    explain(&voice, folder, &program);
    wait(&voice, keys);
    ExitCode::SUCCESS
}

fn voice() -> Voice {
    Voice::without_command(typed_language(), FormatArgument::Text)
}

/// What a double-click runs: the server where the folder is in a site, nothing elsewhere.
fn meant(folder: &Path) -> Option<Arguments> {
    find_site(folder)?;
    Arguments::of(&["oit", "serve", "--open"])
}

/// Says how to begin where no site is; `program` is where this one lies.
fn explain(voice: &Voice, folder: &Path, program: &Path) {
    let (folder, program) = (path_text(folder), program.display());
    voice.stdout(&voice.say(
        format!(
            "oit สร้างเว็บไซต์เปิดเผยข้อมูล OIT ของ อปท.\n\
             ในโฟลเดอร์นี้ยังไม่มีเว็บไซต์ (ไม่พบ site.toml): {folder}\n\
             \n\
             ถ้ามีเว็บไซต์อยู่แล้ว\n\
             \x20 คัดลอก oit.exe ไปไว้ในโฟลเดอร์ที่มี site.toml แล้วดับเบิลคลิกที่นั่น เว็บไซต์จะเปิดในเบราว์เซอร์\n\
             \n\
             ถ้ายังไม่มี\n\
             \x20 1. เปิดโฟลเดอร์ที่จะเก็บงาน เช่น เอกสาร คลิกที่แถบที่อยู่ด้านบน พิมพ์ cmd แล้วกด Enter\n\
             \x20 2. พิมพ์คำสั่งนี้ โดยใส่ชื่อหน่วยงานของท่าน แล้วกด Enter\n\
             \x20    \"{program}\" init my-town --agency \"เทศบาลตำบลบ้านใหม่\"\n\
             \x20 3. คัดลอก oit.exe ไปไว้ในโฟลเดอร์ my-town แล้วดับเบิลคลิกที่นั่น\n"
        ),
        format!(
            "oit builds the OIT disclosure site of a Thai local government.\n\
             There is no site in this folder (no site.toml): {folder}\n\
             \n\
             If you have a site\n\
             \x20 copy oit.exe into the folder that has site.toml and double-click it there: the site opens in the browser\n\
             \n\
             If you have none\n\
             \x20 1. open the folder for your work, such as Documents, click on the address bar, type cmd and press Enter\n\
             \x20 2. type this command with the name of your agency, and press Enter\n\
             \x20    \"{program}\" init my-town --agency \"...\"\n\
             \x20 3. copy oit.exe into the folder my-town and double-click it there\n"
        ),
    ));
}

/// Keeps the window until somebody has read it.
fn wait(voice: &Voice, keys: &mut dyn BufRead) {
    voice.stdout(voice.say(
        "\nกด Enter เพื่อปิดหน้าต่างนี้",
        "\npress Enter to close this window",
    ));
    // Where nobody can press a key, there is no window to keep.
    let _ = keys.read_line(&mut String::new());
}

/// Whether Explorer started this process in a window of its own.
pub fn is_clicked() -> bool {
    started_by_explorer() && std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

#[cfg(windows)]
fn started_by_explorer() -> bool {
    use winsafe::{HPROCESSLIST, co::TH32CS};
    let Ok(mut list) = HPROCESSLIST::CreateToolhelp32Snapshot(TH32CS::SNAPPROCESS, None) else {
        return false;
    };
    let mut names = std::collections::HashMap::new();
    let mut parent = None;
    for process in list.iter_processes().flatten() {
        if process.th32ProcessID == std::process::id() {
            parent = Some(process.th32ParentProcessID);
        }
        names.insert(process.th32ProcessID, process.szExeFile());
    }
    let name = parent.and_then(|parent| names.remove(&parent));
    name.is_some_and(|name| name.eq_ignore_ascii_case("explorer.exe"))
}

#[cfg(not(windows))]
fn started_by_explorer() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::meant;
    use crate::cli::Command;

    #[test]
    fn in_a_site_the_browser_opens_and_elsewhere_nothing_runs() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("content");
        fs::create_dir(&inside).unwrap();
        assert!(meant(&inside).is_none());
        fs::write(folder.path().join("site.toml"), "").unwrap();
        for folder in [folder.path(), &inside] {
            let Some(Command::Serve(wanted)) = meant(folder).map(|line| line.command) else {
                panic!("the server is meant");
            };
            assert!(wanted.open);
        }
    }
}
