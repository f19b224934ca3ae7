//! YAML front matter as the TOML that is to be typed instead.
//!
//! In: the lines between `---` and `---`. Out: lines of TOML. Only what other programs write at the head of a page
//! is known: keys with texts, numbers and lists, lists of tables, and texts of several lines. What is none of these is
//! left out: a line that would not be read helps nobody.

use toml::de::DeTable;

use super::keys::{DOCUMENT, Key, ValueType};
use super::quoted::quoted;
use crate::model::{ColumnType, meant_date};
use crate::thai::nearest::nearest;

/// A line: how far it is indented, and what it says.
#[derive(Clone, Copy)]
struct YamlLine<'a> {
    indent: usize,
    text: &'a str,
}

/// Tables in tables that are gone into.
const DEEPEST: usize = 8;

/// The keys of a front matter in YAML, as lines of TOML.
pub(super) fn to_toml(yaml: &str) -> String {
    let lines: Vec<YamlLine<'_>> = yaml.lines().map(line).collect();
    let mut out = String::new();
    for (key, value) in entries(&lines, DEEPEST) {
        // What other programs know and this one does not is no slip of a key.
        let is_foreign = DOCUMENT.takes(&key).is_none() && {
            let names: Vec<&str> = DOCUMENT.all().map(|key| key.name).collect();
            nearest(&key, names).is_none()
        };
        let comment = if is_foreign { "# " } else { "" };
        out.extend([comment, &key, " = ", &as_list(&key, value), "\n"]);
    }
    out
}

/// A value alone, where its key takes a list.
fn as_list(key: &str, value: String) -> String {
    let takes_list = matches!(
        DOCUMENT.takes(key),
        Some(ValueType::WholeNumbers { .. } | ValueType::Items(_) | ValueType::Tables(_))
    );
    if takes_list && !value.starts_with('[') {
        format!("[{value}]")
    } else {
        value
    }
}

fn line(text: &str) -> YamlLine<'_> {
    let indent = text.len() - text.trim_start().len();
    let text = text.trim();
    YamlLine { indent, text }
}

fn is_blank(line: &YamlLine<'_>) -> bool {
    line.text.is_empty() || line.text.starts_with('#')
}

/// The keys of a block with their values, each once: TOML takes no key twice.
fn entries(lines: &[YamlLine<'_>], deep: usize) -> Vec<(String, String)> {
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = lines[at];
        at += 1;
        let Some((key, value)) = pair(line.text).filter(|_| !is_blank(&line)) else {
            continue;
        };
        // A list may stand as far out as its key.
        let belongs = |other: &&YamlLine<'_>| {
            is_blank(other)
                || other.indent > line.indent
                || is_point(other) && other.indent == line.indent
        };
        let below: Vec<YamlLine<'_>> = lines[at..].iter().take_while(belongs).copied().collect();
        at += below.len();
        let found = match value.chars().next() {
            Some(sign @ ('|' | '>')) => Some(quoted(&of_lines(&below, sign == '>'))),
            None => block(&below, key, deep),
            Some(_) => scalar_or_flow(key, value),
        };
        let is_new = !entries.iter().any(|(known, _)| known == key);
        entries.extend(
            found
                .filter(|_| is_new)
                .map(|value| (key.to_owned(), value)),
        );
    }
    entries
}

/// `key: value` or `key = value`, with a key that TOML takes as it is; one of documents by whatever it is called.
fn pair(text: &str) -> Option<(&str, &str)> {
    let sign = text.find([':', '='])?;
    let (key, value) = (&text[..sign], &text[sign + 1..]);
    let key = key.trim().trim_matches(['"', '\'']);
    // English names mean other things in the tables below.
    let is_said = |found: &Key| !key.is_ascii() || found.name.eq_ignore_ascii_case(key);
    let known = DOCUMENT.called(key).filter(is_said).map(|key| key.name);
    let is_apart = value.is_empty() || value.starts_with([' ', '\t']);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    let is_key = !key.is_empty() && key.chars().all(is_plain);
    let is_pair = is_key && is_apart || known.is_some();
    is_pair.then(|| (known.unwrap_or(key), without_comment(value.trim())))
}

/// A line of front matter as TOML has it: one that is TOML as it is, any other converted.
pub(super) fn toml_line(line: &str) -> Option<String> {
    let is_toml = |line: &str| DeTable::parse_recoverable(line).1.is_empty();
    if line.contains('=') && is_toml(line) {
        return Some(line.to_owned());
    }
    let (key, value) = pair(line)?;
    let value = as_list(key, scalar_or_flow(key, value)?);
    Some(format!("{key} = {value}")).filter(|line| is_toml(line))
}

