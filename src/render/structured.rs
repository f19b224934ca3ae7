//! What search engines are told in JSON-LD: whose site it is, and the way to a page.
//!
//! It stands in a `script` element of a type that is not run, which the content security policy
//! therefore allows; `<` is written so that no text can end that element.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::data_file;
use super::view::{Builder, PageView};
use crate::model::config::BaseUrl;
use crate::model::{Agency, Document, address};

/// A page's JSON-LD, safe to stand in a `script` element. `organisation` is what [`organisation`] gave, `told` what else
/// is told of the page.
pub(super) fn structured(
    organisation: &Value,
    base: &BaseUrl,
    page: &PageView,
    told: &[Value],
) -> String {
    let PageView {
        title,
        canonical,
        trail,
        ..
    } = page;
    let mut graph = vec![Node::Told(organisation)];
    graph.extend(told.iter().map(Node::Told));
    if !trail.is_empty() {
        let steps = trail.iter();
        let steps = steps.map(|step| (base.absolute(&step.url), &*step.title));
        let steps = (1..).zip(steps.chain([(canonical.clone(), &**title)]));
        let steps = steps.map(|(position, (item, name))| ListItem {
            kind: "ListItem",
            item,
            name,
            position,
        });
        graph.push(Node::Trail(BreadcrumbList {
            kind: "BreadcrumbList",
            steps: steps.collect(),
        }));
    }
    let context = "https://schema.org";
    let whole = serde_json::to_string(&Graph { context, graph });
    // No text can end the `script` element around it.
    whole.unwrap_or_default().replace('<', "\\u003c")
}

/// What stands on a page. Typed, because it is written for every page.
#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    Told(&'a Value),
    Trail(BreadcrumbList<'a>),
}

#[derive(Serialize)]
struct BreadcrumbList<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    steps: Vec<ListItem<'a>>,
}

#[derive(Serialize)]
struct ListItem<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: String,
    name: &'a str,
    position: usize,
}

/// Whose site it is, in short: the same on every page. The home page tells the rest.
pub(super) fn organisation(builder: Builder<'_>) -> Value {
    let config = &builder.site.config;
    json!({
        "@type": "GovernmentOrganization",
        "@id": agency_id(builder),
        "name": config.publisher(),
        "url": config.base.whole("/"),
    })
}

/// How the agency is reached, and its seal: told on the home page.
pub(super) fn agency(builder: Builder<'_>) -> Value {
    let config = &builder.site.config;
    let agency = &config.agency;
    let (street, postal_code) = street(agency);
    let mut value = filled(&[
        ("telephone", &agency.phone),
        ("faxNumber", &agency.fax),
        ("email", &agency.email),
        ("hasMap", &agency.map),
    ]);
    let mut address = filled(&[
        ("streetAddress", &street),
        ("postalCode", &postal_code),
        ("addressLocality", &agency.district),
        ("addressRegion", &agency.province),
    ]);
    if !address.is_empty() {
        address.insert("@type".to_owned(), json!("PostalAddress"));
        address.insert("addressCountry".to_owned(), json!("TH"));
        value.insert("address".to_owned(), Value::Object(address));
    }
    value.insert("@type".to_owned(), json!("GovernmentOrganization"));
    value.insert("@id".to_owned(), json!(agency_id(builder)));
    if let Some(logo) = &builder.site.logo {
        value.insert("logo".to_owned(), json!(config.base.whole(&logo.address)));
    }
    Value::Object(value)
}

/// By what other nodes name the agency.
fn agency_id(builder: Builder<'_>) -> String {
    format!("{}#agency", builder.site.config.base.whole("/"))
}

/// The site itself, with its search: told on the home page.
pub(super) fn web_site(builder: Builder<'_>) -> Value {
    let config = &builder.site.config;
    let search = config.base.whole(address::SEARCH);
    json!({
        "@type": "WebSite",
        "@id": format!("{}#website", config.base.whole("/")),
        "name": config.title,
        "url": config.base.whole("/"),
        "inLanguage": "th",
        "publisher": { "@id": agency_id(builder) },
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": format!("{search}?q={{search_term_string}}"),
            },
            "query-input": "required name=search_term_string",
        },
    })
}

