//! `oit add`: files taken into an item and published as a document.
//!
//! In: files, wherever they lie. Out: the files in the item's folder and a document that names them, and what the item
//! then lacks. What a clerk does most, in one command.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use super::check::tell_items;
use super::new::{ItemPlace, free_name, tell_new_year, title_argument};
use super::voice::Voice;
use super::{
    Ending, Result, as_of, form, load_once, no_such_file, options, refused_file, shown,
    site_folder, taken,
};
use crate::check::is_program;
use crate::cli::{AddArguments, Common};
use crate::files::{ending, file_name, stem};
use crate::model::{Evidence, Site, typed_date};
use crate::parse::leftover::leftover;
use crate::parse::quoted::quoted;
use crate::parse::reference::canonical;
use crate::problem::{EvidenceFault, Problem, ReferenceFault};
use crate::publish::NewFiles;
use crate::read::same_bytes;
use crate::thai::numeral::to_arabic;

/// No item has more components.
const MOST_COMPONENTS: u16 = 99;

pub(super) fn add(voice: &Voice, common: &Common, wanted: &AddArguments) -> Result {
    let root = site_folder(common)?;
    let options = options(common, None, false)?;
    let site = load_once(&root, &options).site;
    let place = ItemPlace::of(&site, &wanted.item, wanted.year.as_deref())?;
    let folder = place.folder(&root, &site);
    let (sources, title) = sources(&wanted.files, &folder)?;
    for source in &sources {
        refuse_what_is_no_evidence(source)?;
        refuse_what_is_there(source, &root, &site, &place)?;
    }
    let title = title_argument(title)?.map(str::to_owned);
    let mut files = NewFiles::default();
    let mut names = Vec::new();
    for source in &sources {
        if let Some(inside) = inside(source, &folder) {
            names.push(inside);
            continue;
        }
        let name = source.file_name().unwrap_or_default();
        let target = folder.join(name);
        if !same_bytes(source, &target) && !files.copy(source, &target)? {
            return Err(taken(&target));
        }
        names.push(name.to_string_lossy().into_owned());
    }
    let day = typed_date(as_of(common)?);
    let path = free_name(&folder, &day);
    let title = title.unwrap_or_else(|| stem(file_name(&names[0])).to_owned());
    let text = document(wanted, &title, &day, &names)?;
    if !files.create(&path, &text)? {
        return Err(taken(&path));
    }
    files.keep();
    let path = shown(&path);
    voice.tell(
        format!("นำเข้าแล้ว: {path} ({})", names.join(", ")),
        format!("taken in: {path} ({})", names.join(", ")),
    );
    let ending = tell_items(voice, &root, &options, place.year, &[place.number()]);
    tell_new_year(voice, &site, place.year);
    match ending {
        Ending::Fine => voice.tell("ขั้นต่อไป: สั่ง oit build", "next: run oit build"),
        _ => voice.tell(
            format!("ขั้นต่อไป: แก้ที่ผิดใน {path} ก่อน เพราะยังสร้างเว็บไซต์ไม่ได้ แล้วสั่ง oit build"),
            format!("next: mend the errors of {path}, with which nothing can be built; then run oit build"),
        ),
    }
    Ok(ending)
}

/// The files, and the title that may stand behind them. A file is looked for from here, and in the item's folder.
fn sources<'a>(typed: &'a [String], folder: &Path) -> Result<(Vec<PathBuf>, Option<&'a str>)> {
    let mut sources = Vec::new();
    for (at, name) in typed.iter().enumerate() {
        let found = [PathBuf::from(name), folder.join(name)];
        let found = found.into_iter().find(|path| path.is_file());
        match found {
            Some(path) => sources.push(path),
            None if at > 0 && at + 1 == typed.len() && !looks_like_a_file(name) => {
                return Ok((sources, Some(name)));
            }
            None if Path::new(name).is_dir() || folder.join(name).is_dir() => {
                let path = name.clone();
                let fault = ReferenceFault::FolderAsFile { path };
                return Err(refused_file(fault, name.clone()));
            }
            None => return Err(no_such_file(name)),
        }
    }
    Ok((sources, None))
}

/// The name of a file that lies in the item's folder already, as a document there writes it.
fn inside(source: &Path, folder: &Path) -> Option<String> {
    let (source, folder) = (source.canonicalize().ok()?, folder.canonicalize().ok()?);
    let inside = source.strip_prefix(folder).ok()?.to_string_lossy();
    Some(inside.replace(MAIN_SEPARATOR, "/"))
}

