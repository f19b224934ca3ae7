//! `site.toml` to [`Config`].

use super::keys;
use super::table::{TomlTable, TomlText};
use crate::files::{SitePath, mark_length};
use crate::model::config::{BaseUrl, PLACEHOLDER_BASE, PLACEHOLDER_NAME};
use crate::model::host::{Reach, host_of, reach};
use crate::model::{Agency, Config, FiscalYear, Period, PeriodFault, Unit};
use crate::problem::{Diagnostics, LinkFault, Problem, ReferenceFault, ValueFault};
use crate::span::{Located, Span};

/// Used where the file gives no usable address, so that the rest can still be checked.
const FALLBACK_BASE: &str = "https://www.example.go.th/";

/// Reads the settings. `base_url` replaces the file's address, as `--base-url` asks.
pub fn config(path: &SitePath, text: &str, base_url: Option<&BaseUrl>) -> (Config, Diagnostics) {
    let start = mark_length(text);
    let source = TomlText::new(path, &text[start..], start);
    let parsed = source.parse();
    let table = TomlTable::top(&source, &parsed, keys::SITE);
    let title = table.text("title");
    let title = title.map(|text| still_to_fill_in(&table, "title", PLACEHOLDER_NAME, text));
    let (base, base_at) = base(&table, base_url.is_none());
    let config = Config {
        title: title.unwrap_or_default(),
        base: base_url.cloned().unwrap_or(base),
        base_at: base_at.filter(|_| base_url.is_none()),
        fiscal_year: fiscal_year(&table),
        theme: table
            .text("theme")
            .unwrap_or_else(|| Located::new("default".to_owned(), Span::whole(path))),
        accent: accent(&table),
        own_hosts: table
            .texts("own_hosts")
            .into_iter()
            .map(|host| host.value.to_lowercase())
            .collect(),
        show_score: table.truth("show_score").is_some_and(|show| show.value),
        max_file_mb: max_file_mb(&table),
        agency: agency(&table),
        units: units(&table),
    };
    table.finish();
    (config, source.into_findings())
}

/// The address, and where a usable one is written.
fn base(table: &TomlTable<'_>, required: bool) -> (BaseUrl, Option<Span>) {
    let text = (required || table.has("base_url")).then(|| table.text("base_url"));
    let parsed = text.flatten().and_then(|text| {
        if required {
            still_to_fill_in(table, "base_url", PLACEHOLDER_BASE, text.clone());
        }
        let parsed = BaseUrl::parse(&text.value);
        let host = host_of(&text.value).filter(|host| required && reach(host) != Reach::Public);
        if parsed.is_none() {
            let written = text.value.clone();
            table.report(ValueFault::BadBaseUrl { text: written }, &text.at);
        } else if let Some(host) = host {
            let fault = LinkFault::StagingSite { host };
            table.report(Problem::Link(fault), &text.at);
        }
        parsed.map(|base| (base, Some(text.at)))
    });
    parsed
        .or_else(|| Some((BaseUrl::parse(FALLBACK_BASE)?, None)))
        .unwrap_or_else(|| unreachable!("the fallback is an address"))
}

/// Reports a value that `init` wrote and nobody has replaced yet.
fn still_to_fill_in(
    table: &TomlTable<'_>,
    key: &'static str,
    placeholder: &str,
    text: Located<String>,
) -> String {
    if text.value == placeholder {
        let value = text.value.clone();
        table.report(ValueFault::Placeholder { key, value }, &text.at);
    }
    text.value
}

fn fiscal_year(table: &TomlTable<'_>) -> Option<Located<FiscalYear>> {
    let number = table.whole("fiscal_year")?;
    if let Some(year) = FiscalYear::new(number.value) {
        return Some(number.map(|_| year));
    }
    let text = number.value.to_string();
    let problem = match Period::parse(&text) {
        Err(PeriodFault::CommonEra(meant)) => ValueFault::BadPeriod {
            text,
            fault: PeriodFault::CommonEra(meant.clone()),
            meant: Some(meant),
        },
        _ => {
            table.out_of_range("fiscal_year", &number.at);
            return None;
        }
    };
    table.report(problem, &number.at);
    None
}

fn accent(table: &TomlTable<'_>) -> Option<String> {
    let text = table.text("accent")?;
    let digits = text.value.strip_prefix('#').unwrap_or("");
    if digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Some(text.value.to_ascii_lowercase());
    }
    let written = text.value.clone();
    table.report(ValueFault::BadAccent { text: written }, &text.at);
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
    let text = |key| agency.text(key).map(|text| text.value).unwrap_or_default();
    let name = agency.text("name");
    let name = name.map(|name| still_to_fill_in(&agency, "name", PLACEHOLDER_NAME, name));
    let map = agency.text("map");
    let is_on_web = |href: &str| {
        ["http://", "https://"]
            .iter()
            .any(|scheme| href.starts_with(scheme))
    };
    if let Some(map) = map.as_ref().filter(|map| !is_on_web(&map.value)) {
        let href = map.value.clone();
        agency.report(ReferenceFault::UnsafeLink { href }, &map.at);
    }
    let read = Agency {
        name: name.unwrap_or_default(),
        district: text("district"),
        province: text("province"),
        address: text("address"),
        phone: text("phone"),
        fax: text("fax"),
        email: text("email"),
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
