//! What search engines are told in JSON-LD: whose site it is, and the way to a page.
//!
//! It stands in a `script` element of a type that is not run, which the content security policy
//! therefore allows; `<` is written so that no text can end that element.

use serde_json::{Map, Value, json};

use super::view::{Builder, LinkView};
use crate::model::Agency;
use crate::model::config::BaseUrl;

/// A page's JSON-LD, safe to stand in a `script` element. `organisation` is what [`organisation`] gave, `trail` the
/// way to the page, and `url` its whole address.
pub(super) fn structured(
    organisation: &str,
    base: &BaseUrl,
    trail: &[LinkView],
    title: &str,
    url: &str,
) -> String {
    let start = r#"{"@context":"https://schema.org","@graph":["#;
    if trail.is_empty() {
        return [start, organisation, "]}"].concat();
    }
    let steps = trail.iter();
    let steps = steps.map(|step| (base.absolute(&step.url), &*step.title));
    let mut list = String::new();
    for (at, (url, title)) in steps.chain([(url.to_owned(), title)]).enumerate() {
        let item = json!({ "@type": "ListItem", "item": url, "name": title, "position": at + 1 });
        list += if at == 0 { "" } else { "," };
        list += &item.to_string();
    }
    let list = safe(&list);
    let between = r#",{"@type":"BreadcrumbList","itemListElement":["#;
    [start, organisation, between, &list, "]}]}"].concat()
}

/// JSON in which no text can end the `script` element around it.
fn safe(json: &str) -> String {
    json.replace('<', "\\u003c")
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
    let texts = [
        ("telephone", &agency.phone),
        ("faxNumber", &agency.fax),
        ("email", &agency.email),
        ("hasMap", &agency.map),
    ];
    insert(&mut value, &texts);
    value.extend(address(agency));
    safe(&Value::Object(value).to_string())
}

fn address(agency: &Agency) -> Option<(String, Value)> {
    let mut value = Map::new();
    let texts = [
        ("streetAddress", &agency.address),
        ("addressLocality", &agency.district),
        ("addressRegion", &agency.province),
    ];
    insert(&mut value, &texts);
    if value.is_empty() {
        return None;
    }
    value.insert("@type".to_owned(), json!("PostalAddress"));
    value.insert("addressCountry".to_owned(), json!("TH"));
    Some(("address".to_owned(), Value::Object(value)))
}

fn insert(value: &mut Map<String, Value>, texts: &[(&str, &String)]) {
    for (name, text) in texts {
        if !text.is_empty() {
            value.insert((*name).to_owned(), json!(text));
        }
    }
}