/// What nobody could open, or what is not published under its name, is not taken in.
fn refuse_what_is_no_evidence(source: &Path) -> Result<()> {
    let name = source.file_name().unwrap_or_default().to_string_lossy();
    let path = name.clone().into_owned();
    let ending = ending(&name).to_ascii_lowercase();
    let sign = name.chars().next().filter(|sign| matches!(sign, '.' | '_'));
    let is_empty = source.metadata().is_ok_and(|found| found.len() == 0);
    let fault: Option<Problem> = if let Some(fault) = leftover(&name) {
        Some(fault.into())
    } else if matches!(&*ending, "md" | "toml") {
        Some(ReferenceFault::DocumentAsFile { path }.into())
    } else if let Some(sign) = sign {
        Some(ReferenceFault::HiddenFile { path, sign }.into())
    } else if is_program(&name, None) {
        Some(EvidenceFault::Program.into())
    } else {
        is_empty.then(|| EvidenceFault::Empty.into())
    };
    match fault {
        Some(fault) => Err(refused_file(fault, shown(source))),
        None => Ok(()),
    }
}

/// What a published document of the item has already would be there twice.
fn refuse_what_is_there(
    source: &Path,
    root: &Path,
    site: &Site,
    place: &ItemPlace<'_>,
) -> Result<()> {
    let of_item = Some((place.year, place.number()));
    let is_named = |file: &Evidence| {
        let mut owners = file.owners.iter().map(|owner| site.document(*owner));
        owners.any(|owner| {
            let mut names = owner.named_files();
            owner.counts() && names.any(|(name, _)| canonical(name) == canonical(&file.path))
        })
    };
    let mut files = site.evidence.iter().filter(|file| file.item == of_item);
    let same = files.find(|file| is_named(file) && same_bytes(source, &root.join(&*file.path)));
    match same {
        Some(file) => {
            let other = file.path.to_string();
            let fault = EvidenceFault::Duplicate { other, also: None };
            Err(refused_file(fault, shown(source)))
        }
        None => Ok(()),
    }
}

/// Whether a name ends as files do: `แผน.pdf`, not `แผน ฉบับที่ 2.1`.
fn looks_like_a_file(name: &str) -> bool {
    let ending = ending(file_name(name));
    (2..=5).contains(&ending.len())
        && ending.chars().all(|c| c.is_ascii_alphanumeric())
        && ending.chars().any(|c| c.is_ascii_alphabetic())
}

/// The text of the document.
fn document(wanted: &AddArguments, title: &str, day: &str, names: &[String]) -> Result<String> {
    let mut lines = vec![
        "+++".to_owned(),
        format!("title = {}", quoted(title)),
        format!("date = \"{day}\""),
    ];
    if let Some(unit) = &wanted.unit {
        lines.push(format!("unit = {}", quoted(unit)));
    }
    if let Some(period) = &wanted.period {
        lines.push(format!("period = {}", quoted(period)));
    }
    if let Some(text) = &wanted.components {
        let numbers = numbers(text).ok_or_else(|| form("--components", text, "1-5"))?;
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        lines.push(format!("components = [{}]", numbers.join(", ")));
    }
    let files = names
        .iter()
        .map(|name| format!("{{ path = {} }}", quoted(name)));
    let files: Vec<String> = files.collect();
    lines.push(format!("files = [{}]", files.join(", ")));
    lines.push("+++\n".to_owned());
    Ok(lines.join("\n"))
}

/// The numbers in `1-5`, `1,3` or `1, 3-5`, also in Thai digits.
fn numbers(text: &str) -> Option<Vec<u16>> {
    let mut numbers = Vec::new();
    for part in to_arabic(text)
        .split([',', ' '])
        .filter(|part| !part.is_empty())
    {
        let (first, last) = part.split_once(['-', '–']).unwrap_or((part, part));
        let (first, last): (u16, u16) = (first.parse().ok()?, last.parse().ok()?);
        if first == 0 || first > last || last > MOST_COMPONENTS {
            return None;
        }
        numbers.extend(first..=last);
    }
    (!numbers.is_empty()).then_some(numbers)
}

#[cfg(test)]
mod tests {
    use super::{looks_like_a_file, numbers};

    #[test]
    fn components_are_named_as_people_write_them() {
        assert_eq!(numbers("1-3"), Some(vec![1, 2, 3]));
        assert_eq!(numbers("๑, ๓–๔"), Some(vec![1, 3, 4]));
        for wrong in ["", "0", "3-1", "a", "1-100", "1-"] {
            assert_eq!(numbers(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_title_is_no_file() {
        assert!(looks_like_a_file("แผน.pdf") && looks_like_a_file("x/แผน.xlsx"));
        assert!(!looks_like_a_file("แผน ฉบับที่ 2.1") && !looks_like_a_file("แผน"));
    }
}