/// A document that is news.
pub(super) fn news_article(builder: Builder<'_>, document: &Document) -> Value {
    let site = builder.site;
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let url = site.config.base.whole(&document.address);
    let mut article = json!({
        "@type": "NewsArticle",
        "headline": site.title_of(document),
        "mainEntityOfPage": url,
        "inLanguage": "th",
        "author": { "@id": agency_id(builder) },
        "publisher": { "@id": agency_id(builder) },
        "datePublished": day(document.stated_date()),
        "dateModified": day(document.day(site.as_of)),
    });
    if let Some(logo) = &site.logo {
        article["image"] = json!(site.config.base.whole(&logo.address));
    }
    article
}

/// The datasets of a document as files; nothing where it has none.
pub(super) fn datasets(builder: Builder<'_>, document: &Document) -> Option<Value> {
    let base = &builder.site.config.base;
    let files = data_file::files(builder.site, document);
    // One of its two forms: a search engine needs no more, and every byte here is in the page.
    let one = files.iter().filter(|file| file.is_csv());
    let distribution = one.map(|file| {
        json!({
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": base.whole(&file.address),
        })
    });
    let distribution: Vec<Value> = distribution.collect();
    if distribution.is_empty() {
        return None;
    }
    let title = builder.site.title_of(document);
    let publisher = builder.site.config.publisher();
    let year = document.year;
    let mut set = json!({
        "@type": "Dataset",
        "name": title,
        "description": format!("ตารางข้อมูลที่{publisher}เผยแพร่ในปีงบประมาณ {year} ดาวน์โหลดเป็น CSV และ JSON"),
        "creator": { "@id": agency_id(builder) },
        "distribution": distribution,
    });
    if let Some(day) = document.day(builder.site.as_of) {
        set["dateModified"] = json!(day.to_string());
    }
    if let Some(period) = document.stated_period() {
        set["temporalCoverage"] = json!(format!("{}/{}", period.first, period.last));
    }
    Some(set)
}

/// The street of an address, and its postal code: district and province stand in fields of their own.
fn street(agency: &Agency) -> (String, String) {
    let whole = agency.address.trim();
    let code = whole.rsplit(' ').next().unwrap_or_default();
    let is_code = code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
    let code = if is_code { code } else { "" };
    let named = [&agency.district, &agency.province].into_iter();
    let named = named.filter(|name| !name.is_empty());
    let end = named.filter_map(|name| whole.find(name.as_str())).min();
    let rest = &whole[..end.unwrap_or(whole.len() - code.len())];
    (rest.trim().to_owned(), code.to_owned())
}

/// Those of some texts that say anything.
fn filled(texts: &[(&str, &String)]) -> Map<String, Value> {
    let filled = texts.iter().filter(|(_, text)| !text.is_empty());
    let filled = filled.map(|(name, text)| ((*name).to_owned(), json!(text)));
    filled.collect()
}

#[cfg(test)]
mod tests {
    use super::street;
    use crate::model::Agency;

    #[test]
    fn district_and_province_are_not_said_twice() {
        let split = |address: &str| {
            street(&Agency {
                district: "อำเภอตัวอย่าง".to_owned(),
                province: "จังหวัดจำลอง".to_owned(),
                address: address.to_owned(),
                ..Agency::default()
            })
        };
        let told = |street: &str, code: &str| (street.to_owned(), code.to_owned());
        assert_eq!(
            split("99 หมู่ 1 ตำบลสมมติ อำเภอตัวอย่าง จังหวัดจำลอง 00000"),
            told("99 หมู่ 1 ตำบลสมมติ", "00000")
        );
        assert_eq!(split("99 หมู่ 1 00000"), told("99 หมู่ 1", "00000"));
        assert_eq!(split("99 หมู่ 1"), told("99 หมู่ 1", ""));
    }
}
