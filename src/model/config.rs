//! What `site.toml` says.

use std::fmt;

use jiff::civil::Date;
use url::Url;

use super::fiscal_year::FiscalYear;
use super::host::{host_of, is_web, without_www};
use crate::span::{Located, Span};
use crate::thai::digits::is_invisible;

/// The name that `init` writes where none was given. No true name has three dots.
pub const PLACEHOLDER_NAME: &str = "เทศบาลตำบล…";

/// The address that `init` writes, because every site must have one.
pub const PLACEHOLDER_BASE: &str = "https://www.your-town.go.th/";

/// The settings of a site, as its webmaster wrote them.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The title of the site, shown at the top of every page.
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
    /// The file of the agency's seal, as it is named.
    pub logo: Option<Located<String>>,
    /// The days on which answers were handed in, each in its fiscal year.
    pub submitted: Vec<Located<Date>>,
    /// Hosts besides the base address's where evidence counts as on the main site.
    pub own_hosts: Vec<String>,
    /// Whether the public checklist shows the score estimate.
    pub show_score: bool,
    /// How much of the verdict visitors see.
    pub public_status: PublicStatus,
    /// The largest evidence file that passes without comment, in megabytes.
    pub max_file_mb: u64,
    /// Who publishes.
    pub agency: Agency,
    /// The responsible units, in the order of the file.
    pub units: Vec<Unit>,
}

/// How much of the verdict on an item visitors see. Checks, reports and `checklist.json` have all of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PublicStatus {
    /// Complete, incomplete or missing, and why.
    #[default]
    Full,
    /// Whether it is published.
    Published,
    /// Nothing.
    None,
}

impl PublicStatus {
    /// What they are called in `site.toml`.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("full", Self::Full),
        ("published", Self::Published),
        ("none", Self::None),
    ];

    /// Its name in `site.toml`.
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, known)| *known == self);
        found.map_or("", |(name, _)| name)
    }
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
    pub ministry: String,
    pub kind: String,
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

/// The address of the site, split where its parts are needed apart. It is written in ASCII, as sitemaps,
/// feeds and search engines expect it: a Thai domain as `xn--…`, a Thai folder in percent signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// `https://www.example.go.th`, without a final slash.
    origin: String,
    /// `/` or `/oit/`.
    path: String,
}

