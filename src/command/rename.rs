//! `oit rename`: a document, a free page or a file under another name, its address kept alive.

use std::path::{Path, PathBuf};

use super::voice::Voice;
use super::{Ending, Result, load_once, no_such_file, options, refused, shown, site_folder, taken};
use crate::cli::{Common, RenameArguments};
use crate::files::{SitePath, ending, folder_of};
use crate::model::{Site, kept_by_windows};
use crate::problem::{RefusalFault, RenameRefusal};
use crate::publish::{move_file, replace};
use crate::read::{exists, holds, is_left_out};
use crate::rename::plan_rename;

pub(super) fn rename(voice: &Voice, common: &Common, wanted: &RenameArguments) -> Result {
    let root = site_folder(common)?;
    let options = options(common, None, false)?;
    let loaded = load_once(&root, &options);
    let Some(path) = path_of(&root, &loaded.site, &wanted.old) else {
        return Err(no_such_file(&wanted.old));
    };
    let old = root.join(&*path);
    let name = new_name(&old, &root, &wanted.new)?;
    let new = old.with_file_name(&name);
    let before = old.file_name().unwrap_or_default().to_string_lossy();
    let is_case_only = name != before && name.to_lowercase() == before.to_lowercase();
    if exists(&new) && !is_case_only {
        return Err(taken(&new));
    }
    if let Some(other) = namesake(&loaded.site, &path, &name) {
        return Err(taken(&root.join(&*other)));
    }
    let plan = plan_rename(&loaded.site, &loaded.files, &path, &name);
    for (path, (before, _)) in &plan.texts {
        // Somebody may be writing in it.
        if !holds(&root.join(&**path), before.as_bytes()) {
            let path = path.to_string();
            return Err(refused(RefusalFault::FileChanged { path }));
        }
    }
    for (path, (_, after)) in &plan.texts {
        replace(&root.join(&**path), after.as_bytes())?;
    }
    move_file(&old, &new)?;
    let (old, new, references) = (shown(&old), shown(&new), plan.references);
    voice.tell(
        format!("เปลี่ยนชื่อแล้ว: {old} → {new} แก้การอ้างถึง {references} แห่ง"),
        format!("renamed: {old} → {new}; {references} references changed"),
    );
    if plan.is_kept {
        voice.tell(
            "ที่อยู่เดิมยังเปิดได้ (formerly)",
            "the old address stays alive (formerly)",
        );
    }
    if let Some(lost) = plan.lost {
        voice.tell(
            format!("ไม่มีเอกสารใดเก็บที่อยู่เดิมของไฟล์นี้ได้ {lost} จะเปิดไม่ได้อีก ใส่ชื่อไฟล์ใน files ของเอกสาร แล้วเขียนชื่อเดิมใน formerly"),
            format!("no document can keep the old address of this file, and {lost} will not open any more: name the file in files of a document, and its old name in formerly"),
        );
    }
    Ok(Ending::Fine)
}

/// The path in the site of a document or file of an item, as it was typed: from here, or from the site's folder.
fn path_of(root: &Path, site: &Site, typed: &str) -> Option<SitePath> {
    let root = root.canonicalize().ok()?;
    let from_here = PathBuf::from(typed).canonicalize();
    let on_disk = from_here
        .or_else(|_| root.join(typed).canonicalize())
        .ok()?;
    let inside = on_disk
        .strip_prefix(&root)
        .ok()?
        .to_string_lossy()
        .replace('\\', "/");
    let documents = site.documents.iter().map(|document| &document.path);
    let files = site.evidence.iter().map(|file| &file.path);
    // The text of the home page has no other name.
    let pages = site.pages.iter().filter(|page| !page.slug.is_empty());
    documents
        .chain(files)
        .chain(pages.map(|page| &page.path))
        .find(|path| ***path == *inside)
        .cloned()
}

/// The new name, with the ending of the old one where it has none. A file stays in its folder, and what is not read
/// would vanish with its address.
fn new_name(old: &Path, root: &Path, typed: &str) -> Result<String> {
    let refuse = |why| {
        let name = typed.to_owned();
        Err(refused(RefusalFault::RenameRefused { name, why }))
    };
    let typed = typed.replace('\\', "/");
    let (folder, name) = match typed.rsplit_once('/') {
        Some((folder, name)) => (Some(folder), name),
        None => (None, &*typed),
    };
    let own = old.parent().and_then(|folder| folder.canonicalize().ok());
    let is_own = |folder: &str| {
        let places = [
            PathBuf::from(folder),
            root.join(folder),
            old.with_file_name(folder),
        ];
        places.iter().any(|place| place.canonicalize().ok() == own)
    };
    if folder.is_some_and(|folder| !is_own(folder)) {
        return refuse(RenameRefusal::OtherFolder);
    }
    let old = old.to_string_lossy();
    let kind = ending(&old);
    let name = if ending(name).eq_ignore_ascii_case(kind) {
        name.to_owned()
    } else {
        format!("{name}.{kind}")
    };
    let has_stem = name.len() > kind.len() + 1;
    if !has_stem || is_left_out(&name) {
        return refuse(RenameRefusal::LeftOut);
    }
    if let Some(meant) = kept_by_windows(&name) {
        return refuse(RenameRefusal::NotOnWindows(meant));
    }
    Ok(name)
}

/// Another document of the folder that would have the same address: `a.toml` beside `a.md`.
fn namesake(site: &Site, path: &str, name: &str) -> Option<SitePath> {
    let stem = |path: &str| {
        let stem = path
            .strip_suffix(".md")
            .or_else(|| path.strip_suffix(".toml"));
        stem.map(str::to_owned)
    };
    let wanted = stem(&format!("{}/{name}", folder_of(path)))?;
    let documents = site.documents.iter().map(|document| &document.path);
    let mut all = documents.chain(site.pages.iter().map(|page| &page.path));
    let found = all.find(|other| ***other != *path && stem(other).as_deref() == Some(&wanted));
    found.cloned()
}
