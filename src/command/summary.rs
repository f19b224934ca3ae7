//! What stands below the findings: where the year stands, what to repair first, and what is due.
//!
//! In: a checked site. Out: lines for the terminal, in the language of its reader.

use crate::files::SitePath;
use crate::model::due::can_be_complete;
use crate::model::score::points;
use crate::model::{
    Counts, Due, FiscalYear, Item, ItemNumber, Owed, Reason, Score, Site, Status, Year, thai_date,
};
use crate::pipeline::Loaded;
use crate::problem::{
    CoverageFault, Diagnostic, Language, Problem, Severity, WaitingFault, Words, counts,
};
use crate::thai::wrap::clipped;

/// Repairs that are named. Who has done three runs the check again.
const REPAIRS: usize = 3;

/// Days to come that are named.
const DAYS: usize = 3;

/// The widest title, and the widest reason, in columns of a terminal.
const TITLE: usize = 60;
const REASON: usize = 100;

/// What `check` says at the end.
pub(super) fn whole(loaded: &Loaded, language: Language) -> String {
    let mut lines = standing(loaded, language);
    if let Some(year) = current(&loaded.site) {
        let summary = YearSummary {
            loaded,
            year,
            language,
        };
        if let Some(score) = Score::of(year) {
            lines.extend(summary.estimate(&score));
            lines.extend(apart(summary.errors()));
            lines.extend(apart(summary.repairs(&score)));
        }
        lines.extend(apart(summary.due()));
    }
    if let Some(first) = loaded.findings.first() {
        let code = first.problem.code();
        lines.extend(apart(vec![language.choose(
            format!("oit explain CODE อธิบายเพิ่มเติม เช่น oit explain {code}"),
            format!("oit explain CODE tells more, e.g. oit explain {code}"),
        )]));
    }
    lines.join("\n")
}

/// Lines below a heading; nothing where there is no line.
fn headed(heading: &str, lines: Vec<String>) -> Vec<String> {
    let above = (!lines.is_empty()).then(|| heading.to_owned());
    above.into_iter().chain(lines).collect()
}

/// Lines with a free one before them; nothing of none.
fn apart(lines: Vec<String>) -> Vec<String> {
    headed("", lines)
}

/// What `build` says at the end.
pub(super) fn brief(loaded: &Loaded, language: Language) -> String {
    let mut lines = standing(loaded, language);
    let counts = current(&loaded.site).map(Year::counts);
    if counts.is_some_and(|counts| counts.complete < counts.items) {
        let more = language.choose(
            "oit check บอกว่าควรแก้ข้อใดก่อน",
            "oit check tells what to repair first",
        );
        lines.push(more.to_owned());
    }
    lines.join("\n")
}

/// How many findings there are, and where the current year stands.
fn standing(loaded: &Loaded, language: Language) -> Vec<String> {
    let mut lines = vec![counted(&loaded.findings, language)];
    if let Some(year) = current(&loaded.site) {
        lines.extend(status(year, language));
        lines.extend(of_today(&loaded.site, language));
        lines.extend(waiting(&loaded.findings, language));
    }
    lines
}

/// What is said at the end where only some items were asked for.
pub(super) fn of_items(
    loaded: &Loaded,
    year: FiscalYear,
    items: &[ItemNumber],
    language: Language,
) -> String {
    let mut lines = vec![counted(&loaded.findings, language)];
    for number in items {
        let item = loaded.site.item(year, *number);
        lines.extend(item.map(|item| {
            let status = item.state.status;
            let word = language.choose(status.thai(), status.name());
            let place = language.choose(format!("ปี {year}"), format!("of {year}"));
            let is_wrong = loaded.findings.iter().any(|finding| {
                finding.item == Some((year, *number))
                    && finding.problem.severity() == Severity::Error
            });
            // What is not built is complete for nobody.
            let once = if is_wrong && status == Status::Complete {
                language.choose(" เมื่อแก้ข้อผิดพลาดแล้ว", " once the errors are mended")
            } else {
                ""
            };
            format!("{} {place}: {word}{once}", number.label())
        }));
    }
    lines.extend(waiting(&loaded.findings, language));
    lines.join("\n")
}

/// The line that counts errors, warnings and advice.
pub(super) fn counted(findings: &[Diagnostic], language: Language) -> String {
    let [errors, warnings, advice] = counts(findings);
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    language.choose(
        format!("ข้อผิดพลาด {errors} · คำเตือน {warnings} · คำแนะนำ {advice}"),
        format!(
            "{errors} error{} · {warnings} warning{} · {advice} advice",
            plural(errors),
            plural(warnings)
        ),
    )
}

fn current(site: &Site) -> Option<&Year> {
    site.year(site.current?)
}

