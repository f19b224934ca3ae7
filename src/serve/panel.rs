//! What stands on top of a page while it is served: what keeps the site from being built, and what
//! its author may want to know of an item.
//!
//! In: the last reading, and the site that is shown. Out: HTML. Every sentence is that of a finding
//! or a reason, as `oit check` has it; here they are only put where the author looks.

use super::inject::escaped;
use super::message::SiteReading;
use crate::model::{Document, FiscalYear, Item, ItemNumber, Reason, Site, Status};
use crate::problem::emit::{Line, help_word, lines};
use crate::problem::{CoverageFault, Diagnostic, Language, Problem, Severity, Words, counts};

/// Findings that are shown; who has more sees the rest in the terminal.
const MAX_FINDINGS: usize = 10;

/// The findings that keep the site from being built, on top of a page as it was before.
pub(super) fn banner(reading: &SiteReading<'_>, language: Language) -> String {
    let [errors, ..] = counts(reading.findings);
    let head = language.choose(
        format!("มีที่ผิด {errors} แห่ง · หน้าที่เห็นเป็นฉบับก่อนหน้า"),
        format!("Errors: {errors} · the pages are as they were before"),
    );
    let then = language.choose(
        "แก้ไฟล์แล้วบันทึก หน้านี้จะเป็นปัจจุบันเอง",
        "Mend the file and save it: the page follows by itself",
    );
    let list = list(errors_of(reading.findings), reading, language);
    section("errors", true, &head, &format!("{list}<p>{then}</p>"))
}

/// A page of its own, where there is no page to put the findings on.
pub(super) fn only_findings(
    findings: &[Diagnostic],
    reading: &SiteReading<'_>,
    language: Language,
) -> String {
    let lang = language.choose("th", "en");
    let head = language.choose("ยังแสดงหน้านี้ไม่ได้", "This page cannot be shown yet");
    let then = language.choose(
        "แก้ตามข้างบนแล้วบันทึกไฟล์ หน้านี้จะเปิดให้เอง",
        "Mend what is said above and save the file: the page opens by itself",
    );
    let list = list(errors_of(findings), reading, language);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{head}</title>\n</head>\n<body class=\"oit-live-only\">\n<main>\n<h1>{head}</h1>\n\
         {list}\n<p>{then}</p>\n</main>\n</body>\n</html>\n"
    )
}

fn errors_of(findings: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    let errors = findings.iter();
    errors.filter(|finding| finding.problem.severity() == Severity::Error)
}

/// What there is to say to the author of a page.
pub(super) struct AuthorPanel<'a> {
    pub(super) reading: &'a SiteReading<'a>,
    pub(super) language: Language,
}

