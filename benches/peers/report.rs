//! What was measured, as tables for a page and as bounds that are kept or not.

use std::fmt::Write as _;

use super::process::Cost;
use super::rounds::{Measured, Who};
use super::serve::Latency;

/// A bound, and whether it is kept.
pub struct Gate {
    said: String,
    /// Whether it is kept.
    pub is_kept: bool,
}

/// The middle of some numbers.
pub fn median(numbers: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut numbers: Vec<f64> = numbers.into_iter().collect();
    numbers.sort_by(f64::total_cmp);
    let (lower, upper) = (numbers.len().checked_sub(1)? / 2, numbers.len() / 2);
    Some(f64::midpoint(numbers[lower], numbers[upper]))
}

fn seconds(costs: &[Cost]) -> Option<f64> {
    median(costs.iter().map(|cost| cost.seconds))
}

/// The middle of the ratios of rounds: what drifts between rounds falls out.
fn ratio(measured: &Measured, one: Who, other: Who) -> Option<f64> {
    let rounds = measured.of(one).iter().zip(measured.of(other));
    median(rounds.map(|(one, other)| one.seconds / other.seconds))
}

/// The peer that is fastest at a size.
fn fastest(measured: &Measured) -> Option<Who> {
    let peers = [Who::Hugo, Who::Zola].into_iter();
    let peers = peers.filter_map(|who| Some((seconds(measured.of(who))?, who)));
    peers.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, who)| who)
}

/// The files that a build says it has written: new, changed and withdrawn ones.
fn written(said: &str) -> Option<u64> {
    let line = said
        .lines()
        .find(|line| line.contains(" unchanged files"))?;
    let count = |word: &str| {
        let before = line.split(word).next()?;
        before.rsplit(' ').next()?.parse::<u64>().ok()
    };
    Some(count(" new")? + count(" changed")? + count(" withdrawn")?)
}

/// The tables.
pub fn tables(all: &[Measured], latencies: &[Latency]) -> String {
    let mut text = String::new();
    table(&mut text, all, "Seconds", |measured, who| {
        let costs = measured.of(who);
        let most = costs.iter().map(|cost| cost.seconds).fold(0.0, f64::max);
        Some(format!("{:.3} (≤ {most:.3})", seconds(costs)?))
    });
    table(
        &mut text,
        all,
        "`oit` takes so many times as long",
        |measured, who| Some(format!("{:.2}", ratio(measured, Who::Oit, who)?)),
    );
    table(
        &mut text,
        all,
        "Work on all cores, seconds",
        |measured, who| {
            let work = measured.of(who).iter().filter_map(|cost| cost.work);
            Some(format!("{:.2}", median(work)?))
        },
    );
    table(&mut text, all, "Peak memory, MB", |measured, who| {
        let peak = measured.of(who).iter().filter_map(|cost| cost.megabytes);
        Some(format!("{:.0}", median(peak)?))
    });
    table(&mut text, all, "Files and MB published", |measured, who| {
        let (_, output) = measured.outputs.iter().find(|(found, _)| *found == who)?;
        #[allow(clippy::cast_precision_loss)]
        let megabytes = output.bytes as f64 / f64::from(1 << 20);
        Some(format!("{} · {megabytes:.1}", output.files))
    });
    table(&mut text, all, "Files written", |measured, who| {
        let counts = measured
            .of(who)
            .iter()
            .filter_map(|cost| written(&cost.said));
        Some(counts.max()?.to_string())
    });
    if !latencies.is_empty() {
        text.push_str("\n| saved → served, ms (median) | document page | item page too | memory MB |\n|---|---:|---:|---:|\n");
        for latency in latencies {
            let Latency {
                documents,
                document,
                item,
                megabytes,
            } = latency;
            let memory = megabytes.map_or(String::new(), |megabytes| format!("{megabytes:.0}"));
            let (document, item) = (
                median(document.iter().copied()),
                median(item.iter().copied()),
            );
            let shown = |time: Option<f64>| time.map_or(String::new(), |time| format!("{time:.1}"));
            let _ = writeln!(
                text,
                "| {documents} | {} | {} | {memory} |",
                shown(document),
                shown(item)
            );
        }
    }
    text
}

