//! `site.toml` to [`Config`].

use super::framework_value::named;
use super::keys;
use super::table::{TomlTable, TomlText};
use crate::files::{SitePath, mark_length};
use crate::model::config::{BaseUrl, PLACEHOLDER_BASE, PLACEHOLDER_NAME};
use crate::model::host::{Reach, host_of, is_shared, reach};
use crate::model::{
    Agency, Config, FiscalYear, Period, PeriodFault, PublicStatus, Unit, is_no_value,
};
use crate::problem::{
    Diagnostics, LinkFault, Meant, OwedFault, ReferenceFault, SettingsFault, ValueFault,
};
use crate::span::{Located, Span};

/// Used where the file gives no usable address, so that the rest can still be checked.
const FALLBACK_BASE: &str = "https://www.example.go.th/";

/// Reads the settings. `base_url` replaces the file's address, as `--base-url` asks.
pub fn config(path: &SitePath, text: &str, base_url: Option<&BaseUrl>) -> (Config, Diagnostics) {
    let start = mark_length(text);
    let source = TomlText::new(path, &text[start..], start);
    let parsed = source.parse();
    let table = TomlTable::top(&source, &parsed, keys::SITE);
    let title = filled_in(&table, "title", PLACEHOLDER_NAME);
    let (base, base_at) = base(&table, base_url.is_none());
    let public_status = named(&table, "public_status", &PublicStatus::NAMES).unwrap_or_default();
    let config = Config {
        title: title.map(|title| title.value).unwrap_or_default(),
        base: base_url.cloned().unwrap_or(base),
        base_at: base_at.filter(|_| base_url.is_none()),
        fiscal_year: fiscal_year(&table),
        theme: table
            .text("theme")
            .unwrap_or_else(|| Located::new("default".to_owned(), Span::whole(path))),
        accent: accent(&table),
        logo: table
            .text("logo")
            .map(|name| name.map(|name| file_named(&name))),
        submitted: table.dates("submitted"),
        own_hosts: own_hosts(&table),
        show_score: show_score(&table, public_status),
        public_status,
        max_file_mb: max_file_mb(&table),
        agency: agency(&table),
        units: units(&table),
    };
    table.finish();
    (config, source.into_findings())
}

/// The address, and where a usable one is written.
fn base(table: &TomlTable<'_>, required: bool) -> (BaseUrl, Option<Span>) {
    let text = match (required, table.has("base_url")) {
        (true, _) => filled_in(table, "base_url", PLACEHOLDER_BASE),
        (false, true) => table.text("base_url"),
        (false, false) => None,
    };
    let parsed = text.and_then(|text| {
        let (parsed, meant) = match slip(&text.value) {
            Err(meant) => (None, meant),
            Ok(()) => (BaseUrl::parse(&text.value), None),
        };
        let host = host_of(&text.value).filter(|host| required && reach(host) != Reach::Public);
        if parsed.is_none() {
            let written = text.value.clone();
            let fault = ValueFault::BadBaseUrl {
                text: written,
                meant,
            };
            table.report(fault, &text.at);
        } else if let Some(host) = host {
            table.report(LinkFault::StagingSite { host }, &text.at);
        } else if let Some(host) = host_of(&text.value).filter(|host| is_shared(host)) {
            table.report(SettingsFault::SharedBase { host }, &text.at);
        } else if let Some((meant, folder)) = of_year(&text.value) {
            table.report(LinkFault::BaseOfYear { folder, meant }, &text.at);
        }
        parsed.map(|base| (base, Some(text.at)))
    });
    parsed
        .or_else(|| Some((BaseUrl::parse(FALLBACK_BASE)?, None)))
        .unwrap_or_else(|| unreachable!("the fallback is an address"))
}

