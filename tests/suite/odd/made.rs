//! What odd input is made of: bytes, texts, and good files that were changed.

use std::fs;

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any};
use proptest::sample::{Index, select};
use proptest::strategy::BoxedStrategy;

use crate::harness::{repository, tree};

/// What the formats are made of. Put together at random, they get further than random letters.
const WORDS: &[&str] = &[
    "+++\n",
    "---\n",
    "\n",
    "\r\n",
    "\r",
    "\u{feff}",
    "\0",
    " ",
    "\t",
    "\"",
    "'",
    "\"\"\"",
    "#",
    "=",
    "[",
    "]",
    "{",
    "}",
    ",",
    "title = \"",
    "date = ",
    "2566-01-31",
    "\"๓๑ ม.ค. ๒๕๖๖\"",
    "updated = ",
    "draft = true\n",
    "unit = \"clerk\"\n",
    "period = \"",
    "2566-H1",
    "2565-10..2566-03",
    "components = [1, 2]\n",
    "also = [\"o2\", { item = \"o1\", components = [1] }]\n",
    "files = [{ path = \"แผน.pdf\", title = \"ก\" }]\n",
    "links = [{ url = \"https://x.example/\", title = \"ก\" }]\n",
    "allow = [{ code = \"stub\", reason = \"ก\" }]\n",
    "[[table]]\n",
    "file = \"a.csv\"\n",
    "[[data.executives]]\n",
    "name = \"ก\"\n",
    "[[data.procurement]]\n",
    "bidders = [{ name = \"ก\", price = 1 }]\n",
    "[[data.statistics]]\n",
    "[[data.scores]]\n",
    "1e400",
    "-0",
    "9223372036854775808",
    "0x7f",
    "[agency]\n",
    "[units]\n",
    "[[indicator]]\n",
    "[[indicator.sub]]\n",
    "[[indicator.sub.item]]\n",
    "number = 1\n",
    "key = \"a\"\n",
    "rule = \"first-half\"\n",
    "shown_by = \"executives(name, phone|email)\"",
    "[[level]]\n",
    "min = 95.0\n",
    "**",
    "*",
    "_",
    "`",
    "```\n",
    "~~~\n",
    "# ",
    "- ",
    "1. ",
    "> ",
    "| ก | ข |\n|---|---:|\n",
    "[ก](",
    "](#ก)",
    "![",
    "![](a.jpg)",
    "<!--",
    "-->",
    "<a href=\"",
    "<img src=x>",
    "<svg>",
    "</",
    "<table>",
    "&amp;",
    "&#x0;",
    "&",
    "\\",
    "[x]: ",
    "https://x.example/",
    "o12",
    "../",
    "เ",
    "เเ",
    "ำ",
    "ํา",
    "่",
    "้",
    "็",
    "์",
    "ฤๅ",
    "ก",
    "๑๒",
    "\u{200b}",
    "\u{a0}",
    "\u{301}",
    "\u{f70a}",
    "\u{fffd}",
    "\u{2028}",
    "\u{202e}",
    "😀",
    "3-9901-23456-78-5",
    "พ.ศ. ๒๕๖๖",
    "sep=;\n",
    ";",
    "\"\"",
];

