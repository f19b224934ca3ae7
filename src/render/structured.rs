//! What search engines are told in JSON-LD: whose site it is, and the way to a page.
//!
//! It stands in a `script` element of a type that is not run, which the content security policy
//! therefore allows; `<` is written so that no text can end that element.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::view::{Builder, LinkView};
use crate::model::config::BaseUrl;

/// A page's JSON-LD, safe to stand in a `script` element. `organisation` is what [`organisation`] gave, `trail` the
/// way to the page, and `url` its whole address.
pub(super) fn structured(
    organisation: &Value,
    base: &BaseUrl,
    trail: &[LinkView],
    title: &str,
    url: &str,
) -> String {
    let mut graph = vec![Node::Agency(organisation)];
    if !trail.is_empty() {
        let steps = trail.iter();
        let steps = steps.map(|step| (base.absolute(&step.url), &*step.title));
        let steps = (1..).zip(steps.chain([(url.to_owned(), title)]));
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
    Agency(&'a Value),
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

/// Whose site it is: the same on every page.
pub(super) fn organisation(builder: Builder<'_>) -> Value {
    let config = &builder.site.config;
    let agency = &config.agency;
    let home = config.base.whole("/");
    let mut value = filled(&[
        ("telephone", &agency.phone),
        ("faxNumber", &agency.fax),
        ("email", &agency.email),
        ("hasMap", &agency.map),
    ]);
    let mut address = filled(&[
        ("streetAddress", &agency.address),
        ("addressLocality", &agency.district),
        ("addressRegion", &agency.province),
    ]);
    if !address.is_empty() {
        address.insert("@type".to_owned(), json!("PostalAddress"));
        address.insert("addressCountry".to_owned(), json!("TH"));
        value.insert("address".to_owned(), Value::Object(address));
    }
    value.insert("@type".to_owned(), json!("GovernmentOrganization"));
    value.insert("@id".to_owned(), json!(format!("{home}#agency")));
    value.insert("name".to_owned(), json!(config.publisher()));
    value.insert("url".to_owned(), json!(home));
    Value::Object(value)
}

/// Those of some texts that say anything.
fn filled(texts: &[(&str, &String)]) -> Map<String, Value> {
    let filled = texts.iter().filter(|(_, text)| !text.is_empty());
    let filled = filled.map(|(name, text)| ((*name).to_owned(), json!(text)));
    filled.collect()
}