fn table(
    text: &mut String,
    all: &[Measured],
    title: &str,
    cell: impl Fn(&Measured, Who) -> Option<String>,
) {
    let _ = write!(text, "\n| {title} |");
    for measured in all {
        let _ = write!(text, " {} |", measured.documents);
    }
    let _ = writeln!(text, "\n|---|{}", "---:|".repeat(all.len()));
    for who in Who::ALL {
        let cells: Vec<Option<String>> = all.iter().map(|measured| cell(measured, who)).collect();
        if cells.iter().any(Option::is_some) {
            let cells: Vec<String> = cells.into_iter().map(Option::unwrap_or_default).collect();
            let _ = writeln!(text, "| {} | {} |", who.name(), cells.join(" | "));
        }
    }
}

/// The bounds that can be judged by what was measured.
pub fn gates(all: &[Measured], latencies: &[Latency]) -> Vec<Gate> {
    let mut gates = Vec::new();
    for measured in all {
        of_size(measured, &mut gates);
    }
    let [small, large] = [1_075, 43_000].map(|n| all.iter().find(|found| found.documents == n));
    if let (Some(small), Some(large)) = (small, large) {
        growth(small, large, &mut gates);
    }
    for (documents, most) in [(1_075, 60.0), (10_750, 200.0)] {
        let latency = latencies.iter().find(|found| found.documents == documents);
        let times = latency.map(|latency| latency.item.iter().copied());
        let said = format!("{documents}: saved → document and item page served, ms");
        at_most(&mut gates, &said, times.and_then(median), most);
    }
    gates
}

fn at_most(gates: &mut Vec<Gate>, said: &str, found: Option<f64>, most: f64) {
    if let Some(found) = found {
        let said = format!("{said}: {found:.3}, at most {most}");
        gates.push(Gate {
            said,
            is_kept: found <= most,
        });
    }
}

fn of_size(measured: &Measured, gates: &mut Vec<Gate>) {
    let documents = measured.documents;
    match documents {
        43 => {
            let rounds = measured.of(Who::Oit).iter().zip(measured.of(Who::Start));
            let above = median(rounds.map(|(oit, start)| (oit.seconds - start.seconds) * 1000.0));
            at_most(gates, "43: ms above starting a process", above, 20.0);
        }
        1_075 => of_whole_site(measured, [0.25, 0.25, 60.0], gates),
        10_750 => of_whole_site(measured, [0.2, 0.25, 200.0], gates),
        _ => {}
    }
    for (who, most) in [(Who::Again, 0.0), (Who::Edited, 5.0)] {
        let counts = measured
            .of(who)
            .iter()
            .filter_map(|cost| written(&cost.said));
        let count = counts
            .max()
            .and_then(|count| u32::try_from(count).ok())
            .map(f64::from);
        at_most(
            gates,
            &format!("{documents}: {}, files written", who.name()),
            count,
            most,
        );
    }
}

/// Of a site of many documents: a whole build and one after an edit against a whole build by the fastest
/// peer, and the megabytes at the peak.
fn of_whole_site(measured: &Measured, [whole, edited, peak]: [f64; 3], gates: &mut Vec<Gate>) {
    let documents = measured.documents;
    let peer = fastest(measured);
    let against = |who: Who| peer.and_then(|peer| ratio(measured, who, peer));
    let peer_name = peer.map_or("", Who::name);
    let said = format!("{documents}: whole build against {peer_name}");
    at_most(gates, &said, against(Who::Oit), whole);
    let said = format!("{documents}: again after one edit, against a whole build by {peer_name}");
    at_most(gates, &said, against(Who::Edited), edited);
    let costs = measured.of(Who::Oit).iter();
    let megabytes = median(costs.filter_map(|cost| cost.megabytes));
    at_most(
        gates,
        &format!("{documents}: peak memory in MB"),
        megabytes,
        peak,
    );
}

#[allow(clippy::cast_precision_loss)]
fn growth(small: &Measured, large: &Measured, gates: &mut Vec<Gate>) {
    let each =
        |measured: &Measured| Some(seconds(measured.of(Who::Oit))? / measured.documents as f64);
    let times = each(large)
        .zip(each(small))
        .map(|(large, small)| large / small);
    at_most(gates, "time per document, 43000 against 1075", times, 1.15);
}

impl Gate {
    /// As a line.
    pub fn line(&self) -> String {
        let word = if self.is_kept { "pass" } else { "FAIL" };
        format!("- {word}: {}", self.said)
    }
}