/// The line that says that the year of today has no folder yet. Where `site.toml` names no year, that is a finding.
fn of_today(site: &Site, language: Language) -> Option<String> {
    let wanted = site.config.fiscal_year.as_ref()?.value;
    let now = FiscalYear::of(site.as_of);
    let newest_folder = site.years.last()?.fiscal_year();
    if newest_folder > wanted || wanted >= now {
        return None;
    }
    let others = site.other_frameworks.iter().map(|other| other.fiscal_year);
    let known = others.filter(|year| *year > wanted && *year <= now);
    let next = known.max().unwrap_or(now);
    Some(language.choose(
        format!("  ขณะนี้เป็นปีงบประมาณ {now} ขึ้นปีใหม่ด้วย oit rollover {wanted} {next}"),
        format!("  this is fiscal year {now}: go on with oit rollover {wanted} {next}"),
    ))
}

/// The lines that say where a year stands, and which items still owe something.
fn status(year: &Year, language: Language) -> Vec<String> {
    let fiscal_year = year.fiscal_year();
    let Counts {
        items,
        complete,
        incomplete,
        missing,
    } = year.counts();
    let mut lines = vec![language.choose(
        format!(
            "ปี {fiscal_year} มี {items} ข้อ: ครบถ้วน {complete} · ยังไม่ครบ {incomplete} · ยังไม่เผยแพร่ {missing}"
        ),
        format!(
            "{fiscal_year}: {items} items: {complete} complete · {incomplete} incomplete · {missing} missing"
        ),
    )];
    for (status, thai, english) in [
        (Status::Incomplete, "ยังไม่ครบ", "incomplete"),
        (Status::Missing, "ยังไม่เผยแพร่", "missing"),
    ] {
        let word = language.choose(thai, english);
        let of_status = year.items.iter().filter(|item| item.state.status == status);
        let labels: Vec<String> = of_status.map(|item| item.number.label()).collect();
        if !labels.is_empty() {
            lines.push(format!("  {word}: {}", labels.join(" ")));
        }
    }
    lines
}

/// The line that says what lies ready and is not published, by item.
fn waiting(findings: &[Diagnostic], language: Language) -> Option<String> {
    let ready = findings.iter().filter_map(|finding| {
        let (_, item) = finding.item?;
        let what = match &finding.problem {
            Problem::Waiting(WaitingFault::Files { count, .. }) => language.choose(
                format!("มี {count} ไฟล์รออยู่"),
                format!("{count} file(s) waiting"),
            ),
            Problem::Waiting(WaitingFault::Draft) => language
                .choose("ฉบับร่างกรอกครบแล้ว", "a draft that lacks nothing")
                .to_owned(),
            _ => return None,
        };
        Some(format!("{} {what}", item.label()))
    });
    let ready: Vec<String> = ready.collect();
    let heading = language.choose("รอเผยแพร่", "ready to publish");
    (!ready.is_empty()).then(|| format!("  {heading}: {}", ready.join(" · ")))
}

/// What is said of the current year.
struct YearSummary<'a> {
    loaded: &'a Loaded,
    year: &'a Year,
    language: Language,
}

