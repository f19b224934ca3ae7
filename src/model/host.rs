//! What an address of the web says about the machine it leads to.
//!
//! In: an address as written. Out: its host, and how far that host can be relied on. Known names
//! are kept here in one place; nothing is ever looked up in the network.

use url::quirks::domain_to_unicode;
use url::{Host, Url};

/// Who can open what a host serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Everybody, as far as a name can tell.
    Public,
    /// A machine for trying things out, which may be gone tomorrow.
    Trial,
    /// One computer or one office.
    Office,
}

/// First labels of machines for trying things out.
const TRIAL: &[&str] = &[
    "test", "testing", "dev", "staging", "stage", "uat", "sandbox", "demo",
];

/// Services that lend an address for an hour.
const BORROWED: &[&str] = &[
    "ngrok.io",
    "ngrok.app",
    "ngrok-free.app",
    "trycloudflare.com",
    "loca.lt",
];

/// Endings that no public name has.
const NEVER_PUBLIC: &[&str] = &[
    "localhost",
    "local",
    "localdomain",
    "lan",
    "intranet",
    "internal",
    "test",
    "invalid",
    "home.arpa",
];

/// Names set aside for manuals, such as this program's.
const FOR_MANUALS: &[&str] = &["example", "example.com", "example.net", "example.org"];

/// Services that hide an address behind a short one. Not those that a service keeps for its own
/// addresses (`lin.ee` of LINE, `youtu.be`, `forms.gle`, `maps.app.goo.gl`).
const SHORTENERS: &[&str] = &[
    "adf.ly",
    "bit.ly",
    "bitly.com",
    "bitly.ws",
    "bl.ink",
    "buff.ly",
    "citly.me",
    "cutt.ly",
    "goo.gl",
    "is.gd",
    "j.mp",
    "kutt.it",
    "kutt.to",
    "me-qr.com",
    "me2.do",
    "ow.ly",
    "qrco.de",
    "rb.gy",
    "rebrand.ly",
    "s.id",
    "short.io",
    "shorturl.asia",
    "shorturl.at",
    "shorturl.com",
    "t.co",
    "t.ly",
    "tiny.cc",
    "tinyurl.com",
    "u.to",
    "v.gd",
    "x.gd",
];

/// Services where everybody may put something, and ends of names that belong to nobody alone.
const SHARED: &[&str] = &[
    "facebook.com",
    "fb.com",
    "fb.watch",
    "instagram.com",
    "tiktok.com",
    "twitter.com",
    "x.com",
    "line.me",
    "lin.ee",
    "youtube.com",
    "youtu.be",
    "google.com",
    "forms.gle",
    "onedrive.live.com",
    "1drv.ms",
    "dropbox.com",
    "canva.com",
];
const SUFFIXES: &[&str] = &[
    "th",
    "go.th",
    "or.th",
    "ac.th",
    "co.th",
    "in.th",
    "mi.th",
    "net.th",
    "ไทย",
    "com",
    "net",
    "org",
];

/// Whether a host is shared by many, such as that of a social network.
pub fn is_shared(host: &str) -> bool {
    let host = without_www(host);
    is_one_of(host, SHARED) || SUFFIXES.contains(&host)
}

/// Whether a text is an address on the web.
pub fn is_web_address(text: &str) -> bool {
    let folded = text.trim().to_ascii_lowercase();
    folded.starts_with("http://") || folded.starts_with("https://")
}

/// The host of a whole web address, without port, as people read it: in lower case, and a Thai domain in
/// Thai letters, however it is written (`xn--72c1a1bt4awk9o.xn--o3cw4h` is `ตัวอย่าง.ไทย`). What is no
/// name of a host, such as the `…` of an example, is given as it is written. `None` for anything else.
pub fn host_of(href: &str) -> Option<String> {
    let href = href.trim();
    let (scheme, rest) = href.split_once("//")?;
    let scheme = scheme.to_ascii_lowercase();
    let scheme = match scheme.strip_suffix(':') {
        Some(scheme) if is_web(scheme) => scheme,
        None if scheme.is_empty() => "https",
        _ => return None,
    };
    let host = match Url::parse(&format!("{scheme}://{rest}")) {
        Ok(url) => match url.host()? {
            Host::Domain(name) => domain_to_unicode(name),
            Host::Ipv4(four) => four.to_string(),
            Host::Ipv6(six) => six.to_string(),
        },
        Err(_) => rest.split(['/', '?', '#', '\\']).next()?.to_lowercase(),
    };
    let host = host.trim_end_matches('.');
    (!host.is_empty()).then(|| host.to_owned())
}

/// Whether browsers open pages with a scheme.
pub(super) fn is_web(scheme: &str) -> bool {
    matches!(scheme, "http" | "https")
}

