//! Spreadsheets as nine programs write them, made from one table of cells.
//!
//! A cell is a text, or one of these: `#485000.5` a number, `#0.785@0.0%` a number in a format, `d2022-10-15` a day,
//! `d2022-10-01@mmm yyyy` a day in a format, `?TRUE` a truth, `!SUM(B2:B3)` a formula that was never worked out,
//! `!SUM(B2:B3)=5` one that was. Programs that know texts only get them in words, as an office types them.

use std::fmt::Write as _;
use std::io::Write as _;

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Rows of cells.
pub(crate) type Cells = Vec<Vec<String>>;

/// Who wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Producer {
    /// Shared texts, styles, real days.
    Excel,
    /// The same with accounting formats and months of two digits.
    ExcelAccounting,
    /// Texts in their cells, `Default` styles, no shared texts.
    LibreOffice,
    /// No place in its rows, booleans and formulas bare.
    OpenPyxl,
    /// Every element with a prefix, parts at absolute paths.
    ClosedXml,
    /// A workbook in which everything is text, in Thai digits.
    ThaiText,
    /// What Excel saves as CSV on Thai Windows.
    Csv874,
    /// CSV UTF-8 with its mark.
    CsvUtf8,
    /// Text with tabs, UTF-16.
    CsvUtf16,
}

impl Producer {
    pub(crate) const ALL: [Self; 9] = [
        Self::Excel,
        Self::ExcelAccounting,
        Self::LibreOffice,
        Self::OpenPyxl,
        Self::ClosedXml,
        Self::ThaiText,
        Self::Csv874,
        Self::CsvUtf8,
        Self::CsvUtf16,
    ];

    pub(crate) fn ending(self) -> &'static str {
        match self {
            Self::Csv874 | Self::CsvUtf8 | Self::CsvUtf16 => "csv",
            _ => "xlsx",
        }
    }

    /// The file with these cells.
    pub(crate) fn file(self, cells: &Cells) -> Vec<u8> {
        match self {
            Self::Excel => {
                workbook(|sheet| put_all(sheet, cells, "#,##0.00 \"บาท\"", "d mmm yyyy"))
            }
            Self::ExcelAccounting => workbook(|sheet| {
                put_all(
                    sheet,
                    cells,
                    "_-฿* #,##0_-;-฿* #,##0_-;_-฿* \"-\"??_-;_-@_-",
                    "[$-D07041E]d mmm yy;@",
                );
            }),
            Self::LibreOffice => package(cells, "", "worksheets/sheet1.xml", true),
            Self::OpenPyxl => package(cells, "", "worksheets/sheet1.xml", false),
            Self::ClosedXml => package(cells, "x:", "/xl/worksheets/sheet1.xml", true),
            Self::ThaiText => {
                let words: Cells = cells
                    .iter()
                    .map(|row| {
                        row.iter()
                            .map(|cell| thai(&in_words(cell, "d m yy")))
                            .collect()
                    })
                    .collect();
                workbook(|sheet| put_all(sheet, &words, "", ""))
            }
            Self::Csv874 => csv(cells, ",", "d/m/yyyy")
                .chars()
                .map(windows_874)
                .collect(),
            Self::CsvUtf8 => [b"\xef\xbb\xbf", csv(cells, ";", "d m yyyy").as_bytes()].concat(),
            Self::CsvUtf16 => {
                let units = std::iter::once(0xfeff).chain(
                    csv(cells, "\t", "yyyy-mm-dd")
                        .encode_utf16()
                        .collect::<Vec<_>>(),
                );
                units.flat_map(u16::to_le_bytes).collect()
            }
        }
    }
}

/// Cells from lines, `|` between them and `⏎` for a line break inside.
pub(crate) fn cells(lines: &str) -> Cells {
    let row = |line: &str| {
        line.split('|')
            .map(|cell| cell.trim().replace('⏎', "\n"))
            .collect()
    };
    lines.trim_matches('\n').lines().map(row).collect()
}

/// A workbook of one sheet.
pub(crate) fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// Writes cells into a sheet; numbers that have no format of their own in `money`, days in `day`.
pub(crate) fn put_all(sheet: &mut Worksheet, cells: &Cells, money: &str, day: &str) {
    for (row, line) in (0_u32..).zip(cells) {
        for (column, cell) in (0_u16..).zip(line) {
            put(sheet, row, column, cell, [money, day]);
        }
    }
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &str, [money, day]: [&str; 2]) {
    let format = |code: &str| Format::new().set_num_format(code);
    match Said::of(cell) {
        Said::Number(number, code) => {
            let code = if code.is_empty() { money } else { code };
            _ = sheet
                .write_with_format(row, column, number, &format(code))
                .unwrap();
        }
        Said::Day([year, month, date], code) => {
            let at = ExcelDateTime::from_ymd(
                year,
                u8::try_from(month).unwrap(),
                u8::try_from(date).unwrap(),
            )
            .unwrap();
            let code = if code.is_empty() { day } else { code };
            _ = sheet
                .write_with_format(row, column, &at, &format(code))
                .unwrap();
        }
        Said::Truth(truth) => _ = sheet.write(row, column, truth).unwrap(),
        Said::Formula(formula, result) => {
            let formula = Formula::new(formula).set_result(result.unwrap_or_default());
            _ = sheet.write(row, column, formula).unwrap();
        }
        Said::Text("") => {}
        Said::Text(text) => _ = sheet.write(row, column, text).unwrap(),
    }
}