impl YearSummary<'_> {
    fn estimate(&self, score: &Score) -> [String; 2] {
        let (oit, ita, share) = (points(score.oit), points(score.ita()), score.share);
        let too_good = match (score.by_components, self.language) {
            (true, _) => "",
            (_, Language::Thai) => " ปีนี้ไม่ได้บันทึกองค์ประกอบไว้ครบทุกข้อ คะแนนจริงอาจต่ำกว่านี้",
            (_, Language::English) => {
                "; components are not recorded for every item of this year: the real score may be lower"
            }
        };
        self.language.choose(
            [
                format!("คะแนน OIT ประมาณการ {oit} จาก 100 (เท่ากับ ITA {ita} จาก {share})"),
                format!(
                    "  ประเมินตนเองจากสถานะข้างบนด้วยวิธีเฉลี่ยของปี 2564 ไม่ใช่ผลการประเมินของ ป.ป.ช.{too_good}"
                ),
            ],
            [
                format!("OIT estimate {oit} of 100 (ITA {ita} of {share})"),
                format!(
                    "  your own, from the statuses above by the averages of 2564; not a result of the NACC{too_good}"
                ),
            ],
        )
    }

    /// That nothing is published while there are errors.
    fn errors(&self) -> Vec<String> {
        let [errors, ..] = counts(&self.loaded.findings);
        let line = self.language.choose(
            format!("แก้ที่ผิด {errors} แห่งก่อน จึงสร้างเว็บไซต์ได้"),
            format!("Mend the errors ({errors}) first: the site cannot be built with them"),
        );
        (errors > 0).then_some(line).into_iter().collect()
    }

    /// The repairs that gain most, of those that can be done already.
    fn repairs(&self, score: &Score) -> Vec<String> {
        let year = self.year;
        let items = score.costs.iter().filter_map(|cost| {
            let definition = year.framework.item(cost.number)?;
            Some((cost, definition, year.item(cost.number)?))
        });
        let possible = items.filter(|(_, definition, item)| {
            let waits = matches!(item.state.reasons.first(),
                Some(Reason::OnlyFuture(day)) if year.fiscal_year().period().contains(*day));
            !waits && can_be_complete(definition, year, self.loaded.site.as_of)
        });
        let mut possible: Vec<_> = possible.collect();
        // What has been begun is not to be lost from sight behind what has yet to be written.
        let begun = |(_, _, item): &(_, _, &Item)| item.state.status == Status::Incomplete;
        if let Some(first) = possible.iter().position(begun).filter(|at| *at >= REPAIRS) {
            possible.swap(REPAIRS - 1, first);
        }
        let mut lines = Vec::new();
        for (at, (cost, definition, item)) in (1..).zip(possible.into_iter().take(REPAIRS)) {
            let gain = points(cost.oit);
            lines.push(format!(
                "  {at}. {} {} {}",
                definition.number.label(),
                clipped(&definition.title, TITLE),
                self.language.choose(
                    format!("(+{gain} คะแนน OIT)"),
                    format!("(+{gain} OIT points)")
                )
            ));
            lines.extend(self.remedy(item).into_iter().flatten());
        }
        let heading =
            (self.language).choose("ควรแก้ก่อน ได้คะแนนเพิ่มมากที่สุด", "Repair first what gains most");
        headed(heading, lines)
    }

    /// What an item lacks, and where to type what: a line each.
    fn remedy(&self, item: &Item) -> Option<[String; 2]> {
        let finding = self.first_fault(item)?;
        let Words { message, help } = finding.words(self.language);
        let lacking = clipped(&message, REASON);
        let more = match (item.state.reasons.len() - 1, self.language) {
            (0, _) => String::new(),
            (more, Language::Thai) => format!(" และอีก {more} อย่าง"),
            (more, Language::English) => format!(" and {more} more"),
        };
        let remedy = match finding.problem {
            Problem::Coverage(CoverageFault::Incomplete(Reason::NoDocument)) => {
                format!("oit new {}", item.number)
            }
            _ => format!("{}: {help}", finding.at.path),
        };
        Some([format!("     {lacking}{more}"), format!("     → {remedy}")])
    }

    /// Why an item is not complete in the first place, and the file that is to be changed. Where a
    /// row of a dataset lacks something, that says more than the component it would show.
    fn first_fault(&self, item: &Item) -> Option<Diagnostic> {
        let reason = item.state.reasons.first()?;
        let place = Some((self.year.fiscal_year(), item.number));
        let findings = self.loaded.findings.iter();
        let own = findings.filter(|finding| finding.item == place);
        let row = own.clone().find(|finding| {
            matches!((&finding.problem, reason),
                (Problem::Coverage(CoverageFault::DatasetGap { component, .. }), Reason::ComponentNotShown { number, .. })
                    if component == number)
        });
        let problem = Problem::from(CoverageFault::Incomplete(reason.clone()));
        let said = row.or_else(|| own.clone().find(|finding| finding.problem == problem));
        if let Some(finding) = said {
            return Some(finding.clone());
        }
        // Of what is missing altogether there are no findings.
        let first = item.documents.first();
        let path = first.map(|id| self.loaded.site.document(*id).path.clone());
        let path = path.unwrap_or_else(|| SitePath::from("content"));
        Some(Diagnostic::whole(problem, &path))
    }

    fn due(&self) -> Vec<String> {
        let due = Due::of(&self.loaded.site, self.year);
        let mut lines = Vec::new();
        let all = usize::MAX;
        let lists = [
            (&due.overdue, all, "เลยกำหนดแล้ว ควรมีตั้งแต่", "overdue since"),
            (&due.now, all, "ถึงกำหนดแล้ว ตั้งแต่", "due now, since"),
            (&due.to_come, DAYS, "ต่อไป ตั้งแต่", "next, from"),
        ];
        for (list, most, thai, english) in lists {
            let word = self.language.choose(thai, english);
            let days = list.chunk_by(|a, b| a.from == b.from);
            for day in days.take(most) {
                let labels: Vec<String> = day.iter().map(|owed| self.owed(owed)).collect();
                let from = day[0].from;
                let from = self.language.choose(thai_date(from), from.to_string());
                lines.push(format!("  {word} {from}: {}", labels.join(" ")));
            }
        }
        let heading = (self.language).choose("กำหนดเวลาของข้อที่ยังไม่ครบ", "What is due");
        headed(heading, lines)
    }

    /// An item, with its months where each is owed by itself.
    fn owed(&self, owed: &Owed) -> String {
        let label = owed.number.label();
        let asked = self.year.framework.item(owed.number);
        if !asked.is_some_and(|definition| definition.timings().any(|(_, timing)| timing.monthly)) {
            return label;
        }
        let times = owed.times.iter();
        let times = times.map(|time| self.language.choose(time.thai(), time.in_months()));
        let times: Vec<String> = times.collect();
        format!("{label} ({})", times.join(", "))
    }
}