/// One change to a file.
#[derive(Debug, Clone)]
enum Change {
    /// Takes out what stands between two places.
    Cut(Index, Index),
    /// Puts what stands between two places in once more, elsewhere.
    Again(Index, Index, Index),
    /// Puts a word in.
    Word(Index, &'static str),
    /// Makes a byte another one.
    Byte(Index, u8),
}

fn change() -> impl Strategy<Value = Change> {
    let at = any::<Index>;
    proptest::prop_oneof![
        (at(), at()).prop_map(|(from, to)| Change::Cut(from, to)),
        (at(), at(), at()).prop_map(|(from, to, at)| Change::Again(from, to, at)),
        (at(), select(WORDS)).prop_map(|(at, word)| Change::Word(at, word)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
    ]
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        // At most so much at once, so that most of the file stays what it was.
        const MOST: usize = 200;
        let place = |at: &Index| at.index(bytes.len() + 1);
        let range = |from: &Index, to: &Index| {
            let (from, to) = (place(from), place(to));
            from.min(to)..from.max(to).min(from.min(to) + MOST)
        };
        match self {
            Self::Cut(from, to) => {
                bytes.drain(range(from, to));
            }
            Self::Again(from, to, at) => {
                let (again, at) = (bytes[range(from, to)].to_vec(), place(at));
                bytes.splice(at..at, again);
            }
            Self::Word(at, word) => {
                let at = place(at);
                bytes.splice(at..at, word.bytes());
            }
            Self::Byte(at, byte) => {
                if !bytes.is_empty() {
                    let at = at.index(bytes.len());
                    bytes[at] = *byte;
                }
            }
        }
    }
}

/// One of these files with a few changes; none at times.
pub(super) fn changed(files: Vec<Vec<u8>>) -> BoxedStrategy<Vec<u8>> {
    (select(files), vec(change(), 0..6))
        .prop_map(|(mut bytes, changes)| {
            for change in changes {
                change.apply(&mut bytes);
            }
            bytes
        })
        .boxed()
}

/// Any bytes, short ones more often.
pub(super) fn bytes() -> BoxedStrategy<Vec<u8>> {
    vec(any::<u8>(), 0..400).boxed()
}

/// A text: any letters, words of the formats, and good texts with changes. What is no text in the end
/// is read as far as it is one.
pub(super) fn text(good: Vec<Vec<u8>>) -> BoxedStrategy<String> {
    let words = vec(select(WORDS), 0..60).prop_map(|words| words.concat());
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    proptest::prop_oneof![
        1 => bytes().prop_map(text),
        1 => vec(any::<char>(), 0..200).prop_map(|letters| letters.into_iter().collect()),
        3 => words,
        5 => changed(good).prop_map(text),
    ]
    .boxed()
}

/// Front matter that is well formed and may say anything, with a body.
pub(super) fn document() -> BoxedStrategy<String> {
    let line = (select(KEYS), value(3)).prop_map(|(key, value)| format!("{key} = {value}\n"));
    let row =
        (select(DATASETS), vec((select(COLUMNS), value(2)), 0..6)).prop_map(|(kind, columns)| {
            let columns = columns
                .into_iter()
                .map(|(name, value)| format!("{name} = {value}\n"));
            format!("[[data.{kind}]]\n{}", columns.collect::<String>())
        });
    let body = vec(select(WORDS), 0..40).prop_map(|words| words.concat());
    (vec(line, 0..8), vec(row, 0..4), body)
        .prop_map(|(lines, rows, body)| {
            format!("+++\n{}{}+++\n{body}", lines.concat(), rows.concat())
        })
        .boxed()
}

const KEYS: &[&str] = &[
    "title",
    "date",
    "updated",
    "draft",
    "unit",
    "period",
    "components",
    "also",
    "summary",
    "files",
    "links",
    "table",
    "allow",
    "data",
    "ชื่อ",
    "\"\"",
    "data.contact",
    "data.statistics_labels",
];
const DATASETS: &[&str] = &[
    "executives",
    "contact",
    "channels",
    "projects",
    "procurement",
    "statistics",
    "measures",
    "improvements",
    "risks",
    "scores",
    "participation",
    "gifts",
    "nothing",
];
const COLUMNS: &[&str] = &[
    "name",
    "position",
    "photo",
    "phone",
    "url",
    "kind",
    "label",
    "budget",
    "spent",
    "start",
    "end",
    "progress",
    "work",
    "bidders",
    "price",
    "contract_date",
    "month",
    "period",
    "count",
    "measure",
    "duration",
    "instrument",
    "indicator",
    "score",
    "done",
    "event",
    "of",
    "year",
    "ชื่อ",
];
const VALUES: &[&str] = &[
    "\"\"",
    "\"ก\"",
    "'ก\"'",
    "\"\"\"\nก\n\"\"\"",
    "0",
    "-1",
    "1",
    "12",
    "999999999999",
    "1.5",
    "-0.0",
    "inf",
    "nan",
    "1e400",
    "true",
    "2566-02-29",
    "2567-02-29",
    "2566-13-01",
    "2566-01-31T12:00:00",
    "12:00:00",
    "0001-01-01",
    "\"2566-H1\"",
    "\"2566..2565\"",
    "\"๓๑ มกราคม ๒๕๖๖\"",
    "\"https://x.example/\"",
    "\"javascript:1\"",
    "\"../../../etc/passwd\"",
    "\"C:\\\\ก.pdf\"",
    "\"a.csv\"",
    "\"o12\"",
    "\"clerk\"",
    "\"stub\"",
    "\"\\u0000\"",
    "\"\\uFEFF\"",
    "[]",
    "{}",
];

/// A value of TOML, so many levels deep.
fn value(levels: u32) -> BoxedStrategy<String> {
    let plain = select(VALUES).prop_map(str::to_owned);
    plain
        .prop_recursive(levels, 12, 4, |inner| {
            let keys = [KEYS, COLUMNS].concat();
            let pair =
                (select(keys), inner.clone()).prop_map(|(key, value)| format!("{key} = {value}"));
            proptest::prop_oneof![
                vec(inner, 0..4).prop_map(|values| format!("[{}]", values.join(", "))),
                vec(pair, 0..4).prop_map(|pairs| format!("{{ {} }}", pairs.join(", "))),
            ]
        })
        .boxed()
}

/// The files of the repository that end like this.
pub(super) fn good(folders: &[&str], ending: &str) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for folder in folders {
        let files = tree(&repository().join(folder)).into_iter();
        found.extend(
            files
                .filter(|(name, _)| name.ends_with(ending))
                .map(|(_, bytes)| bytes),
        );
    }
    assert!(!found.is_empty(), "{folders:?} {ending}");
    found
}

