//! What repeats costs as much as there is of it: eight times as much of anything takes no square of the
//! time.

use std::time::{Duration, SystemTime};

use oit::evidence::sheet::sheet;
use oit::files::SitePath;
use oit::model::{FiscalYear, ItemNumber};
use oit::parse::document::{DocumentPlace, document};

/// So much more of it.
const MORE: usize = 8;
/// What takes eight times as long for eight times as much stays below; its square is 64.
const MOST: u32 = 30;
/// Less than this is noise: the system counts in ticks of some milliseconds.
const LEAST: Duration = Duration::from_millis(5);

/// A machine with much else to do may take a short run for a long one; a square it takes every time.
const ATTEMPTS: usize = 10;

fn time(run: impl FnOnce()) -> Duration {
    let start = worked();
    run();
    worked().saturating_sub(start).max(LEAST)
}

/// How long this thread has worked, where the system says it: waiting for a turn is no work. Elsewhere
/// what the clock says.
fn worked() -> Duration {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said.split(' ').next().and_then(|said| said.parse().ok());
    let clock = || SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    nanoseconds.map_or_else(clock, Duration::from_nanos)
}

#[track_caller]
fn grows_with_its_length(what: &str, run: impl Fn(usize)) {
    let attempt = |_| (time(|| run(1)), time(|| run(MORE)));
    let found = (0..ATTEMPTS).map(attempt);
    let mut failed = Vec::new();
    for (little, much) in found {
        if much < little * MOST {
            return;
        }
        failed.push((little, much));
    }
    panic!("{what:?}: {failed:?}");
}

/// Parts of Markdown that parsers of other people have stumbled over, and Thai ones of our own.
#[test]
fn a_body_that_repeats_itself_takes_no_square_of_its_length() {
    let year = FiscalYear::new(2566).unwrap();
    let item = ItemNumber::parse("o12").unwrap();
    let path = SitePath::from("content/2566/o12/index.md");
    for part in [
        "[",
        "![",
        "](",
        "[ก](",
        "[ก][",
        "[x]: y\n",
        "*",
        "*ก ",
        "_ก ",
        "**ก",
        "ก**",
        "***ก** ",
        "`",
        "`` ` ",
        "<",
        "<a ",
        "<!--",
        "<?",
        "<![CDATA[",
        "&",
        "&amp",
        "\\",
        "> ",
        "- ",
        "1. ",
        " - ก\n",
        "|",
        "|ก|\n|-|\n",
        "#",
        "# ก\n",
        "```\n",
        "~",
        "~~ก",
        "^",
        "ก\n",
        "ก  \n",
        "่",
        "เเ",
        "ํา",
        "\u{200b}",
        "\0",
        "\t",
        "<table>",
        "</p>",
        "<b>",
        "[^1]",
        "http://",
        "a@b.",
        "พ.ศ. ๒๕๖๖ ",
        "1234 5678 ",
    ] {
        grows_with_its_length(part, |times| {
            let text = format!("+++\n+++\n{}", part.repeat(1_500 * times));
            let slug = None;
            document(&path, &text, DocumentPlace { year, item, slug });
        });
    }
}

#[test]
fn front_matter_that_repeats_itself_takes_no_square_of_its_length() {
    let year = FiscalYear::new(2566).unwrap();
    let item = ItemNumber::parse("o12").unwrap();
    let path = SitePath::from("content/2566/o12/index.toml");
    for part in [
        "[",
        "{",
        "a=[",
        "a={b=",
        "a.",
        "\"",
        "'''",
        "#",
        "a",
        "=",
        "title = \"ก\"\n",
        "[data]\n",
        "[[table]]\n",
        "[[data.executives]]\n",
        "[[data.executives]]\nname = \"ก\"\n",
        "components = [1]\n",
        "x = 2566-01-31\n",
        "ก = 1\n",
        "\\u0000",
        "\r",
        "\u{feff}",
    ] {
        grows_with_its_length(part, |times| {
            let slug = None;
            document(
                &path,
                &part.repeat(500 * times),
                DocumentPlace { year, item, slug },
            );
        });
    }
}

#[test]
fn a_csv_file_that_repeats_itself_takes_no_square_of_its_length() {
    for part in [
        "\"", "\"\"", ",", ";", "\n", "\r", "ก,", "ก\n", "\"ก\n", "sep=,\n", "\0", "\u{feff}",
        "1,2\n", "\t",
    ] {
        grows_with_its_length(part, |times| {
            let bytes = part.repeat(20_000 * times).into_bytes();
            let _ = sheet("a.csv", None, || Ok(&bytes));
        });
    }
}