/// Whether an address that a browser could read can be that of a site; otherwise the one that was meant.
fn slip(text: &str) -> Result<(), Option<String>> {
    let text = text.trim();
    let Some((scheme, rest)) = text.split_once("://") else {
        // `www.x.go.th`, `https:/x.go.th`, `//x.go.th`: how it begins was left out or cut.
        let host = text
            .trim_start_matches("https:")
            .trim_start_matches("http:");
        let meant = format!("https://{}", host.trim_start_matches('/'));
        let is_host = host_of(&meant).is_some_and(|host| host.contains('.'));
        let is_meant = is_host && BaseUrl::parse(&meant).is_some() && slip(&meant).is_ok();
        return if is_meant { Err(Some(meant)) } else { Ok(()) };
    };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let last = path.trim_end_matches('/').rsplit('/').next();
    let last = last.unwrap_or_default().to_ascii_lowercase();
    let is_page = [".html", ".htm", ".php", ".asp", ".aspx", ".jsp"]
        .iter()
        .any(|ending| last.ends_with(ending));
    let is_doubled = ["http:", "https:"]
        .iter()
        .any(|twice| rest.starts_with(twice));
    let meant = if is_doubled {
        rest.to_owned()
    } else if host.contains([',', ';']) {
        let dots = host.replace([',', ';'], ".");
        format!("{scheme}://{dots}/{path}")
    } else if host.trim_end_matches('.').contains("..") || host.starts_with('.') {
        let labels: Vec<&str> = host.split('.').filter(|label| !label.is_empty()).collect();
        format!("{scheme}://{}/{path}", labels.join("."))
    } else if is_page {
        let end = path.trim_end_matches('/').rfind('/').map_or(0, |at| at + 1);
        format!("{scheme}://{host}/{}", &path[..end])
    } else {
        // No public name has one part.
        return if host == "example" { Err(None) } else { Ok(()) };
    };
    let is_right = BaseUrl::parse(&meant).is_some() && slip(&meant).is_ok();
    Err(is_right.then_some(meant))
}

/// The address without the year or item at its end, and that part.
fn of_year(text: &str) -> Option<(String, String)> {
    let (top, last) = text.trim().trim_end_matches('/').rsplit_once('/')?;
    let is_year = last.parse().ok().and_then(FiscalYear::new).is_some();
    let is_top = !top.ends_with('/');
    (is_top && (is_year || last == "checklist")).then(|| (format!("{top}/"), last.to_owned()))
}

/// A text; one that `init` wrote and nobody has replaced yet is reported.
fn filled_in(
    table: &TomlTable<'_>,
    key: &'static str,
    placeholder: &str,
) -> Option<Located<String>> {
    let text = table.text(key)?;
    if text.value == placeholder {
        let value = text.value.clone();
        table.report(ValueFault::Placeholder { key, value }, &text.at);
    }
    Some(text)
}

/// Hosts of the agency's own. `*.x.go.th` and `.x.go.th` mean what `x.go.th` does: what is below is its own too.
fn own_hosts(table: &TomlTable<'_>) -> Vec<String> {
    let mut hosts = Vec::new();
    for written in table.texts("own_hosts") {
        let plain = written.value.trim().to_lowercase();
        let plain = plain.trim_start_matches("*.").trim_start_matches('.');
        if plain.is_empty() {
            let key = "own_hosts".to_owned();
            table.report(ValueFault::EmptyValue { key }, &written.at);
        } else {
            let name = host_of(plain).or_else(|| host_of(&format!("//{plain}")));
            if let Some(host) = name.filter(|name| is_shared(name)) {
                table.report(SettingsFault::SharedHost { host }, &written.at);
            }
            hosts.push(plain.to_owned());
        }
    }
    hosts
}

/// Whether visitors see the estimate of the score, which needs that they see the whole status.
fn show_score(table: &TomlTable<'_>, status: PublicStatus) -> bool {
    let Some(wanted) = table.truth("show_score").filter(|wanted| wanted.value) else {
        return false;
    };
    if status != PublicStatus::Full {
        let status = status.name();
        table.report(SettingsFault::ScoreHidden { status }, &wanted.at);
    }
    true
}