fn is_point(line: &YamlLine<'_>) -> bool {
    line.text == "-" || line.text.starts_with("- ")
}

/// What stands indented below a key: a list, or a table.
fn block(lines: &[YamlLine<'_>], key: &str, deep: usize) -> Option<String> {
    let deep = deep.checked_sub(1)?;
    let first = lines.iter().find(|line| !is_blank(line))?;
    if !is_point(first) {
        return table(&entries(lines, deep));
    }
    let mut points: Vec<Vec<YamlLine<'_>>> = Vec::new();
    for line in lines.iter().filter(|line| !is_blank(line)) {
        if is_point(line) && line.indent == first.indent {
            let text = line.text[1..].trim_start();
            let indent = line.indent + line.text.len() - text.len();
            points.push(vec![YamlLine { indent, text }]);
        } else {
            points.last_mut()?.push(*line);
        }
    }
    let values: Vec<String> = points
        .iter()
        .filter_map(|point| match point.first().map(|line| line.text) {
            Some(text) if pair(text).is_some() => table(&entries(point, deep)),
            Some(text) => scalar_or_flow(key, without_comment(text)),
            None => None,
        })
        .collect();
    Some(format!("[{}]", values.join(", ")))
}

fn table(entries: &[(String, String)]) -> Option<String> {
    let pairs: Vec<String> = entries
        .iter()
        .map(|(key, value)| format!("{key} = {value}"))
        .collect();
    (!pairs.is_empty()).then(|| format!("{{ {} }}", pairs.join(", ")))
}

/// The text of several lines; `is_folded`: in one.
fn of_lines(lines: &[YamlLine<'_>], is_folded: bool) -> String {
    let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
    let text = texts.join(if is_folded { " " } else { "\n" });
    text.trim().to_owned()
}

/// A value on one line: `[a, b]`, `{ a: b }`, or one alone; nothing for one that is none.
fn scalar_or_flow(key: &str, value: &str) -> Option<String> {
    if let Some(inner) = inside(value, '[', ']') {
        let values: Vec<String> = parts(inner)
            .filter_map(|part| scalar_or_flow(key, part))
            .collect();
        return Some(format!("[{}]", values.join(", ")));
    }
    if let Some(inner) = inside(value, '{', '}') {
        let pairs = parts(inner).filter_map(|part| {
            let (key, value) = pair(part)?;
            Some((key.to_owned(), scalar_or_flow(key, value)?))
        });
        return table(&pairs.collect::<Vec<_>>());
    }
    scalar(key, value)
}

fn inside(value: &str, open: char, close: char) -> Option<&str> {
    value.strip_prefix(open)?.strip_suffix(close)
}

/// The parts of a list, with commas between them that stand in no quotation marks or brackets.
pub(super) fn parts(inner: &str) -> impl Iterator<Item = &str> {
    let (mut deep, mut quote) = (0_usize, None);
    let parts = inner.split(move |c: char| {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => deep += 1,
            (None, ']' | '}') => deep = deep.saturating_sub(1),
            _ => {}
        }
        c == ',' && deep == 0 && quote.is_none()
    });
    parts.map(str::trim).filter(|part| !part.is_empty())
}

fn scalar(key: &str, value: &str) -> Option<String> {
    let quotes = ['"', '\''];
    let is_quoted = value.len() > 1 && value.starts_with(quotes) && value.ends_with(quotes);
    let plain = value.trim_matches(quotes);
    let takes = DOCUMENT.takes(key);
    let takes_date = matches!(takes, Some(ValueType::Plain(ColumnType::Date)));
    if let Some(date) = meant_date(plain).filter(|_| takes_date) {
        return Some(quoted(&date));
    }
    if matches!(value, "" | "~" | "null") {
        return None;
    }
    let named = |inner: &str| Some(format!("{{ {inner} = {} }}", quoted(plain)));
    match key {
        "files" => return named("path"),
        "links" => return named("url"),
        _ => {}
    }
    let truth = match plain.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" => Some("true"),
        "false" | "no" | "off" | "n" => Some("false"),
        _ => None,
    };
    if let (Some(truth), Some(ValueType::Plain(ColumnType::Truth))) = (truth, takes) {
        return Some(truth.to_owned());
    }
    let takes_text = takes.is_some() && !matches!(takes, Some(ValueType::WholeNumbers { .. }));
    let is_truth = matches!(value, "true" | "false");
    let is_bare = !is_quoted && (is_truth || is_number(value) && !takes_text);
    Some(if is_bare {
        value.to_owned()
    } else {
        quoted(plain)
    })
}

