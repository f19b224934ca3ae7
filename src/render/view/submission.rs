//! What an agency hands in for each item: whether it is there, its addresses, and the description
//! that tells the evaluator where on the site it is.
//!
//! The description says only what counting documents show. What is lacking is a note beside it.

use serde::Serialize;

use super::item::{ReasonView, reasons, seen_reasons};
use super::year::{CountsView, ItemView};
use super::{Builder, LinkView};
use crate::files::ending;
use crate::model::{
    Document, DocumentId, Item, ItemDefinition, Status, SubIndicator, Year, address, is_picture,
    thai_date,
};

/// Documents besides the lead one that are named; the item's page lists them all.
const MOST_DOCUMENTS: usize = 10;

/// Files of a document that are named.
const MOST_FILES: usize = 5;

/// What the submission template gets, as `submission`.
#[derive(Debug, Serialize)]
pub(in crate::render) struct SubmissionView {
    pub(in crate::render) year: i16,
    /// Whether the official list of the year has yet to confirm this one.
    provisional: bool,
    counts: CountsView,
    checklist_url: String,
    csv_url: String,
    xlsx_url: String,
    pub(in crate::render) subs: Vec<SubmissionSubView>,
}

/// The rows of a sub-indicator.
#[derive(Debug, Serialize)]
pub(in crate::render) struct SubmissionSubView {
    code: String,
    title: String,
    pub(in crate::render) rows: Vec<SubmissionRowView>,
}

/// What is handed in for an item.
#[derive(Debug, Serialize)]
pub(in crate::render) struct SubmissionRowView {
    /// The item.
    #[serde(flatten)]
    pub(in crate::render) item: ItemView,
    /// `มี` or `ไม่มี`.
    pub(in crate::render) answer: &'static str,
    /// The item's page, then the documents that show components; the titles are whole addresses.
    pub(in crate::render) links: Vec<LinkView>,
    /// The description, of several lines; empty where there is nothing.
    pub(in crate::render) text: String,
    /// How many lines it has.
    line_count: usize,
    /// Why the item is not complete, in the words for visitors.
    reasons: Vec<ReasonView>,
    /// What the table for the agency has besides.
    #[serde(skip)]
    pub(in crate::render) remark: RemarkToAgency,
}

/// What the agency is told beside what it hands in.
#[derive(Debug)]
pub(in crate::render) struct RemarkToAgency {
    pub(in crate::render) status: Status,
    /// Why the item is not complete.
    pub(in crate::render) reasons: Vec<ReasonView>,
}

pub(in crate::render) fn submission_view(builder: Builder<'_>, year: &Year) -> SubmissionView {
    let fiscal_year = year.fiscal_year();
    let subs = year.framework.indicators.iter().flat_map(|i| &i.subs);
    SubmissionView {
        year: fiscal_year.number(),
        provisional: year.framework.is_provisional,
        counts: CountsView::new(builder, year.counts()),
        checklist_url: builder.local(&address::checklist(fiscal_year)),
        csv_url: builder.local(&address::submission_csv(fiscal_year)),
        xlsx_url: builder.local(&address::submission_xlsx(fiscal_year)),
        subs: subs
            .map(|sub| SubmissionSubView {
                code: sub.code.clone(),
                title: sub.title.clone(),
                rows: (sub.items.iter())
                    .filter_map(|definition| {
                        let item = year.item(definition.number)?;
                        Some(row(builder, year, item, sub, definition))
                    })
                    .collect(),
            })
            .collect(),
    }
}

fn row(
    builder: Builder<'_>,
    year: &Year,
    item: &Item,
    sub: &SubIndicator,
    definition: &ItemDefinition,
) -> SubmissionRowView {
    let published = item.state.status.is_published();
    let shown = Shown {
        builder,
        item,
        definition,
    };
    let documents = if published { shown.chosen() } else { vec![] };
    let page = address::item(year.fiscal_year(), item.number);
    let further = documents
        .iter()
        .map(|id| builder.site.document(*id).address.clone());
    let addresses = published.then_some(page).into_iter().chain(further);
    let text = if published {
        let trail = format!(
            "ตำแหน่งบนเว็บไซต์: หน้าแรก › {} › {} {} › {} {}",
            builder.year_crumb(year.fiscal_year()).title,
            sub.code,
            sub.title,
            definition.number.label(),
            definition.title
        );
        shown.text(trail, &documents)
    } else {
        String::new()
    };
    SubmissionRowView {
        item: ItemView::new(builder, year, item, definition),
        answer: if published {
            "มี"
        } else {
            "ไม่มี"
        },
        links: addresses
            .map(|address| LinkView {
                title: builder.site.config.base.whole(&address),
                url: builder.local(&address),
            })
            .collect(),
        line_count: text.lines().count(),
        text,
        reasons: seen_reasons(builder, item),
        remark: RemarkToAgency {
            status: item.state.status,
            reasons: reasons(item),
        },
    }
}

/// A published item, and what its documents show.
struct Shown<'a> {
    builder: Builder<'a>,
    item: &'a Item,
    definition: &'a ItemDefinition,
}

