//! What search engines are told in JSON-LD: whose site it is, and the way to a page.
//!
//! It stands in a `script` element of a type that is not run, which the content security policy
//! therefore allows; `<` is written so that no text can end that element.

use serde_json::{Map, Value, json};

use super::view::{Builder, PageView};
use crate::model::Agency;

/// A page's JSON-LD, safe to stand in a `script` element.
pub(super) fn structured(builder: Builder<'_>, page: &PageView) -> String {
    let mut graph = vec![organisation(builder)];
    if !page.trail.is_empty() {
        graph.push(trail(builder, page));
    }
    let text = json!({ "@context": "https://schema.org", "@graph": graph }).to_string();
    text.replace('<', "\\u003c")
}

fn organisation(builder: Builder<'_>) -> Value {
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
    Value::Object(value)
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

fn trail(builder: Builder<'_>, page: &PageView) -> Value {
    let base = &builder.site.config.base;
    let mut steps: Vec<(String, String)> = (page.trail.iter())
        .map(|step| (step.title.clone(), base.absolute(&step.url)))
        .collect();
    steps.push((page.title.clone(), page.canonical.clone()));
    let steps = steps.into_iter().enumerate().map(|(at, (name, address))| {
        json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": address })
    });
    json!({ "@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<Value>>() })
}