impl BaseUrl {
    /// Splits `https://host/sub/path/`; `None` where it is not a web address. What a browser would put
    /// right by itself (`https:///host`, `\` for `/`) is none.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (_, rest) = text.split_once("://")?;
        let is_wrong = |c: char| {
            c.is_whitespace() || c.is_control() || is_invisible(c) || "\"'<>\\^`{|}@?#".contains(c)
        };
        if rest.starts_with('/') || rest.contains(is_wrong) {
            return None;
        }
        let url = Url::parse(text).ok().filter(|url| is_web(url.scheme()))?;
        let path = url.path().trim_matches('/');
        Some(Self {
            origin: url.origin().ascii_serialization(),
            path: if path.is_empty() {
                "/".to_owned()
            } else {
                format!("/{path}/")
            },
        })
    }

    /// The host without its port, as people read it: `www.example.go.th`, `ตัวอย่าง.ไทย`.
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

    /// The address on the site that a whole address leads to, from `/` on; `None` for one of another site. The host
    /// may have `www.` or not: people type both.
    pub fn inside(&self, href: &str) -> Option<String> {
        // Most addresses lead elsewhere, which is sooner told than parsed.
        let host = |address: &str| {
            let (_, rest) = address.split_once("//")?;
            let host = rest.split(['/', '?', '#', ':']).next()?;
            Some(without_www(&host.to_lowercase()).to_owned())
        };
        let typed = host(href)?;
        if typed.is_ascii() && Some(typed) != host(&self.origin) {
            return None;
        }
        let own = Url::parse(&self.origin).ok()?;
        let other = Url::options().base_url(Some(&own)).parse(href).ok()?;
        let is_here = is_web(other.scheme())
            && without_www(other.host_str()?) == without_www(own.host_str()?)
            && other.port() == own.port();
        let path = other.path();
        let path = path.strip_prefix(self.path.as_str()).or_else(|| {
            let folder = self.path.strip_suffix('/')?;
            (path == folder).then_some("")
        });
        let fragment = other.fragment().map(|fragment| format!("#{fragment}"));
        let path = path.filter(|_| is_here)?;
        Some(["/", path, &fragment.unwrap_or_default()].concat())
    }

    /// Whether what was published at another address is found at this one: with `www.` or without, by `http` or
    /// `https`.
    pub fn is_same_place(&self, other: &Self) -> bool {
        let place = |base: &Self| {
            let (_, host) = base.origin.split_once("://")?;
            Some(without_www(host).to_owned())
        };
        self.path == other.path && place(self) == place(other)
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
            "https:///x.example/",
            "https:x.example",
            "https://x/?a=1",
            "https://x/#a",
            "https://a b/",
            "https://a/b c/",
            "https://user@x.example/",
            "https://user:word@x.example/",
            "https://x.example/a\u{200b}b/",
            "https://x.example:99999/",
            "https://[::1/",
            "https://x\\y/",
            "https://ก%ข.ไทย/",
        ] {
            assert_eq!(BaseUrl::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_whole_address_of_the_site_is_one_on_the_site() {
        let base = BaseUrl::parse("https://www.x.example/oit/").unwrap();
        for (href, inside) in [
            ("https://www.x.example/oit/2566/o6/", "/2566/o6/"),
            ("http://X.example/oit/a%20b.pdf#page=2", "/a%20b.pdf#page=2"),
            ("//x.example/oit", "/"),
        ] {
            assert_eq!(base.inside(href).as_deref(), Some(inside), "{href}");
        }
        for other in [
            "https://x.example/oit2/",
            "https://x.example/",
            "https://y.x.example/oit/",
            "https://x.example:8080/oit/",
            "mailto:a@x.example",
        ] {
            assert_eq!(base.inside(other), None, "{other}");
        }
        let thai = BaseUrl::parse("https://ตัวอย่าง.ไทย/").unwrap();
        let ascii = thai.whole("/2566/");
        assert_eq!(thai.inside(&ascii).as_deref(), Some("/2566/"));
        assert_eq!(
            thai.inside("https://ตัวอย่าง.ไทย/2566/").as_deref(),
            Some("/2566/")
        );
    }

    #[test]
    fn one_address_is_written_in_one_way() {
        for (text, written) in [
            ("https://x.example", "https://x.example/"),
            (" HTTPS://WWW.X.example/Oit ", "https://www.x.example/Oit/"),
            ("http://x.example:8080/oit", "http://x.example:8080/oit/"),
            ("https://x.example:443/", "https://x.example/"),
            ("https://x.example./", "https://x.example./"),
            ("https://a_b.example/", "https://a_b.example/"),
            ("http://[::1]:8000/", "http://[::1]:8000/"),
            ("http://127.0.0.1/a%20b", "http://127.0.0.1/a%20b/"),
            ("https://%78.example/", "https://x.example/"),
            (
                "https://ตัวอย่าง.ไทย/",
                "https://xn--72c1a1bt4awk9o.xn--o3cw4h/",
            ),
            (
                "https://xn--72c1a1bt4awk9o.xn--o3cw4h",
                "https://xn--72c1a1bt4awk9o.xn--o3cw4h/",
            ),
            ("https://อบต๑.ไทย/", "https://xn--m3cj0d1h.xn--o3cw4h/"),
            (
                "https://x.example/ข้อ/ก",
                "https://x.example/%E0%B8%82%E0%B9%89%E0%B8%AD/%E0%B8%81/",
            ),
        ] {
            let base = BaseUrl::parse(text).unwrap();
            assert_eq!(base.to_string(), written, "{text}");
            assert_eq!(BaseUrl::parse(written), Some(base), "{text}");
        }
        let host = |text: &str| BaseUrl::parse(text).unwrap().host();
        assert_eq!(
            host("https://xn--72c1a1bt4awk9o.xn--o3cw4h:8443/"),
            host("https://ตัวอย่าง.ไทย/oit/")
        );
    }
}