/// Who can open what a host serves.
pub fn reach(host: &str) -> Reach {
    if is_one_of(host, FOR_MANUALS) {
        return Reach::Public;
    }
    if let Ok(address) = host.parse::<std::net::IpAddr>() {
        let inside = match address {
            std::net::IpAddr::V4(four) => {
                four.is_private()
                    || four.is_loopback()
                    || four.is_link_local()
                    || four.is_unspecified()
            }
            std::net::IpAddr::V6(six) => six.is_loopback() || six.is_unspecified(),
        };
        return if inside { Reach::Office } else { Reach::Public };
    }
    let mut labels = without_www(host).split('.');
    let first = labels.next().unwrap_or("");
    match labels.count() {
        0 => Reach::Office,
        _ if is_one_of(host, NEVER_PUBLIC) => Reach::Office,
        2.. if TRIAL.contains(&first) => Reach::Trial,
        _ if is_one_of(host, BORROWED) => Reach::Trial,
        _ => Reach::Public,
    }
}

/// Whether an address hides where it leads.
pub fn is_shortened(href: &str, host: &str) -> bool {
    // A map's own short address, which Google gave out under its general one.
    let is_map = host == "goo.gl" && href.contains("goo.gl/maps/");
    SHORTENERS.contains(&without_www(host)) && !is_map
}

/// Whether a host is one of the names or below it.
fn is_one_of(host: &str, names: &[&str]) -> bool {
    names.iter().any(|name| is_below(host, name))
}

/// Whether a host has a name or lies below it: `eservice.example.go.th` below `example.go.th`.
pub fn is_below(host: &str, name: &str) -> bool {
    host.strip_suffix(name)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// A host without `www.`, which means no other machine to anybody.
pub fn without_www(host: &str) -> &str {
    host.strip_prefix("www.").unwrap_or(host)
}

/// Whether a path begins with the name of a host, its scheme left out: `itas.nacc.go.th/…`. The ends of
/// names that clerks link to, none of which is the ending of a file.
pub fn begins_with_host(path: &str) -> bool {
    const ENDS: [&str; 8] = ["th", "com", "org", "net", "gle", "be", "me", "ly"];
    let name = path.split('/').next().unwrap_or("");
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    labels.len() > 1
        && labels.iter().all(is_label)
        && (labels[0] == "www" || labels.last().is_some_and(|end| ENDS.contains(end)))
}

#[cfg(test)]
mod tests {
    use super::{Reach, host_of, is_below, is_shortened, reach};

    #[test]
    fn the_host_of_an_address() {
        for (href, host) in [
            ("https://Drive.Google.com/file/d/1?x#y", "drive.google.com"),
            ("http://user@192.168.1.5:8080/a", "192.168.1.5"),
            ("http://0x7f.1/", "127.0.0.1"),
            ("//bit.ly/x", "bit.ly"),
            ("http://[::1]:80/", "::1"),
            ("HTTPS://x.example.:443", "x.example"),
            ("https://a_b.example/", "a_b.example"),
            ("https://x%2Eexample/", "x.example"),
            ("https://ตัวอย่าง.ไทย/plan.pdf", "ตัวอย่าง.ไทย"),
            ("https://XN--72c1a1bt4awk9o.xn--o3cw4h:8443/", "ตัวอย่าง.ไทย"),
            (
                "https://%E0%B8%95%E0%B8%B1%E0%B8%A7%E0%B8%AD%E0%B8%A2%E0%B9%88%E0%B8%B2%E0%B8%87.ไทย",
                "ตัวอย่าง.ไทย",
            ),
            ("https://อบต๑.ไทย/", "อบต๑.ไทย"),
            ("https://ｘ。example/", "x.example"),
            ("https://…", "…"),
            ("https://A b/c", "a b"),
            ("https://x.example:99999/", "x.example:99999"),
        ] {
            assert_eq!(host_of(href).as_deref(), Some(host), "{href}");
        }
        for href in [
            "plan.pdf",
            "/2566/",
            "a//b",
            "mailto:a@b.c",
            "ftp://x.y/",
            "https://",
        ] {
            assert_eq!(host_of(href), None, "{href}");
        }
    }

    #[test]
    fn who_can_open_it() {
        for host in [
            "localhost",
            "127.0.0.1",
            "10.0.0.7",
            "172.16.4.1",
            "172.31.4.1",
            "192.168.0.1",
            "::1",
            "server01",
            "nas.local",
            "oit.test",
        ] {
            assert_eq!(reach(host), Reach::Office, "{host}");
        }
        for host in [
            "test.rim.go.th",
            "dev.rim.go.th",
            "staging.rim.go.th",
            "ab.ngrok-free.app",
        ] {
            assert_eq!(reach(host), Reach::Trial, "{host}");
        }
        for host in [
            "www.rim.go.th",
            "dev.to",
            "172.32.0.1",
            "203.0.113.7",
            "x.example",
            "testing.go",
        ] {
            assert_eq!(reach(host), Reach::Public, "{host}");
        }
    }

    #[test]
    fn short_and_own() {
        assert!(is_shortened("https://bit.ly/a", "bit.ly"));
        assert!(!is_shortened("https://lin.ee/a", "lin.ee"));
        assert!(!is_shortened("https://goo.gl/maps/a", "goo.gl"));
        assert!(is_below("a.rim.go.th", "rim.go.th") && !is_below("trim.go.th", "rim.go.th"));
    }
}
