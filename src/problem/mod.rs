//! What the program tells the webmaster: faults as values, apart from the words for them.
//!
//! In: a [`Problem`] and a place. Out: a [`Diagnostic`]; [`emit`] turns it into a picture or a
//! format for machines, `order` puts it where it is looked for, `thai` and `english` turn it into
//! sentences. A fault that the webmaster can repair is always one of these and never an `Err`, so
//! that one run tells them all.

mod codes;
pub mod emit;
mod english;
pub mod manual;
mod order;
mod problem;
mod thai;

pub use codes::codes;
pub use order::sort;
pub use problem::{
    DriftFault, EvidenceFault, Expected, LinkFault, OutputRefusal, OwedFault, PersonalFault,
    Problem, RolloverRefusal, RunsInBrowser, Severity, Slip, TableFault, TextFault, TomlFault,
    TypedFault, TypedSlip, Unsearchable,
};

use crate::model::{
    ColumnType, DatasetKind, FiscalYear, ItemNumber, Period, Reason, Requirement, Rule, ShownBy,
};
use crate::span::Span;
use crate::thai::citizen_number::masked_text;

/// The languages the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    /// ไทย
    #[default]
    Thai,
    /// English
    English,
}

impl Language {
    /// The one of two sentences that is in this language.
    pub fn choose<T>(self, thai: T, english: T) -> T {
        match self {
            Self::Thai => thai,
            Self::English => english,
        }
    }
}

/// A finding: what is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// What.
    pub problem: Problem,
    /// Where.
    pub at: Span,
    /// The item it is about, where it is about one.
    pub item: Option<(FiscalYear, ItemNumber)>,
}

/// Findings, in the order they were made.
pub type Diagnostics = Vec<Diagnostic>;

impl Diagnostic {
    /// A finding at a place.
    pub fn new(problem: Problem, at: Span) -> Self {
        Self {
            problem,
            at,
            item: None,
        }
    }

    /// The same, about an item.
    #[must_use]
    pub fn about(mut self, year: FiscalYear, item: ItemNumber) -> Self {
        self.item = Some((year, item));
        self
    }
}

impl Problem {
    /// The sentence that says what is wrong. A citizen number in what it quotes is masked.
    pub fn message(&self, language: Language) -> String {
        let message = match language {
            Language::Thai => thai::message(self),
            Language::English => english::message(self),
        };
        masked_text(&message).into_owned()
    }

    /// The line that says what to do, or type. A citizen number in what it quotes is masked.
    pub fn help(&self, language: Language) -> String {
        let help = match language {
            Language::Thai => thai::help(self),
            Language::English => english::help(self),
        };
        masked_text(&help).into_owned()
    }
}

/// The file that a new document names as an example.
pub const EXAMPLE_FILE: &str = "ชื่อไฟล์.pdf";
/// The host of the address that a new document names as an example: `https://…`.
pub const EXAMPLE_HOST: &str = "…";

/// How many findings are errors, warnings and advice.
pub fn counts(diagnostics: &[Diagnostic]) -> [usize; 3] {
    let of = |severity| {
        let found = diagnostics
            .iter()
            .filter(|d| d.problem.severity() == severity);
        found.count()
    };
    [Severity::Error, Severity::Warning, Severity::Advice].map(of)
}

/// Columns as a list; of alternatives, which are joined with `|`, `one_of` says that one will do.
fn either(columns: &[String], one_of: &str) -> String {
    listed(columns, one_of, str::to_owned)
}

/// Columns in the words for each; those of which one will do come last, so that nobody takes the
/// ones before for alternatives.
fn listed(columns: &[String], one_of: &str, words: impl Fn(&str) -> String) -> String {
    let (choices, alone): (Vec<&String>, Vec<&String>) =
        columns.iter().partition(|column| column.contains('|'));
    let alone: Vec<String> = alone.iter().map(|column| words(column)).collect();
    let choices = choices.iter().map(|any| {
        let names: Vec<String> = any.split('|').map(&words).collect();
        format!("{one_of} {}", names.join(", "))
    });
    let alone = (!alone.is_empty()).then(|| alone.join(", "));
    let parts: Vec<String> = alone.into_iter().chain(choices).collect();
    let and = if one_of.is_ascii() {
        " and "
    } else {
        " และ"
    };
    parts.join(and)
}