impl AuthorPanel<'_> {
    /// An item: where it stands, what it lacks, which file to edit and what to type.
    pub(super) fn of_item(&self, site: &Site, year: FiscalYear, number: ItemNumber) -> String {
        let Some(item) = site.item(year, number) else {
            return String::new();
        };
        let state = &item.state;
        let about: Vec<&Diagnostic> = (self.reading.findings.iter())
            .filter(|finding| finding.subject() == Some((year, Some(number))))
            .collect();
        let reasons: String = (state.reasons.iter())
            .map(|reason| self.reason(site, item, reason, &about))
            .collect();
        let missing = if reasons.is_empty() {
            String::new()
        } else {
            let head = self.language.choose("สิ่งที่ยังขาด", "What is missing");
            format!("<h2>{head}</h2><ol>{reasons}</ol>")
        };
        // A reason is not said twice.
        let others = about.into_iter().filter(|finding| match &finding.problem {
            Problem::Coverage(CoverageFault::Incomplete(reason)) => !state.reasons.contains(reason),
            _ => true,
        });
        let lacking = match (state.reasons.len(), self.language) {
            (0, _) => String::new(),
            (count, Language::Thai) => format!(" · ขาด {count} อย่าง"),
            (count, Language::English) => format!(" · {count} missing"),
        };
        let head = format!(
            "{} {} · {}{lacking}",
            self.language.choose("ข้อ", "Item"),
            number.label(),
            self.status(state.status)
        );
        let file = self.file(site, year, item);
        let body = format!("{file}{missing}{}", self.findings(others));
        section("author", false, &head, &body)
    }

    /// A document: its file, and what was found in it.
    pub(super) fn of_document(&self, document: &Document) -> String {
        let of = self.language.choose("เอกสารของข้อ", "A document of item");
        let head = format!("{of} {}", document.item.label());
        let file = self.edit(&document.path);
        let own = self.reading.findings.iter();
        let own = own.filter(|finding| finding.at.path == document.path);
        section("author", false, &head, &(file + &self.findings(own)))
    }

    fn status(&self, status: Status) -> &'static str {
        self.language.choose(status.thai(), status.name())
    }

    fn edit(&self, path: &str) -> String {
        let word = self.language.choose("ไฟล์ที่แก้", "File to edit");
        format!("<p>{word}: <code>{}</code></p>", escaped(path))
    }

    /// The lead document or else the first; without any the command that makes one.
    fn file(&self, site: &Site, year: FiscalYear, item: &Item) -> String {
        if let Some(id) = item.lead.or(item.documents.first().copied()) {
            return self.edit(&site.document(id).path);
        }
        let of_year = if site.current == Some(year) {
            String::new()
        } else {
            format!(" --year {year}")
        };
        let word = self
            .language
            .choose("สร้างเอกสารด้วยคำสั่ง", "Make a document with");
        let number = item.number;
        format!("<p>{word} <code>oit new {number}{of_year}</code></p>")
    }

    /// Why an item is not complete, where that is mended, and how.
    fn reason(&self, site: &Site, item: &Item, reason: &Reason, about: &[&Diagnostic]) -> String {
        let problem = Problem::from(CoverageFault::Incomplete(reason.clone()));
        let Words { message, help } = problem.words(self.language);
        let said = about.iter().find(|finding| finding.problem == problem);
        let line = said.and_then(|said| lines([*said], self.reading.files, self.language).pop());
        let place = line.map(|line| line.place);
        let typed = match reason {
            Reason::ComponentNotShown { number, .. } => said.and_then(|finding| {
                let ids = item.documents.iter().map(|id| site.document(*id));
                let document = ids.into_iter().find(|d| d.path == finding.at.path)?;
                Some(with_component(document, *number))
            }),
            Reason::NoDocument => {
                return format!("<li>{}</li>", escaped(&message));
            }
            _ => None,
        };
        format!(
            "<li>{}{}</li>",
            escaped(&message),
            remedy(&help, typed.as_deref(), place.as_deref(), self.language)
        )
    }

    fn findings<'f>(&self, findings: impl Iterator<Item = &'f Diagnostic>) -> String {
        let list = list(findings, self.reading, self.language);
        if list.is_empty() {
            return list;
        }
        let head = self.language.choose("ข้อสังเกต", "Findings");
        format!("<h2>{head}</h2>{list}")
    }
}

/// The line of front matter that says that a document shows one more component.
fn with_component(document: &Document, number: usize) -> String {
    let mut numbers: Vec<String> = (document.components.iter())
        .map(|known| known.value.to_string())
        .collect();
    numbers.push(number.to_string());
    format!("components = [{}]", numbers.join(", "))
}

/// Findings as a list, errors first; empty where there are none.
fn list<'f>(
    findings: impl Iterator<Item = &'f Diagnostic>,
    reading: &SiteReading<'_>,
    language: Language,
) -> String {
    let mut findings: Vec<&Diagnostic> = findings.collect();
    if findings.is_empty() {
        return String::new();
    }
    findings.sort_by_key(|finding| finding.problem.severity());
    let more = findings.len().saturating_sub(MAX_FINDINGS);
    findings.truncate(MAX_FINDINGS);
    let shown: String = lines(findings, reading.files, language)
        .iter()
        .map(|line| entry(line, language))
        .collect();
    let more = match (more, language) {
        (0, _) => String::new(),
        (more, Language::Thai) => {
            format!("<p>และอีก {more} แห่ง ดูทั้งหมดด้วยคำสั่ง <code>oit check</code></p>")
        }
        (more, Language::English) => {
            format!("<p>… and {more} more: <code>oit check</code> tells them all</p>")
        }
    };
    format!("<ol>{shown}</ol>{more}")
}

fn entry(line: &Line, language: Language) -> String {
    format!(
        "<li data-code=\"{}\"><strong>{}</strong> {}{}</li>",
        line.code,
        line.word,
        escaped(&line.message),
        remedy(&line.help, None, Some(&line.place), language)
    )
}

fn remedy(help: &str, typed: Option<&str>, place: Option<&str>, language: Language) -> String {
    let typed = typed.map(|typed| format!(" <code>{}</code>", escaped(typed)));
    let place = place.map(|place| format!("<br><code>{}</code>", escaped(place)));
    format!(
        "<br>{}: {}{}{}",
        help_word(language),
        escaped(help),
        typed.unwrap_or_default(),
        place.unwrap_or_default()
    )
}

/// A part that can be folded, without a script too.
fn section(name: &str, open: bool, head: &str, body: &str) -> String {
    let open = if open { " open" } else { "" };
    format!(
        "<details data-part=\"{name}\"{open}><summary>{}</summary>\
         <div role=\"region\" tabindex=\"0\" aria-label=\"{0}\">{body}</div></details>",
        escaped(head)
    )
}