/// The settings of the demonstration.
pub(super) fn settings() -> Vec<Vec<u8>> {
    vec![fs::read(repository().join("site.toml")).unwrap()]
}

/// The cells of a table: texts and numbers of every kind, by row.
pub(super) fn cells() -> BoxedStrategy<Vec<Vec<String>>> {
    let cell = proptest::prop_oneof![
        select(
            &[
                "", " ", "ก", "1", "1,250.50", "๑๒", "(300)", "-", "\"", "a\nb", ";", "\t", ",",
                "=1+1", "\u{feff}", "\0"
            ][..]
        )
        .prop_map(str::to_owned),
        vec(any::<char>(), 0..8).prop_map(|letters| letters.into_iter().collect()),
    ];
    let row = vec(cell, 0..70);
    proptest::prop_oneof![9 => vec(row.clone(), 0..20).boxed(), 1 => (row, 0_usize..1_200).prop_map(|(row, count)| vec![row; count]).boxed()]
        .boxed()
}

/// Pieces of a sheet as XML, in any order.
pub(super) fn sheet_xml() -> BoxedStrategy<String> {
    const PIECES: &[&str] = &[
        "<row r=\"1\">",
        "<row r=\"1048576\">",
        "<row r=\"0\">",
        "<row>",
        "</row>",
        "<c r=\"A1\">",
        "<c r=\"XFD1048576\">",
        "<c r=\"\">",
        "<c r=\"A0\">",
        "<c t=\"s\">",
        "<c t=\"inlineStr\">",
        "<c t=\"e\">",
        "<c t=\"b\">",
        "<c t=\"d\">",
        "<c t=\"str\">",
        "<c s=\"0\">",
        "<c s=\"99\">",
        "<c s=\"1\">",
        "</c>",
        "<v>",
        "</v>",
        "<v>1</v>",
        "<v>0</v>",
        "<v>-1e308</v>",
        "<v>45000.25</v>",
        "<v>99999999999999999999</v>",
        "<v>NaN</v>",
        "<v>ก</v>",
        "<v>2023-13-45</v>",
        "<f>A1</f>",
        "<f t=\"shared\" si=\"0\" ref=\"A1:B2\">A1</f>",
        "<is><t>ก</t></is>",
        "<is>",
        "</is>",
        "&lt;",
        "&#x110000;",
        "&nothing;",
        "<!--",
        "<![CDATA[",
        "</sheetData>",
        "<mergeCells>",
        "<mergeCell ref=\"A1:B2\"/>",
        "<mergeCell ref=\"B2:A1\"/>",
        "<mergeCell ref=\"A1:XFD1048576\"/>",
        "<mergeCell ref=\"ZZZZ9\"/>",
        "</mergeCells>",
        "<dimension ref=\"A1:XFD1048576\"/>",
        "\0",
        "<",
    ];
    let pieces = vec(select(PIECES), 0..40);
    pieces
        .prop_map(|pieces| {
            format!(
                "<worksheet><sheetData>{}</sheetData></worksheet>",
                pieces.concat()
            )
        })
        .boxed()
}

/// Number formats as a workbook names them.
pub(super) fn number_format() -> BoxedStrategy<String> {
    const PIECES: &[&str] = &[
        "#",
        "0",
        ",",
        ".",
        "%",
        ";",
        "\"",
        "'",
        "[Red]",
        "[$-D00041E]",
        "[h]",
        "[",
        "]",
        "d",
        "mmm",
        "yyyy",
        "h",
        "mm",
        "ss",
        "@",
        "_",
        "*",
        "\\",
        "E+0",
        "?",
        "/",
        "ก",
        "(",
        ")",
        "-",
        "General",
    ];
    let known = select(
        &[
            "#,##0.00",
            "d/m/yyyy",
            "[h]:mm",
            "0.0%",
            "#,##0;[Red](#,##0)",
        ][..],
    );
    let made = vec(select(PIECES), 0..12).prop_map(|pieces| pieces.concat());
    proptest::prop_oneof![known.prop_map(str::to_owned), made, Just(String::new())].boxed()
}