/// A number as TOML takes it: a telephone number begins with 0 and is none.
fn is_number(value: &str) -> bool {
    let whole = value.split('.').next().unwrap_or_default();
    let is_digits = value.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_short = whole.len() <= 15 && (whole == "0" || !whole.starts_with('0'));
    is_digits
        && is_short
        && !value.ends_with('.')
        && value.parse::<f64>().is_ok()
        && !whole.is_empty()
}

/// A value without the comment behind it, which a blank stands before.
fn without_comment(value: &str) -> &str {
    if value.starts_with(['"', '\'']) {
        let quote = &value[..1];
        return match value[1..].find(quote) {
            Some(end) => &value[..end + 2],
            None => value,
        };
    }
    value.split(" #").next().unwrap_or(value).trim_end()
}

#[cfg(test)]
mod tests {
    use super::to_toml;
    use crate::files::SitePath;
    use crate::model::{FiscalYear, ItemNumber};
    use crate::parse::document::{DocumentPlace, document};

    #[test]
    fn lists_tables_and_texts_of_several_lines_are_converted() {
        let yaml = "title: \"แผน: ปี 2566\"  # ชื่อ\ndate: 31/1/2566\ndraft: true\nunit:\n  - clerk\n  - finance\n\
            components:\n- 1\n- 2\nperiod: 2566\nalso: [o13, 'o24']\nsummary: >\n  บรรทัดแรก\n  บรรทัดสอง\n\
            files:\n  - path: แผน 1.pdf\n    title: แผน\n  - path: \"ข.pdf\"\n    title: 2566\n\
            links: [{ url: https://x.example/a, title: ที่อื่น }]\nupdated:\n";
        let expected = "title = \"แผน: ปี 2566\"\ndate = \"2566-01-31\"\ndraft = true\nunit = [\"clerk\", \"finance\"]\n\
            components = [1, 2]\nperiod = \"2566\"\nalso = [\"o13\", \"o24\"]\nsummary = \"บรรทัดแรก บรรทัดสอง\"\n\
            files = [{ path = \"แผน 1.pdf\", title = \"แผน\" }, { path = \"ข.pdf\", title = \"2566\" }]\n\
            links = [{ url = \"https://x.example/a\", title = \"ที่อื่น\" }]\n";
        assert_eq!(to_toml(yaml), expected);
        let text = format!("+++\n{expected}+++\nเนื้อหา\n");
        let place = DocumentPlace {
            year: FiscalYear::new(2566).unwrap(),
            item: ItemNumber(4),
            slug: Some("a".to_owned()),
        };
        let (_, found) = document(&SitePath::from("content/2566/o04/a.md"), &text, place);
        assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn what_is_converted_is_always_toml() {
        for yaml in [
            "tags: [a, \"b, c\", 3, 0812345678]",
            "a:\n  b:\n    - c: 1\n      d: [x]\n    - 2\n",
            "title: |\n  หนึ่ง\n\n  \"สอง\"\n",
            "title: ก\ntitle: ข\n",
            "- a\n- b\n",
            "key",
            "k: [a, b",
            "k: {a: }",
            "k: [[1, 2], {a: 1}]",
            "k: 1.\nl: .5\nm: 1.5\nn: 00\n",
            "วันที่: 2566\n",
            ":",
            "a: \"ก",
            "a: '",
        ] {
            let toml = to_toml(yaml);
            let (_, faults) = toml::de::DeTable::parse_recoverable(&toml);
            assert!(faults.is_empty(), "{yaml}\n{toml}\n{faults:?}");
        }
        assert_eq!(to_toml("tags: [a]"), "# tags = [\"a\"]\n");
        assert_eq!(to_toml("phone: 0812345678"), "# phone = \"0812345678\"\n");
        assert_eq!(to_toml("titel: 2566"), "titel = 2566\n");
        assert_eq!(to_toml("components: 1"), "components = [1]\n");
        assert_eq!(
            to_toml("files:\n- ก.pdf\n"),
            "files = [{ path = \"ก.pdf\" }]\n"
        );
    }
}