/// What every row must have for a dataset to show a component; alternatives are joined with `|`.
fn asked_columns(shown_by: &ShownBy) -> Vec<String> {
    let columns = shown_by.requirements.iter();
    columns
        .map(|requirement| match requirement {
            Requirement::AnyOf(columns) => columns.join("|"),
            Requirement::Only { column, value } => format!("{column} = \"{value}\""),
        })
        .collect()
}

/// The columns that a row lacks, as they are typed.
fn lines_to_type(kind: DatasetKind, columns: &[String], one_of: &str) -> String {
    listed(columns, one_of, |name| to_type(kind, name))
}

/// A column of a row as it is typed: `photo = "photo.jpg"`.
fn to_type(kind: DatasetKind, name: &str) -> String {
    let known = kind.columns().iter().find(|column| column.name == name);
    let value = match known.map(|column| column.kind) {
        Some(ColumnType::File) => "\"photo.jpg\"",
        Some(ColumnType::Date | ColumnType::Moment) => "\"2566-01-31\"",
        Some(ColumnType::Period) => "\"2566-01\"",
        Some(ColumnType::Address) => "\"https://…\"",
        Some(ColumnType::Truth) => "true",
        Some(ColumnType::Year) => "2566",
        Some(ColumnType::Bidders) => "[{ name = \"…\", price = … }]",
        Some(ColumnType::Text | ColumnType::Choice(_)) => "\"…\"",
        // The counters of statistics are numbers. None is proposed: it might be left standing.
        Some(ColumnType::Number | ColumnType::Percent | ColumnType::Score) | None => "…",
    };
    format!("{name} = {value}")
}

/// The row to type for a duty of the home page.
fn channel_row(duty: &str) -> String {
    if DatasetKind::named(duty).is_some() {
        return format!("[[data.{duty}]]\naddress = \"…\"\nphone = \"0 0000 0000\"\nemail = \"…\"");
    }
    format!("[[data.channels]]\nkind = \"{duty}\"\nlabel = \"…\"\nurl = \"https://…\"")
}

/// The first few of many addresses, and how many more there are.
fn first_of(addresses: &[String]) -> (String, usize) {
    const FIRST: usize = 6;
    let shown = addresses.get(..FIRST).unwrap_or(addresses).join(", ");
    (shown, addresses.len().saturating_sub(FIRST))
}

/// Items in their order, neighbours as one: `O1, O3–O9`.
fn item_runs(items: &[ItemNumber]) -> String {
    let runs = items.chunk_by(|one, next| one.0 + 1 == next.0);
    let runs = runs.filter_map(|run| {
        let (first, last) = (run.first()?.label(), run.last()?.label());
        Some(match run.len() {
            1 => first,
            2 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        })
    });
    runs.collect::<Vec<_>>().join(", ")
}

/// Names in a list.
fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

/// The item whose lead document a path names, as in `content/2566/o12/index.md`.
fn item_folder(path: &str) -> Option<ItemNumber> {
    let mut parts = path.rsplit(['/', '\\']);
    let is_lead = parts.next()?.to_lowercase().starts_with("index.");
    ItemNumber::parse(parts.next()?).filter(|_| is_lead)
}

/// The period to type for the window that a rule asks for.
fn asked_period(rule: Rule, window: &Period) -> String {
    let year = FiscalYear::of(window.first);
    match rule {
        Rule::FirstHalf => format!("{year}-H1"),
        _ => year.to_string(),
    }
}

/// The sentence for why an item is not complete, as pages and JSON say it.
pub fn reason_message(reason: &Reason) -> String {
    Problem::Incomplete(reason.clone()).message(Language::Thai)
}

/// The code of a reason.
pub fn reason_code(reason: &Reason) -> &'static str {
    Problem::Incomplete(reason.clone()).code()
}
/// Whether findings keep a site from being published. `strict`: warnings do, too.
pub fn stops(findings: &[Diagnostic], strict: bool) -> bool {
    let stops = |severity| match severity {
        Severity::Error => true,
        Severity::Warning => strict,
        Severity::Advice => false,
    };
    let mut findings = findings.iter();
    findings.any(|finding| stops(finding.problem.severity()))
}
