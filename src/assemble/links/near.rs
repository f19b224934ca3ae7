//! What a broken link may have meant, as it would have to be written.

use super::{From, Links, scheme};
use crate::files::{file_name, folder_of, relative};
use crate::model::address;
use crate::model::host::begins_with_host;
use crate::parse::reference::{canonical, decode, join};
use crate::thai::nearest::nearest;

impl Links<'_> {
    /// What a broken link may have meant, as it would have to be written. Every known name is looked at.
    pub fn near(&self, from: From<'_>, href: &str) -> Option<String> {
        let inside = self.own(href).filter(|_| scheme(href).is_some());
        let href = inside.as_deref().unwrap_or(href).trim();
        let path = decode(href.split(['#', '?']).next().unwrap_or(""));
        if path.starts_with('/') {
            let spelt = self.spelt_otherwise(&path);
            if spelt.is_some() {
                return spelt;
            }
            nearest(&path, self.index.by_address.keys().map(String::as_str))
        } else if let Some(address) = spoken_address(href) {
            Some(address)
        } else if begins_with_host(&path) {
            Some(format!("https://{href}"))
        } else {
            let moved = || self.moved_file(from, &path);
            self.nearest_file(from, &path).or_else(moved)
        }
    }

    /// The name in the folder that a path means, as the path would have to be written.
    fn nearest_file(&self, from: From<'_>, path: &str) -> Option<String> {
        let (folder, name) = path.rsplit_once('/').map_or(("", path), |(f, n)| (f, n));
        let place = join(folder_of(from.path), folder)?;
        let prefix = format!("{}/", canonical(&place));
        let beside = (self.index.by_path)
            .keys()
            .filter_map(|known| known.strip_prefix(&prefix));
        let near = nearest(name, beside)?;
        let slash = if folder.is_empty() { "" } else { "/" };
        Some(format!("{folder}{slash}{near}"))
    }

    /// The address that is written with the item's number as its folder has it (`/2566/o07/`), or with the name of a
    /// file as it is on the disk, which addresses spell in ASCII.
    fn spelt_otherwise(&self, path: &str) -> Option<String> {
        let folder = canonical(&format!("content{path}"));
        let inside = folder.strip_prefix("content")?.trim_end_matches('/');
        let known = |address: String| {
            self.index
                .by_address
                .contains_key(&address)
                .then_some(address)
        };
        known(format!("{inside}/"))
            .or_else(|| known(inside.to_owned()))
            .or_else(|| {
                known(address::of_output(&address::ascii_path(
                    inside.trim_start_matches('/'),
                )))
            })
            .or_else(|| {
                let page = address::ascii_path(inside.trim_start_matches('/'));
                known(format!("{}/", address::of_output(&page)))
            })
    }

    /// The one file of this very name that lies in another folder of the year.
    fn moved_file(&self, from: From<'_>, path: &str) -> Option<String> {
        let folder = folder_of(from.path);
        let year = format!("{}/", folder_of(folder));
        let files = self.site.evidence.iter().map(|file| &file.path);
        let mut same =
            files.filter(|known| file_name(known) == file_name(path) && known.starts_with(&year));
        let found = same.next()?;
        same.next().is_none().then(|| relative(folder, found))
    }
}

/// The address of what people say instead of one: a name in LINE, a telephone number.
fn spoken_address(href: &str) -> Option<String> {
    if let Some(name) = href.strip_prefix('@') {
        let is_name = !name.is_empty()
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "._-".contains(c));
        return is_name.then(|| format!("https://line.me/R/ti/p/@{name}"));
    }
    if is_mail_address(href) {
        return Some(format!("mailto:{href}"));
    }
    let digits: String = href.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let is_number = (8..=10).contains(&digits.len()) && digits.starts_with('0');
    (is_number && digits.bytes().all(|b| b.is_ascii_digit())).then(|| format!("tel:{digits}"))
}

/// Whether a link is a name at a host, `saraban@example.go.th`.
fn is_mail_address(href: &str) -> bool {
    let is_name = |c: char| c.is_ascii_alphanumeric() || "._-+".contains(c);
    href.split_once('@').is_some_and(|(name, host)| {
        let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
        !name.is_empty() && name.chars().all(is_name) && is_host && host.chars().all(is_name)
    })
}
