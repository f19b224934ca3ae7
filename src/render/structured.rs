//! What search engines are told in JSON-LD: whose site it is, and the way to a page.
//!
//! It stands in a `script` element of a type that is not run, which the content security policy
//! therefore allows; `<` is written so that no text can end that element.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::view::{Builder, PageView};
use crate::model::Agency;

/// The way to a page. The fields stand in the order of their names.
#[derive(Serialize)]
struct Trail<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    steps: Vec<Step<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    item: Cow<'a, str>,
    name: &'a str,
    position: usize,
}

/// A page's JSON-LD, safe to stand in a `script` element. `organisation` is what [`organisation`] gave.
pub(super) fn structured(builder: Builder<'_>, organisation: &str, page: &PageView) -> String {
    let mut text = r#"{"@context":"https://schema.org","@graph":["#.to_owned();
    text.push_str(organisation);
    if !page.trail.is_empty() {
        text.push(',');
        text.push_str(&safe(&trail(builder, page)));
    }
    text.push_str("]}");
    text
}

/// JSON in which no text can end the element around it.
fn safe(value: &impl Serialize) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    text.replace('<', "\\u003c")
}

fn trail<'a>(builder: Builder<'_>, page: &'a PageView) -> Trail<'a> {
    let base = &builder.site.config.base;
    let step = |(at, (name, item))| Step {
        kind: "ListItem",
        item,
        name,
        position: at + 1,
    };
    let before = page.trail.iter();
    let before = before.map(|step| (&*step.title, base.absolute(&step.url).into()));
    let own = (&*page.title, Cow::Borrowed(&*page.canonical));
    Trail {
        kind: "BreadcrumbList",
        steps: before.chain([own]).enumerate().map(step).collect(),
    }
}

/// Whose site it is, as JSON: the same on every page.
pub(super) fn organisation(builder: Builder<'_>) -> String {
    let config = &builder.site.config;
    let agency = &config.agency;
    let home = config.base.whole("/");
    let mut value = Map::new();
    value.insert("@type".to_owned(), json!("GovernmentOrganization"));
    value.insert("@id".to_owned(), json!(format!("{home}#agency")));
    value.insert("name".to_owned(), json!(config.publisher()));
    value.insert("url".to_owned(), json!(home));
    let known = [
        ("telephone", &agency.phone),
        ("faxNumber", &agency.fax),
        ("email", &agency.email),
        ("hasMap", &agency.map),
    ];
    insert(&mut value, &known);
    value.extend(address(agency));
    safe(&value)
}

fn address(agency: &Agency) -> Option<(String, Value)> {
    let mut value = Map::new();
    let known = [
        ("streetAddress", &agency.address),
        ("addressLocality", &agency.district),
        ("addressRegion", &agency.province),
    ];
    insert(&mut value, &known);
    if value.is_empty() {
        return None;
    }
    value.insert("@type".to_owned(), json!("PostalAddress"));
    value.insert("addressCountry".to_owned(), json!("TH"));
    Some(("address".to_owned(), Value::Object(value)))
}

fn insert(value: &mut Map<String, Value>, known: &[(&str, &String)]) {
    for (name, text) in known {
        if !text.is_empty() {
            value.insert((*name).to_owned(), json!(text));
        }
    }
}
