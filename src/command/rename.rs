//! `oit rename`: a document or a file of an item under another name, its address kept alive.

use std::path::{Path, PathBuf};

use super::voice::Voice;
use super::{Ending, Result, load_once, options, refused, shown, site_folder, taken};
use crate::cli::{Common, RenameArguments};
use crate::files::{SitePath, ending};
use crate::model::Site;
use crate::problem::{ReferenceFault, RefusalFault};
use crate::publish::{move_file, replace};
use crate::read::{exists, holds};
use crate::rename::plan_rename;

pub(super) fn rename(voice: &Voice, common: &Common, wanted: &RenameArguments) -> Result {
    let root = site_folder(common)?;
    let options = options(common, None, false)?;
    let loaded = load_once(&root, &options);
    let Some(path) = path_of(&root, &loaded.site, &wanted.old) else {
        let (path, near) = (wanted.old.clone(), None);
        return Err(refused(ReferenceFault::FileNotFound {
            path,
            near,
            moved: None,
        }));
    };
    let name = new_name(&path, &wanted.new);
    let (old, new) = (root.join(&*path), root.join(&*path).with_file_name(&name));
    let is_case_only = name.to_lowercase()
        == old
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
    if exists(&new) && !is_case_only {
        return Err(taken(&new));
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
    documents
        .chain(files)
        .find(|path| ***path == *inside)
        .cloned()
}

/// The new name, with the ending of the old one where it has none. A folder in it is left out: a file stays where it is.
fn new_name(path: &str, typed: &str) -> String {
    let typed = typed.rsplit(['/', '\\']).next().unwrap_or(typed);
    let old = ending(path);
    if ending(typed).eq_ignore_ascii_case(old) {
        typed.to_owned()
    } else {
        format!("{typed}.{old}")
    }
}