/// The name of a file beside the settings, however Windows writes it.
fn file_named(written: &str) -> String {
    let name = written.trim().replace('\\', "/");
    name.strip_prefix("./").unwrap_or(&name).to_owned()
}

fn fiscal_year(table: &TomlTable<'_>) -> Option<Located<FiscalYear>> {
    let number = table.whole("fiscal_year")?;
    if let Some(year) = FiscalYear::new(number.value) {
        return Some(number.map(|_| year));
    }
    let text = number.value.to_string();
    if let Err(PeriodFault::CommonEra(meant)) = Period::parse(&text) {
        let fault = PeriodFault::CommonEra(meant.clone());
        let meant = Some(Box::new(Meant {
            shown: format!("fiscal_year = {meant}"),
            replaces: number.at.range.clone(),
            by: meant,
            is_sure: true,
        }));
        table.report(ValueFault::BadPeriod { text, fault, meant }, &number.at);
    } else {
        table.out_of_range("fiscal_year", &number.at);
    }
    None
}

fn accent(table: &TomlTable<'_>) -> Option<String> {
    let text = table.text("accent")?;
    let digits = text.value.trim().strip_prefix('#').unwrap_or("").trim();
    if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(format!("#{}", digits.to_ascii_lowercase()));
    }
    let written = text.value.clone();
    let hash = format!("\"#{}\"", written.to_ascii_lowercase());
    let is_hash = written.len() == 6 && written.bytes().all(|b| b.is_ascii_hexdigit());
    let meant = is_hash.then(|| {
        Box::new(Meant {
            shown: format!("accent = {hash}"),
            replaces: text.at.range.clone(),
            by: hash,
            is_sure: true,
        })
    });
    let problem = ValueFault::BadAccent {
        text: written,
        meant,
    };
    table.report(problem, &text.at);
    None
}

fn max_file_mb(table: &TomlTable<'_>) -> u64 {
    const DEFAULT: u64 = 20;
    let number = table.whole_in_range("max_file_mb");
    let megabytes = number.and_then(|number| u64::try_from(number.value).ok());
    megabytes.unwrap_or(DEFAULT)
}

fn agency(table: &TomlTable<'_>) -> Agency {
    let Some(agency) = table.table("agency") else {
        return Agency::default();
    };
    let text = |key| agency.plain(key).unwrap_or_default();
    let name = filled_in(&agency, "name", PLACEHOLDER_NAME);
    let map = agency.text("map");
    let is_on_web = |href: &str| href.starts_with("http://") || href.starts_with("https://");
    if let Some(map) = map.as_ref().filter(|map| !is_on_web(&map.value)) {
        let href = map.value.clone();
        agency.report(ReferenceFault::UnsafeLink { href }, &map.at);
    }
    // They stand at the foot of every page, as links.
    let stated = |key: &str| {
        let Located { value, at } = agency.text(key)?;
        if !value.trim().is_empty() && is_no_value(key, &value) {
            let (key, value) = (key.to_owned(), value.clone());
            agency.report(OwedFault::NoValue { key, value }, &at);
        }
        Some(value)
    };
    let stated = |key| stated(key).unwrap_or_default();
    let read = Agency {
        name: name.map(|name| name.value).unwrap_or_default(),
        district: text("district"),
        province: text("province"),
        ministry: text("ministry"),
        kind: text("kind"),
        address: stated("address"),
        phone: stated("phone"),
        fax: stated("fax"),
        email: stated("email"),
        map: map.map(|map| map.value).unwrap_or_default(),
    };
    agency.finish();
    read
}

fn units(table: &TomlTable<'_>) -> Vec<Unit> {
    let Some(units) = table.table("units") else {
        return Vec::new();
    };
    let mut read = Vec::new();
    for (id, at) in units.names() {
        let Some(name) = units.text_named(id) else {
            continue;
        };
        if name.value.trim().is_empty() {
            units.report(ValueFault::EmptyValue { key: id.to_owned() }, &at);
        }
        read.push(Unit {
            id: id.to_owned(),
            name: name.value,
        });
    }
    read
}
