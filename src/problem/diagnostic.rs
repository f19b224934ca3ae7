//! A finding: one fault of one family, at its place.

use super::coverage::CoverageFault;
use super::drift::DriftFault;
use super::evidence::EvidenceFault;
use super::folder::FolderFault;
use super::framework::FrameworkFault;
use super::language::{Language, Words};
use super::link::LinkFault;
use super::logo::LogoFault;
use super::meant::Meant;
use super::none::NoneFault;
use super::owed::OwedFault;
use super::personal::PersonalFault;
use super::reading::ReadingFault;
use super::reference::ReferenceFault;
use super::refusal::RefusalFault;
use super::rows::RowsFault;
use super::settings::SettingsFault;
use super::severity::Severity;
use super::sheet::SheetFault;
use super::text::TextFault;
use super::theme::ThemeFault;
use super::typed::TypedFault;
use super::value::{KeyMeant, ValueFault};
use super::waiting::WaitingFault;
use super::words::{filled_in, in_spreadsheet};
use crate::files::SitePath;
use crate::model::{FiscalYear, ItemNumber};
use crate::span::Span;
use crate::thai::citizen_number::masked_text;

families! {
    /// A file cannot be read.
    Reading(ReadingFault),
    /// A key or its value.
    Value(ValueFault),
    /// A folder or file in a wrong place or under a wrong name.
    Folder(FolderFault),
    /// A framework file.
    Framework(FrameworkFault),
    /// A reference to what is not there.
    Reference(ReferenceFault),
    /// A file that should be shown as a table.
    Sheet(SheetFault),
    /// Rows of a dataset that come from a spreadsheet.
    Rows(RowsFault),
    /// A theme.
    Theme(ThemeFault),
    /// The agency's seal.
    Logo(LogoFault),
    /// Settings without the effect that is expected of them.
    Settings(SettingsFault),
    /// What keeps an item from being complete.
    Coverage(CoverageFault),
    /// Statements that there is none.
    StatedNone(NoneFault),
    /// What lies ready and is not published.
    Waiting(WaitingFault),
    /// Links that cannot be relied on.
    Link(LinkFault),
    /// Personal data.
    Personal(PersonalFault),
    /// What is owed beyond components and periods.
    Owed(OwedFault),
    /// Evidence files.
    Evidence(EvidenceFault),
    /// Letters and Markdown of a text.
    Text(TextFault),
    /// What a build would take away.
    Drift(DriftFault),
    /// What was typed.
    Typed(TypedFault),
    /// A command that does not begin.
    Refusal(RefusalFault),
}

impl Problem {
    /// The code that names the fault everywhere: findings, manual, `allow`.
    pub fn code(&self) -> &'static str {
        self.rank().0
    }

    /// How bad it is. *Wrong* is an error, *not yet complete* is a warning.
    pub fn severity(&self) -> Severity {
        self.rank().1
    }

    /// What is wrong and what to do. A citizen number in what is quoted is masked.
    pub fn words(&self, language: Language) -> Words {
        let Words { message, help } = self.told(language);
        Words {
            message: masked_text(&message).into_owned(),
            help: masked_text(&help).into_owned(),
        }
    }

    /// What was meant, where that can be typed in its place.
    pub fn meant(&self) -> Option<&Meant> {
        match self {
            Self::Value(ValueFault::WrongType { meant, .. }) => meant.as_ref(),
            Self::Reading(ReadingFault::TomlSyntax { meant, .. })
            | Self::Value(
                ValueFault::BadPeriod { meant, .. } | ValueFault::BadAccent { meant, .. },
            )
            | Self::Reference(ReferenceFault::UnknownUnit { meant, .. }) => meant.as_deref(),
            Self::Folder(FolderFault::ItemMisspelt { meant, .. })
            | Self::Value(ValueFault::UnknownKey {
                meant: KeyMeant::Small(meant) | KeyMeant::Heading(meant),
                ..
            }) => Some(meant),
            _ => None,
        }
    }

    /// Whether a document may accept it with `allow`. What is wrong cannot be made right by saying
    /// so, except that an agency may have the right to publish personal data.
    pub fn may_be_allowed(&self) -> bool {
        self.severity() != Severity::Error || matches!(self, Self::Personal(_))
    }
}

/// A finding: what is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// The fault, of one of the families.
    pub problem: Problem,
    /// The file, and the bytes of it that it is about.
    pub at: Span,
    /// The item it is about, where it is about one.
    pub item: Option<(FiscalYear, ItemNumber)>,
}

/// Findings, in the order they were made.
pub type Diagnostics = Vec<Diagnostic>;

impl Diagnostic {
    /// A finding at a place.
    pub fn new(problem: impl Into<Problem>, at: Span) -> Self {
        Self {
            problem: problem.into(),
            at,
            item: None,
        }
    }

    /// A finding about a whole file or folder.
    pub fn whole(problem: impl Into<Problem>, path: &SitePath) -> Self {
        Self::new(problem, Span::whole(path))
    }

    /// What is wrong and what to do. Of a value from a spreadsheet it begins with the cell.
    pub fn words(&self, language: Language) -> Words {
        let Words { message, help } = self.problem.words(language);
        let Some(cell) = &self.at.cell else {
            return Words { message, help };
        };
        let place = in_spreadsheet(language, cell);
        let help = match &self.problem {
            // It says itself what to do in the spreadsheet.
            Problem::Rows(_) | Problem::Sheet(_) => help,
            Problem::Coverage(CoverageFault::DatasetGap { kind, columns, .. }) => {
                filled_in(language, *kind, columns)
            }
            _ => language.choose(
                format!("แก้ในไฟล์ตารางแล้วบันทึก: {help}"),
                format!("mend it in the spreadsheet and save that: {help}"),
            ),
        };
        Words {
            message: format!("{}: {message}", masked_text(&place)),
            help,
        }
    }

    /// The same, about an item.
    #[must_use]
    pub fn about(mut self, year: FiscalYear, item: ItemNumber) -> Self {
        self.item = Some((year, item));
        self
    }
}

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

/// Whether findings keep a site from being published. `strict`: warnings do, too.
pub fn stops(findings: &[Diagnostic], strict: bool) -> bool {
    let stops = |severity| severity == Severity::Error || strict && severity == Severity::Warning;
    let mut severities = findings.iter().map(|finding| finding.problem.severity());
    severities.any(stops)
}
