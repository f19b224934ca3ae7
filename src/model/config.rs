//! What `site.toml` says.

use std::fmt;

use super::fiscal_year::FiscalYear;
use super::host::host_of;
use crate::span::{Located, Span};

/// The name that `init` writes where none was given. No true name has three dots.
pub const PLACEHOLDER_NAME: &str = "เทศบาลตำบล…";

/// The address that `init` writes, because every site must have one.
pub const PLACEHOLDER_BASE: &str = "https://www.your-town.go.th/";

/// The settings of a site, as its webmaster wrote them.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The site's title.
    pub title: String,
    /// Where it is published.
    pub base: BaseUrl,
    /// Where that is written; `None` where the command line gives another.
    pub base_at: Option<Span>,
    /// The current year, where it is set.
    pub fiscal_year: Option<Located<FiscalYear>>,
    /// The theme's name and, where it is set, the place.
    pub theme: Located<String>,
    /// The accent colour as `#rrggbb`, in lower case.
    pub accent: Option<String>,
    /// Hosts besides the base address's where evidence counts as on the main site.
    pub own_hosts: Vec<String>,
    /// Whether the public checklist shows the score estimate.
    pub show_score: bool,
    /// The largest evidence file that passes without comment, in megabytes.
    pub max_file_mb: u64,
    /// Who publishes.
    pub agency: Agency,
    /// The responsible units, in the order of the file.
    pub units: Vec<Unit>,
}

impl Config {
    /// Who publishes: the agency, or the site's title where none is named.
    pub fn publisher(&self) -> &str {
        if self.agency.name.is_empty() {
            &self.title
        } else {
            &self.agency.name
        }
    }
}

/// Who publishes the site.
#[derive(Debug, Clone, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Agency {
    pub name: String,
    pub district: String,
    pub province: String,
    pub address: String,
    pub phone: String,
    pub fax: String,
    pub email: String,
    pub map: String,
}

/// A responsible unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    /// How front matter names it.
    pub id: String,
    /// How pages name it.
    pub name: String,
}

/// The address of the site, split where its parts are needed apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// `https://www.example.go.th`, without a final slash.
    origin: String,
    /// `/` or `/oit/`.
    path: String,
}

impl BaseUrl {
    /// Splits `https://host/sub/path/`; `None` where it is not a web address.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = text.split_once("://")?;
        let scheme = scheme.to_ascii_lowercase();
        if !matches!(scheme.as_str(), "http" | "https") || text.contains(['?', '#']) {
            return None;
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let good = |c: char| c.is_ascii_graphic() && !"\"'<>\\^`{|}@".contains(c);
        if host.is_empty() || !host.chars().all(good) || !path.chars().all(good) {
            return None;
        }
        let path = path.trim_matches('/');
        Some(Self {
            origin: format!("{scheme}://{host}"),
            path: if path.is_empty() {
                "/".to_owned()
            } else {
                format!("/{path}/")
            },
        })
    }

    /// The host without its port, in lower case: `www.example.go.th`.
    pub fn host(&self) -> String {
        host_of(&self.origin).unwrap_or_default()
    }

    /// Whether what is read from there may be read by others on the way.
    pub fn is_http(&self) -> bool {
        self.origin.starts_with("http://")
    }

    /// The path all addresses start with: `/` or `/oit/`.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A site address `/2566/o12/` as a reference inside a page: `/oit/2566/o12/`.
    pub fn local(&self, address: &str) -> String {
        [self.path.as_str(), address.trim_start_matches('/')].concat()
    }

    /// A reference inside a page as a whole address: `/oit/2566/o12/` → `https://…/oit/2566/o12/`.
    pub fn absolute(&self, local: &str) -> String {
        [self.origin.as_str(), local].concat()
    }

    /// A site address as a whole address.
    pub fn whole(&self, address: &str) -> String {
        self.absolute(&self.local(address))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.origin, self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::BaseUrl;

    #[test]
    fn a_sub_path_is_kept_with_or_without_final_slash() {
        for text in ["https://x.example/oit", "https://x.example/oit/"] {
            let base = BaseUrl::parse(text).unwrap();
            assert_eq!(base.local("/2566/o12/"), "/oit/2566/o12/");
            assert_eq!(base.whole("/2566/o12/"), "https://x.example/oit/2566/o12/");
        }
        let root = BaseUrl::parse("https://x.example").unwrap();
        assert_eq!(root.whole("/"), "https://x.example/");
        for text in [
            "x.example",
            "ftp://x",
            "https://",
            "https://x/?a=1",
            "https://a b/",
        ] {
            assert_eq!(BaseUrl::parse(text), None, "{text}");
        }
    }
}