/// What a cell says.
enum Said<'a> {
    Number(f64, &'a str),
    Day([u16; 3], &'a str),
    Truth(bool),
    Formula(&'a str, Option<&'a str>),
    Text(&'a str),
}

impl<'a> Said<'a> {
    fn of(cell: &'a str) -> Self {
        let split = |text: &'a str| text.split_once('@').unwrap_or((text, ""));
        if let Some(rest) = cell.strip_prefix('#') {
            let (number, code) = split(rest);
            return number
                .parse()
                .map_or(Self::Text(cell), |number| Self::Number(number, code));
        }
        if let Some(rest) = cell.strip_prefix('d') {
            let (day, code) = split(rest);
            let parts: Vec<u16> = day
                .split('-')
                .filter_map(|part| part.parse().ok())
                .collect();
            return parts
                .try_into()
                .map_or(Self::Text(cell), |parts| Self::Day(parts, code));
        }
        if let Some(rest) = cell.strip_prefix('!') {
            let (formula, result) = rest
                .split_once('=')
                .map_or((rest, None), |(f, r)| (f, Some(r)));
            return Self::Formula(formula, result);
        }
        match cell {
            "?TRUE" => Self::Truth(true),
            "?FALSE" => Self::Truth(false),
            text => Self::Text(text),
        }
    }
}

const MONTHS: [&str; 12] = [
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
];

/// A cell as an office types it, days in a form.
fn in_words(cell: &str, form: &str) -> String {
    match Said::of(cell) {
        Said::Number(number, code) if code.contains('%') => {
            format!("{}%", (number * 1e8).round() / 1e6)
        }
        Said::Number(number, _) if number.fract() == 0.0 && number < 10_000.0 => {
            format!("{number}")
        }
        Said::Number(number, _) => oit::thai::numeral::with_commas(number),
        Said::Day([year, month, day], code) => {
            let (year, name) = (year + 543, MONTHS[usize::from(month) - 1]);
            if code.contains("mmm") {
                return format!("{name} {year}");
            }
            match form {
                "d m yy" => format!("{day} {name} {}", year % 100),
                "d m yyyy" => format!("{day} {name} {year}"),
                "d/m/yyyy" => format!("{day}/{month}/{year}"),
                _ => format!("{year}-{month:02}-{day:02}"),
            }
        }
        Said::Truth(truth) => if truth { "ใช่" } else { "ไม่" }.to_owned(),
        Said::Formula(_, result) => result.unwrap_or_default().to_owned(),
        Said::Text(text) => text.to_owned(),
    }
}

fn csv(cells: &Cells, separator: &str, form: &str) -> String {
    let mut text = String::new();
    for row in cells {
        let quoted = row.iter().map(|cell| {
            let cell = in_words(cell, form);
            format!("\"{}\"", cell.replace('"', "\"\""))
        });
        text += &quoted.collect::<Vec<_>>().join(separator);
        text += "\r\n";
    }
    text
}

/// Thai digits, but in addresses and names of files.
fn thai(text: &str) -> String {
    let is_name = text.contains(['@', '_']) || text.contains("://") || text.contains(".jpg");
    if is_name {
        text.to_owned()
    } else {
        oit::thai::numeral::to_thai(text)
    }
}

pub(crate) fn windows_874(letter: char) -> u8 {
    match u32::from(letter) {
        thai @ 0x0e01..=0x0e5b => u8::try_from(thai - 0x0e00 + 0xa0).unwrap(),
        0x2013 => 0x96,
        ascii => u8::try_from(ascii).unwrap(),
    }
}

/// A package written by hand: every element with a prefix, the sheet at a target, places in rows or not.
fn package(cells: &Cells, prefix: &str, target: &str, places: bool) -> Vec<u8> {
    let (data, codes) = sheet_data(cells, prefix, places);
    raw_package(prefix, target, &data, &codes)
}

/// A workbook whose merged cells may lie over each other.
pub(crate) fn merged(cells: &Cells, areas: &[String]) -> Vec<u8> {
    let (data, codes) = sheet_data(cells, "", true);
    let areas = areas
        .iter()
        .map(|area| format!("<mergeCell ref=\"{area}\"/>"));
    let sheet = format!(
        "{data}<mergeCells>{}</mergeCells>",
        areas.collect::<String>()
    );
    raw_package("", "worksheets/sheet1.xml", &sheet, &codes)
}

fn sheet_data(cells: &Cells, prefix: &str, places: bool) -> (String, Vec<String>) {
    let mut codes = vec![String::new()];
    let mut rows = String::new();
    for (at, row) in (1..).zip(cells) {
        let row = (0_u8..)
            .zip(row)
            .map(|(column, cell)| raw_cell(cell, prefix, places, &mut codes, (at, column)));
        let row: String = row.collect();
        let place = if places {
            format!(" r=\"{at}\"")
        } else {
            String::new()
        };
        write!(rows, "<{prefix}row{place}>{row}</{prefix}row>").unwrap();
    }
    (
        format!("<{prefix}sheetData>{rows}</{prefix}sheetData>"),
        codes,
    )
}

fn raw_cell(
    cell: &str,
    p: &str,
    places: bool,
    codes: &mut Vec<String>,
    (row, column): (usize, u8),
) -> String {
    let place = if places {
        format!(" r=\"{}{row}\"", char::from(b'A' + column))
    } else {
        String::new()
    };
    let mut style = |code: &str| {
        let at = codes
            .iter()
            .position(|known| known == code)
            .unwrap_or_else(|| {
                codes.push(code.to_owned());
                codes.len() - 1
            });
        format!(" s=\"{at}\"")
    };
    match Said::of(cell) {
        Said::Number(number, code) => {
            format!("<{p}c{place}{}><{p}v>{number}</{p}v></{p}c>", style(code))
        }
        Said::Day([year, month, day], code) => {
            let month = i8::try_from(month).unwrap();
            let date = jiff::civil::date(
                i16::try_from(year).unwrap(),
                month,
                i8::try_from(day).unwrap(),
            );
            let days = (date - jiff::civil::date(1899, 12, 30)).get_days();
            let style = style(if code.is_empty() { "dd/mm/yyyy" } else { code });
            format!("<{p}c{place}{style}><{p}v>{days}</{p}v></{p}c>")
        }
        Said::Truth(truth) => format!(
            "<{p}c{place} t=\"b\"><{p}v>{}</{p}v></{p}c>",
            u8::from(truth)
        ),
        Said::Formula(formula, result) => {
            let result = result.map_or_else(String::new, |result| format!("<{p}v>{result}</{p}v>"));
            format!("<{p}c{place}><{p}f>{formula}</{p}f>{result}</{p}c>")
        }
        Said::Text("") => format!("<{p}c{place}/>"),
        Said::Text(text) => {
            let text = text.replace('&', "&amp;").replace('<', "&lt;");
            format!(
                "<{p}c{place} t=\"inlineStr\"><{p}is><{p}t xml:space=\"preserve\">{text}</{p}t></{p}is></{p}c>"
            )
        }
    }
}

/// A workbook whose sheet holds this XML; its styles are the formats in their order.
pub(crate) fn raw_package(p: &str, target: &str, sheet: &str, codes: &[String]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let space = if p.is_empty() {
        format!("xmlns=\"{MAIN}\"")
    } else {
        format!("xmlns:x=\"{MAIN}\"")
    };
    let formats = (164..).zip(codes).skip(1).map(|(id, code)| {
        let code = code.replace('"', "&quot;");
        format!("<{p}numFmt numFmtId=\"{id}\" formatCode=\"{code}\"/>")
    });
    let uses = (164..).zip(codes).map(|(id, code)| {
        let id = if code.is_empty() { 0 } else { id };
        format!("<{p}xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\"/>")
    });
    let styles = format!(
        "<{p}styleSheet {space}><{p}numFmts>{}</{p}numFmts><{p}cellXfs>{}</{p}cellXfs></{p}styleSheet>",
        formats.collect::<String>(),
        uses.collect::<String>()
    );
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inside: String| {
        format!("<Relationships xmlns=\"{PACKAGE}/relationships\">{inside}</Relationships>")
    };
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" \
             ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" \
             ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<{p}workbook {space} xmlns:r=\"{OFFICE}\"><{p}sheets><{p}sheet name=\"แผ่น1\" sheetId=\"1\" r:id=\"rId3\"/></{p}sheets></{p}workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations(
                relation("rId2", "styles", "styles.xml") + &relation("rId3", "worksheet", target),
            ),
        ),
        ("xl/styles.xml", styles),
        (
            "xl/worksheets/sheet1.xml",
            format!("<{p}worksheet {space}>{sheet}</{p}worksheet>"),
        ),
    ];
    let mut made = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        made.start_file(name, SimpleFileOptions::default()).unwrap();
        made.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
            .unwrap();
        made.write_all(text.as_bytes()).unwrap();
    }
    made.finish().unwrap().into_inner()
}
