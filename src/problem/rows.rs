//! Rows of a dataset that come from a spreadsheet: what in it is not understood, and what is lost of it.
//!
//! Each is at the `[[rows]]` of a document, and its place names the cell as the spreadsheet counts. The help says what
//! to do in the spreadsheet, for there the value is mended.

use super::language::Language::{self, English, Thai};
use super::words::{few, in_backticks, suggested};
use crate::model::{Column, DateFault, Period, PeriodFault};
use crate::thai::spaces::single_spaced;

/// What is wrong in a spreadsheet that rows are taken from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum RowsFault {
    /// No row of it names columns of the dataset.
    NoHead {
        data: &'static str,
        /// The titles of its columns, the required one first.
        titles: Vec<&'static str>,
    },
    /// The heading lacks the column without which no row can be.
    ColumnMissing { title: &'static str },
    /// Two columns have headings of the same meaning.
    ColumnTwice {
        title: &'static str,
        /// The letters of the first.
        first: String,
    },
    /// A heading that is not known, above cells that hold something.
    ColumnUnknown {
        heading: String,
        cells: usize,
        near: Option<String>,
        titles: Vec<&'static str>,
    },
    /// The same sheet gives the same rows twice.
    Twice,
    /// A heading, and nothing below it.
    Empty,
    /// More rows or columns than are taken.
    Cut {
        rows: usize,
        all_rows: usize,
        most_columns: usize,
    },
    /// No sheet was asked for, and others hold something too.
    OtherSheets { others: Vec<String> },
    /// What Excel hides is published all the same.
    Hidden(HiddenFault),
    /// A line over several columns that is no row.
    Line { text: String },
    /// A row of totals that the rows above it do not add up to.
    Total { total: String, sum: String },
    /// A cell that should hold a number.
    Number { text: String, title: &'static str },
    /// A cell that should hold a day, a month or a period.
    Time { text: String, fault: TimeFault },
    /// A cell with none of the words that may stand there.
    Choice {
        text: String,
        choices: Vec<String>,
        near: Option<String>,
    },
    /// A number that cannot be.
    Range { text: String, min: i64, max: i64 },
    /// A row that does not say what it is about.
    Missing { title: &'static str },
    /// A formula with an error, or that was never worked out.
    Formula { error: Option<String> },
    /// A row that says that there is none, and has an amount.
    NoneBeside { text: String },
    /// What a cell holds is probably not what was meant.
    Doubt(CellDoubt),
}

/// What is hidden.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum HiddenFault {
    Sheet,
    Rows { count: usize },
    Column,
}

/// Why a cell holds no time.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TimeFault {
    /// A day was to stand there.
    Day(DateFault),
    /// A month or another period was to stand there.
    Period(PeriodFault),
    /// A day, where a month was to stand.
    NotOfMonth,
}

/// What is probably not what was meant.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum CellDoubt {
    /// Percentages that are all below one.
    Fractions,
    /// A telephone number that was kept as a number, so that its first zero is gone.
    ZeroLost { text: String },
    /// A number of a document that Excel took for a day.
    BecameDay { text: String },
    /// A long number of which the first digits only were kept.
    Shortened { text: String },
    /// An amount in a merged cell, counted in its first row only.
    MergedAmount { rows: u32 },
    /// A second amount in a row that goes over several rows of the sheet.
    SecondAmount { text: String },
    /// One of two things that the column holds is not in the cell.
    OnePart { text: String, lacking: &'static str },
    /// There are not as many prices as bidders.
    Unpaired { names: usize, prices: usize },
    /// A month that the document does not speak of.
    OtherMonth { month: Period, period: Period },
    /// More bidders, or winners, than a cell can be divided into.
    Several { text: String },
}