impl Shown<'_> {
    /// The lead document, which stands on the item's own page, if it counts.
    fn lead(&self) -> Option<DocumentId> {
        let lead = self.item.lead?;
        self.item.state.documents.contains(&lead).then_some(lead)
    }

    /// The components of the item that a document shows, by number.
    fn components(&self, id: DocumentId) -> Vec<usize> {
        let states = self.item.state.components.iter();
        states
            .filter(|state| state.shown_by.contains(&id))
            .map(|state| state.number)
            .collect()
    }

    /// The documents besides the lead one that are handed in: those that show components, and
    /// where no components are recorded all. Of very many, those first without which a component
    /// would be shown by none.
    fn chosen(&self) -> Vec<DocumentId> {
        let lead = self.lead();
        let recorded = !self.definition.components.is_empty();
        let mut covered = lead.map(|id| self.components(id)).unwrap_or_default();
        let (mut needed, mut others) = (Vec::new(), Vec::new());
        for (at, id) in self.item.state.documents.iter().enumerate() {
            let components = self.components(*id);
            if Some(*id) == lead || (recorded && components.is_empty()) {
                continue;
            }
            if components.iter().any(|number| !covered.contains(number)) {
                covered.extend(components);
                needed.push((at, *id));
            } else {
                others.push((at, *id));
            }
        }
        needed.extend(others);
        needed.truncate(MOST_DOCUMENTS);
        needed.sort_unstable_by_key(|(at, _)| *at);
        needed.into_iter().map(|(_, id)| id).collect()
    }

    /// The description: the way from the home page, and what stands at each of the addresses.
    fn text(&self, trail: String, further: &[DocumentId]) -> String {
        let label = self.definition.number.label();
        let mut lines = vec![trail];
        let mut described = Vec::new();
        let lead = self.lead();
        match lead {
            Some(id) => {
                lines.push(self.title(id, &format!("ลิงก์ที่ 1 หน้าข้อ {label}")));
                lines.extend(self.shows(id, &mut described));
            }
            None => lines.push(format!("ลิงก์ที่ 1 หน้าข้อ {label}: รวมเอกสารทุกฉบับของข้อนี้")),
        }
        for (at, id) in (2..).zip(further) {
            lines.push(self.title(*id, &format!("ลิงก์ที่ {at}")));
            lines.extend(self.shows(*id, &mut described));
        }
        let named = further.len() + usize::from(lead.is_some());
        let left = self.item.state.documents.len().saturating_sub(named);
        if left > 0 {
            lines.push(format!("ในหน้าข้อ {label} ยังมีเอกสารอื่นอีก {left} ฉบับ"));
        }
        lines.join("\n")
    }

    /// What a document is: its title, time and day.
    fn title(&self, id: DocumentId, place: &str) -> String {
        let document = self.builder.site.document(id);
        let mut parts = vec![format!("{place}: {}", self.builder.site.title_of(document))];
        let period = document.stated_period();
        parts.extend(period.map(|period| format!("ข้อมูลช่วง {}", period.thai())));
        let date = document.stated_date();
        parts.extend(date.map(|date| format!("เผยแพร่ {}", thai_date(date))));
        parts.join(" · ")
    }

    /// What a document shows: a component in its own words the first time, then by its number.
    fn shows(&self, id: DocumentId, described: &mut Vec<usize>) -> Vec<String> {
        let mut lines = Vec::new();
        let mut again = Vec::new();
        for number in self.components(id) {
            if described.contains(&number) {
                again.push(number.to_string());
                continue;
            }
            described.push(number);
            let component = self.definition.components.get(number - 1);
            let text = component.map_or("", |component| &component.text);
            lines.push(format!("- องค์ประกอบที่ {number}: {text}"));
        }
        if !again.is_empty() {
            lines.push(format!("- แสดงองค์ประกอบที่ {} ด้วย", again.join(", ")));
        }
        let document = self.builder.site.document(id);
        lines.extend(
            document
                .all_none()
                .map(|stated| format!("- {}", stated.value.trim())),
        );
        lines.extend(self.files(document));
        lines
    }

    /// The files, by the titles they were given. Pictures without one stand in the text already.
    fn files(&self, document: &Document) -> Option<String> {
        let files = self.builder.files_of(document).into_iter();
        let mut names: Vec<String> = files
            .map(|(file, title)| (&file.name, title == file.name, title))
            .filter(|(name, untitled, _)| !(*untitled && is_picture(name)))
            .map(|(name, untitled, title)| {
                if untitled {
                    title
                } else {
                    format!("{title} ({})", ending(name).to_uppercase())
                }
            })
            .collect();
        let left = names.len().saturating_sub(MOST_FILES);
        names.truncate(MOST_FILES);
        let more = (left > 0).then(|| format!(" และอีก {left} ไฟล์"));
        (!names.is_empty()).then(|| {
            let names = names.join(", ");
            format!("- ไฟล์: {names}{}", more.unwrap_or_default())
        })
    }
}