faults! {
    RowsFault {
        Error "rows-head": Self::NoHead { data, titles } =>
            (format!("ไม่พบแถวหัวตารางของชุดข้อมูล `{data}`"),
             format!("ตั้งชื่อคอลัมน์ในแถวหัวตารางเป็น: {}", titles.join(", "))),
            (format!("no row of the sheet is a heading of dataset `{data}`"),
             format!("name the columns in the row of headings: `{}`", titles.join("`, `")));
        Error "rows-column-missing": Self::ColumnMissing { title } =>
            (format!("หัวตารางไม่มีคอลัมน์ “{title}” ซึ่งต้องมี"),
             format!("เปลี่ยนหัวของคอลัมน์นั้นเป็น “{title}” หรือเพิ่มคอลัมน์")),
            (format!("the heading has no column `{title}`, which every row needs"),
             format!("change the heading of that column to `{title}`, or add the column"));
        Error "rows-column-twice": Self::ColumnTwice { title, first } =>
            (format!("คอลัมน์นี้กับคอลัมน์ {first} เป็น “{title}” ทั้งคู่ จึงไม่รู้ว่าจะใช้คอลัมน์ใด"),
             "เปลี่ยนหัวของคอลัมน์ที่ไม่ใช่ หรือลบคอลัมน์นั้นออก"),
            (format!("this column and column {first} are both `{title}`: which one is meant is not known"),
             "change the heading of the wrong one, or take that column out");
        Warning "rows-column-unknown": Self::ColumnUnknown { heading, cells, near, titles } =>
            (format!("ไม่รู้จักหัวคอลัมน์ “{}” จึงไม่ได้ใช้ {cells} ช่องที่มีข้อความ", one_line(heading)),
             suggested(Thai, near.as_deref(), &format!("ถ้าเป็นคอลัมน์ของชุดข้อมูล เปลี่ยนหัวเป็นหนึ่งใน: {} ถ้าไม่ใช่ ยอมรับด้วย allow", titles.join(", ")))),
            (format!("column heading `{}` is not known: {cells} cells below it are not used", one_line(heading)),
             suggested(English, near.as_deref(), &format!("if it is a column of the dataset, name it one of: `{}`; else accept this with allow", titles.join("`, `"))));
        Error "rows-twice": Self::Twice =>
            ("[[rows]] นี้ใช้ไฟล์และแผ่นงานเดียวกับ [[rows]] ก่อนหน้า แถวจะซ้ำและยอดรวมเป็นสองเท่า จึงไม่ได้ใช้", "แก้ file หรือ sheet ให้เป็นของเดือนหรือแผ่นที่ต้องการ หรือลบ [[rows]] นี้ออก"),
            ("this [[rows]] takes the same sheet as one before it: rows would stand twice and totals double, so it is not used",
             "set file or sheet to the one that is meant, or remove this [[rows]]");
        Warning "rows-empty": Self::Empty =>
            ("ใต้หัวตารางไม่มีแถวข้อมูล", "กรอกแถวแล้วบันทึก ถ้าไม่มีรายการ พิมพ์ประโยคที่บอกว่าไม่มีในแถวแรก หรือลบ [[rows]] นี้ออก"),
            ("there are no rows below the heading",
             "fill rows in and save the file; where there is none, say so in the first row, or remove this [[rows]]");
        Error "rows-cut": Self::Cut { rows, all_rows, most_columns } =>
            (format!("ตารางใหญ่เกินไป ใช้ได้ {rows} จาก {all_rows} แถว (ไม่เกิน {most_columns} คอลัมน์) ยอดรวมบนหน้าจึงไม่ครบ"),
             "แบ่งเป็นหลายไฟล์ แล้วใส่ในหลายเอกสาร หรือลบข้อความที่อยู่ไกลนอกตารางออก"),
            (format!("the table is too large: {rows} of {all_rows} rows are taken (of {most_columns} columns at most), so totals on the page would be wrong"),
             "make several files of it, in several documents, or remove what stands far outside the table");
        Advice "rows-sheets": Self::OtherSheets { others } =>
            (format!("ใช้เฉพาะแผ่นงานนี้ แผ่นงานอื่นที่มีข้อมูลไม่ได้ใช้: {}", names(Thai, others)),
             "ถ้าต้องการแผ่นอื่นด้วย เพิ่ม [[rows]] อีกชุดที่มี sheet = \"ชื่อแผ่นงาน\" ถ้าใช้แผ่นเดียว ใส่ sheet ให้ชัด"),
            (format!("only this sheet is used; others that hold something are not: {}", names(English, others)),
             "for another one add a [[rows]] with sheet = \"its name\"; if this is all, name it with sheet too");
        Advice "rows-hidden":
        Self::Hidden(HiddenFault::Sheet) =>
            ("แผ่นงานนี้ซ่อนอยู่ใน Excel แต่แถวของมันจะลงหน้าเว็บ", "ถ้าต้องการเผยแพร่ ให้เลิกซ่อนแผ่นงาน ถ้าไม่ต้องการ แก้ sheet เป็นแผ่นอื่น"),
            ("this sheet is hidden in Excel, and its rows are published all the same",
             "unhide it if it is to be published; else set sheet to another one"),
        Self::Hidden(HiddenFault::Rows { count }) =>
            (format!("มีแถวที่ซ่อนหรือกรองไว้ใน Excel {count} แถว เริ่มที่แถวนี้ และจะลงหน้าเว็บด้วย"),
             "ล้างตัวกรองหรือเลิกซ่อนแถว แล้วตรวจดู แถวที่ไม่ต้องการให้ลบออก ไม่ใช่ซ่อน"),
            (format!("{count} rows are hidden or filtered away in Excel, from this one on, and are published all the same"),
             "clear the filter or unhide the rows and look at them; delete what is not to be published"),
        Self::Hidden(HiddenFault::Column) =>
            ("คอลัมน์นี้ซ่อนอยู่ใน Excel แต่จะลงหน้าเว็บด้วย", "เลิกซ่อนคอลัมน์แล้วตรวจดู ถ้าไม่ต้องการให้ลบออก ไม่ใช่ซ่อน"),
            ("this column is hidden in Excel, and is published all the same",
             "unhide it and look at it; delete what is not to be published");
        Warning "rows-line": Self::Line { text } =>
            (format!("ข้อความ “{}” ไม่ใช่แถวข้อมูล จึงไม่ได้ใช้", one_line(text)),
             "ถ้าเป็นหมายเหตุ ย้ายไปไว้เหนือหัวตารางหรือใต้แถวรวม ถ้าเป็นข้อมูล กรอกให้ตรงคอลัมน์"),
            (format!("the line `{}` is no row of data and is not used", one_line(text)),
             "a remark belongs above the heading or below the totals; data belong into their columns");
        Warning "rows-total": Self::Total { total, sum } =>
            (format!("แถวรวมบอก {total} แต่แถวข้อมูลรวมกันได้ {sum}"),
             "ตรวจว่าแถวครบและตัวเลขถูก แล้วแก้ในไฟล์ หน้าเว็บคิดยอดรวมจากแถวข้อมูลเอง"),
            (format!("the row of totals says {total}, but the rows add up to {sum}"),
             "see whether a row is lacking or a number is wrong, and mend the file; the page adds the rows up itself");
        Error "cell-number": Self::Number { text, title } =>
            (format!("“{}” ไม่ใช่ตัวเลข", one_line(text)),
             format!("พิมพ์ตัวเลขล้วนในช่องของ “{title}” เช่น 485000 ถ้าไม่มีจำนวน เว้นว่างหรือใส่ - แล้วบันทึกไฟล์")),
            (format!("`{}` is no number", one_line(text)),
             format!("type figures alone, as in 485000, into cells of `{title}`; leave the cell blank or put - where there is no amount; then save the file"));
        Error "cell-time":
        Self::Time { text, fault: TimeFault::Day(DateFault::NoSuchDay) } =>
            (format!("ไม่มีวันที่ “{}” ในปฏิทิน", one_line(text)), "แก้วันในช่องนี้ แล้วบันทึกไฟล์"),
            (format!("the day `{}` does not exist", one_line(text)), "mend the day in this cell, and save the file"),
        Self::Time { text, fault: TimeFault::Day(DateFault::EraSlip(year)) } =>
            (format!("ปีของ “{}” คลาดไป 543 ปี น่าจะหมายถึง พ.ศ. {year}", one_line(text)), "แก้ปีในช่องนี้ แล้วบันทึกไฟล์"),
            (format!("the year of `{}` is off by 543; {year} BE is probably meant", one_line(text)), "mend the year in this cell, and save the file"),
        Self::Time { text, fault: TimeFault::Day(_) } =>
            (format!("อ่าน “{}” เป็นวันที่ไม่ได้", one_line(text)), "พิมพ์วัน เดือน และปีสี่หลัก เช่น 15/10/2565 หรือ 15 ต.ค. 2565 แล้วบันทึกไฟล์"),
            (format!("`{}` is no day that can be read", one_line(text)), "type day, month and a year of four digits, as in 15/10/2565, and save the file"),
        Self::Time { text, fault: TimeFault::NotOfMonth } =>
            (format!("“{}” เป็นวันที่ ช่องนี้ต้องเป็นเดือนหรือช่วงเวลา", one_line(text)), "พิมพ์เดือนกับปี เช่น ต.ค. 2565 แล้วบันทึกไฟล์"),
            (format!("`{}` is a day; this cell takes a month or a period", one_line(text)), "type the month and its year, as in 2565-10, and save the file"),
        Self::Time { text, fault: TimeFault::Period(_) } =>
            (format!("อ่าน “{}” เป็นเดือนหรือช่วงเวลาไม่ได้", one_line(text)), "พิมพ์เดือนกับปี เช่น ต.ค. 2565 หรือ ไตรมาส 1/2566 หรือ 2566 แล้วบันทึกไฟล์"),
            (format!("`{}` is no month or period that can be read", one_line(text)), "type a month with its year, as in 2565-10, a quarter, 2566-Q1, or a fiscal year, 2566, and save the file");
        Error "cell-choice": Self::Choice { text, choices, near } =>
            (format!("ไม่มีตัวเลือก “{}”", one_line(text)),
             suggested(Thai, near.as_deref(), &format!("ใส่คำใดคำหนึ่ง: {}", choices.join(", ")))),
            (format!("`{}` is none of the words that may stand here", one_line(text)),
             suggested(English, near.as_deref(), &format!("use one of: `{}`", choices.join("`, `"))));
        Error "cell-range": Self::Range { text, min, max } =>
            (format!("“{}” ต้องอยู่ระหว่าง {min} ถึง {max}", one_line(text)), "แก้ตัวเลขในช่องนี้ แล้วบันทึกไฟล์"),
            (format!("`{}` must be between {min} and {max}", one_line(text)), "mend the number in this cell, and save the file");
        Error "cell-missing": Self::Missing { title } =>
            (format!("แถวนี้มีข้อมูล แต่ช่อง “{title}” ว่าง"), format!("กรอก “{title}” ของแถวนี้ ถ้าไม่ใช่แถวข้อมูล ลบทั้งแถว แล้วบันทึกไฟล์")),
            (format!("this row holds something, but `{title}` is blank"), format!("fill in `{title}`, or delete the row if it is none, and save the file"));
        Error "cell-formula":
        Self::Formula { error: Some(error) } =>
            (format!("ช่องนี้แสดง {error} ซึ่งเป็นข้อผิดพลาดของสูตรใน Excel"), "แก้สูตร หรือพิมพ์ค่าแทนสูตร แล้วบันทึกไฟล์"),
            (format!("this cell shows {error}, a fault of a formula in Excel"), "mend the formula or type the value instead, and save the file"),
        Self::Formula { error: None } =>
            ("ช่องนี้เป็นสูตรที่ยังไม่ได้คำนวณ จึงไม่มีค่าในไฟล์", "เปิดไฟล์ใน Excel ให้คำนวณ แล้วบันทึกใหม่"),
            ("the formula of this cell was never worked out, so the file holds no value", "open the file in Excel, which works it out, and save it");
        Error "cell-none": Self::NoneBeside { text } =>
            (format!("แถวนี้บอกว่า “{}” แต่มีจำนวนเงินหรือจำนวนนับด้วย", one_line(text)), "ถ้าไม่มีจริง ลบตัวเลขของแถว ถ้ามี พิมพ์ชื่อรายการแทนข้อความนี้"),
            (format!("this row says `{}`, and has an amount too", one_line(text)), "if there is none, clear the numbers of the row; else name what it is about instead");
        Warning "cell-doubt":
        Self::Doubt(CellDoubt::Fractions) =>
            ("ร้อยละในคอลัมน์นี้ไม่เกิน 1 ทุกช่อง น่าจะเป็นเศษส่วน (0.78 คือ 78%)", "ตั้งรูปแบบเซลล์เป็นเปอร์เซ็นต์ หรือพิมพ์ 78 แทน 0.78 แล้วบันทึกไฟล์"),
            ("no percentage of this column is above 1: they are probably fractions (0.78 for 78%)", "give the cells a percent format, or type 78 for 0.78, and save the file"),
        Self::Doubt(CellDoubt::ZeroLost { text }) =>
            (format!("หมายเลข “{text}” เก็บเป็นตัวเลข ศูนย์ตัวหน้าจึงหาย"), "ตั้งรูปแบบเซลล์เป็นข้อความ แล้วพิมพ์หมายเลขใหม่ให้มีศูนย์"),
            (format!("`{text}` is kept as a number, so its first zero is gone"), "make the cell a text, and type the number anew with its zero"),
        Self::Doubt(CellDoubt::BecameDay { text }) =>
            (format!("Excel เก็บช่องนี้เป็นวันที่ ({}) น่าจะเป็นเลขที่ที่พิมพ์ไว้ เช่น 12/2566", one_line(text)), "ตั้งรูปแบบเซลล์เป็นข้อความ แล้วพิมพ์เลขที่ใหม่"),
            (format!("Excel keeps a day in this cell (`{}`), where a number such as 12/2566 was probably typed", one_line(text)), "make the cell a text, and type the number anew"),
        Self::Doubt(CellDoubt::Shortened { text }) =>
            (format!("“{}” เป็นเลขที่ Excel ย่อไว้ตอนบันทึกเป็น CSV หลักท้ายจึงหาย", one_line(text)), "ตั้งรูปแบบเซลล์เป็นข้อความแล้วพิมพ์เลขใหม่ หรือใช้ไฟล์ .xlsx"),
            (format!("`{}` is a number that Excel shortened when it saved the CSV file: its last digits are gone", one_line(text)), "make the cell a text and type the number anew, or use the .xlsx file"),
        Self::Doubt(CellDoubt::MergedAmount { rows }) =>
            (format!("จำนวนนี้อยู่ในเซลล์ที่ผสาน {rows} แถว จึงนับในแถวแรกแถวเดียว"), "เลิกผสานเซลล์ แล้วกรอกจำนวนของแต่ละแถว"),
            (format!("this amount is in a cell merged over {rows} rows, and is counted in the first of them only"), "take the merge apart and fill in the amount of every row"),
        Self::Doubt(CellDoubt::SecondAmount { text }) =>
            (format!("“{}” เป็นจำนวนที่สองของรายการเดียวกัน จึงไม่ได้ใช้", one_line(text)), "ให้รายการหนึ่งมีจำนวนเดียวในคอลัมน์นี้ หรือแยกเป็นสองแถวที่มีชื่อรายการทั้งคู่"),
            (format!("`{}` is a second amount of one row, and is not used", one_line(text)), "leave one amount in this column, or make two rows of it, each with its name"),
        Self::Doubt(CellDoubt::OnePart { text, lacking }) =>
            (format!("คอลัมน์นี้เก็บสองอย่าง แต่ไม่พบ “{lacking}” ใน “{}”", one_line(text)), "พิมพ์ให้ครบ โดยแยกเป็นสองบรรทัดในช่องเดียว (Alt+Enter) หรือแยกเป็นสองคอลัมน์"),
            (format!("this column holds two things, and `{lacking}` is not in `{}`", one_line(text)), "type both, on two lines of the cell (Alt+Enter), or make two columns of it"),
        Self::Doubt(CellDoubt::Unpaired { names, prices }) =>
            (format!("มีผู้เสนอราคา {names} ราย แต่มีราคา {prices} จำนวน ราคาจึงไม่แสดง"), "พิมพ์ราคาของแต่ละรายคนละบรรทัด ลำดับเดียวกับชื่อ ถ้าไม่มีราคาใส่ -"),
            (format!("there are {names} bidders and {prices} prices, so no price is shown"), "type a price for each on a line of its own, in the order of the names; put - where there is none"),
        Self::Doubt(CellDoubt::OtherMonth { month, period }) =>
            (format!("{} อยู่นอกช่วงเวลาของเอกสาร ({})", month.thai(), period.thai()), "แก้เดือนในช่องนี้ หรือแก้ period ของเอกสาร"),
            (format!("{} is not in the period of the document, {}", month.typed(), period.typed()), "mend the month in this cell, or the period of the document"),
        Self::Doubt(CellDoubt::Several { text }) =>
            (format!("แยก “{}” ไม่ได้แน่ชัด จึงแสดงทั้งข้อความ", one_line(text)), "พิมพ์หนึ่งรายต่อหนึ่งบรรทัดในช่องเดียว (Alt+Enter) เช่น หจก. ก 480,000 บาท"),
            (format!("`{}` cannot be taken apart for certain, and is shown as it is", one_line(text)), "type one a line in the cell (Alt+Enter), each with its price");
    }
}

/// Letters of a cell that are quoted.
const QUOTED: usize = 60;

/// The beginning of a text, without its line breaks.
fn one_line(text: &str) -> String {
    let line = single_spaced(text).replace('`', "'");
    match line.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

/// A few names of sheets.
fn names(language: Language, sheets: &[String]) -> String {
    few(6, &in_backticks(sheets), |more| {
        language.choose(format!(" และอีก {more} แผ่น"), format!(" and {more} more"))
    })
}

/// The titles of columns, as a help names them.
pub fn titles(columns: &[Column]) -> Vec<&'static str> {
    columns.iter().map(|column| column.title).collect()
}
