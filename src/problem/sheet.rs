//! What a document wants shown as tables: files, and datasets that are too large for one.

use super::language::Language::{self, English, Thai};
use super::words::{few, in_backticks, suggested};
use crate::model::{Extent, SheetDoubt};

/// Why a file is not shown as a table, or not all of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum SheetFault {
    TableEnding {
        name: String,
    },
    TableUnreadable {
        why: TableFault,
    },
    SheetNotFound {
        name: String,
        sheets: Vec<String>,
        near: Option<String>,
    },
    TableEmpty,
    TableCut {
        extent: Extent,
    },
    /// What a table shows is probably not what was meant.
    Doubt(SheetDoubt),
    /// A dataset with more rows or columns than a page shows.
    DatasetTooLarge {
        name: &'static str,
        rows: usize,
        columns: usize,
        most_columns: usize,
        most_cells: usize,
    },
}

faults! {
    SheetFault {
        Error "table-ending": Self::TableEnding { name } =>
            (format!("แสดง `{name}` เป็นตารางไม่ได้ ตารางใช้ไฟล์ .xlsx หรือ .csv"),
             "เปิดไฟล์ใน Excel แล้วบันทึกเป็น .xlsx ถ้าไม่ใช่ตาราง ให้ย้ายไปไว้ใน files"),
            (format!("`{name}` cannot be shown as a table: that takes an .xlsx or .csv file"),
             "open it in Excel and save it as .xlsx; if it is no table, name it under files");
        Error "table-unreadable": Self::TableUnreadable { why } =>
            why.words(Thai),
            why.words(English);
        Error "sheet-not-found":
        Self::SheetNotFound { name, sheets, near } if sheets.is_empty() =>
            (format!("ไฟล์นี้ไม่มีแผ่นงานชื่อ `{name}`"), suggested(Thai, near.as_deref(), "ลบบรรทัด sheet แล้วโปรแกรมจะแสดงตารางที่มี")),
            (format!("this file has no sheet `{name}`"),
             suggested(English, near.as_deref(), "remove the line sheet: the table that is there will be shown")),
        Self::SheetNotFound { name, sheets, near } =>
            (format!("ไฟล์นี้ไม่มีแผ่นงานชื่อ `{name}` มีแต่ {}", quoted(sheets)),
             suggested(Thai, near.as_deref(), "แก้ sheet เป็นชื่อแผ่นงานที่มี หรือลบบรรทัด sheet เพื่อใช้แผ่นแรก")),
            (format!("this file has no sheet `{name}`, but {}", quoted(sheets)),
             suggested(English, near.as_deref(), "set sheet to one that is there, or remove the line for the first"));
        Warning "table-empty": Self::TableEmpty =>
            ("ตารางในไฟล์นี้ยังว่าง หน้าเว็บจึงมีแต่ลิงก์ไปยังไฟล์", "กรอกตารางแล้วบันทึก หรือลบ [[table]] นี้ออก"),
            ("the table in this file is empty: the page only links to it",
             "fill the table in and save it, or remove this [[table]]");
        Advice "table-cut": Self::TableCut { extent } =>
            (format!("ตารางใหญ่เกินหนึ่งหน้า แสดง {} จาก {} แถว และ {} จาก {} คอลัมน์", extent.rows, extent.all_rows, extent.columns, extent.all_columns),
             "ไม่ต้องแก้ก็ได้ ผู้อ่านเปิดทั้งหมดได้จากไฟล์ ถ้าอยากให้อ่านบนหน้า ให้แบ่งเป็นหลายไฟล์หรือหลายแผ่นงาน"),
            (format!("the table is too large for a page: it shows {} of {} rows and {} of {} columns", extent.rows, extent.all_rows, extent.columns, extent.all_columns),
             "nothing need be done: the file holds the rest; to show it all, make several files or sheets of it");
        Warning "table-error":
        Self::Doubt(SheetDoubt::ErrorText { cell, value, count }) =>
            (format!("ตารางแสดง {value} แทนค่าจริง{} รวม {count} ช่อง", in_cell(Thai, cell)),
             "พิมพ์ค่าจริงในช่องนั้นแล้วบันทึก ถ้าเป็น #### ให้ขยายคอลัมน์ในไฟล์ต้นทางแล้วคัดลอกใหม่"),
            (format!("the table shows {value} in the place of a value{}; there are {count} such cells", in_cell(English, cell)),
             "type the value into that cell and save the file; for ####, widen the column where it was copied from, and copy it anew"),
        Self::Doubt(SheetDoubt::ErrorValue { cell, value, count }) =>
            (format!("ตารางแสดง {value} ซึ่งเป็นข้อผิดพลาดของสูตรใน Excel{} รวม {count} ช่อง", in_cell(Thai, cell)),
             "เปิดไฟล์ใน Excel แก้สูตรในช่องนั้น หรือพิมพ์ตัวเลขแทนสูตร แล้วบันทึก"),
            (format!("the table shows {value}, a fault of a formula in Excel{}; there are {count} such cells", in_cell(English, cell)),
             "open the file in Excel, mend the formula of that cell or type the number instead, and save it");
        Warning "table-uncalculated": Self::Doubt(SheetDoubt::NoValue { cell, count }) =>
            (format!("ช่องที่เป็นสูตรไม่มีผลลัพธ์เก็บไว้ในไฟล์ ตารางบนหน้าเว็บจึงว่าง{} รวม {count} ช่อง", in_cell(Thai, cell)),
             "เปิดไฟล์ใน Excel ให้คำนวณ แล้วบันทึกใหม่ (ไฟล์ที่โปรแกรมอื่นส่งออกมักยังไม่ได้คำนวณ)"),
            (format!("the file holds no result of formulas, so the page shows nothing{}; there are {count} such cells", in_cell(English, cell)),
             "open the file in Excel, which works them out, and save it (files that other programs export often lack them)");
        Advice "table-sheets": Self::Doubt(SheetDoubt::OtherSheets { others }) =>
            (format!("ไฟล์นี้มีแผ่นงานอื่นที่มีข้อมูลด้วย หน้าเว็บแสดงเฉพาะแผ่นแรก: {}", few(4, &in_backticks(others), |more| format!(" และอีก {more} แผ่น"))),
             "เพิ่ม [[table]] อีกตารางสำหรับแต่ละแผ่น ใส่ sheet = \"ชื่อแผ่นงาน\" ถ้าแผ่นแรกไม่ใช่ที่ต้องการ ใส่ sheet ในตารางนี้"),
            (format!("other sheets of this file hold something too, and only the first is shown: {}", few(4, &in_backticks(others), |more| format!(" and {more} more"))),
             "add a [[table]] with sheet = \"its name\" for each of them; where the first is not the one that is meant, give this table its sheet");
        Warning "table-damaged":
        Self::Doubt(SheetDoubt::Garbled { cell, value, count }) =>
            (format!("ภาษาไทยในตารางเพี้ยนเป็น `{value}`{} รวม {count} ช่อง เพราะเปิดไฟล์ด้วยการเข้ารหัสผิดแล้วบันทึก", in_cell(Thai, cell)),
             "ส่งออกจากต้นฉบับอีกครั้งเป็น .xlsx หรือ CSV UTF-8 ไม่เปิดไฟล์เดิมแก้"),
            (format!("Thai in the table has become `{value}`{}, in {count} cells: the file was opened in a wrong encoding and saved", in_cell(English, cell)),
             "export it from the original once more, as .xlsx or as CSV UTF-8"),
        Self::Doubt(SheetDoubt::LostLetters { line, count }) =>
            (format!("อ่านตัวอักษรในตารางไม่ได้ {count} ตัว ตัวแรกอยู่ในบรรทัด {line} ของไฟล์ และจะแสดงเป็น \u{fffd}"),
             "เปิดไฟล์ แก้ตัวอักษรนั้น แล้วบันทึกเป็น CSV UTF-8 หรือ .xlsx"),
            (format!("{count} letters of the table cannot be read, the first in line {line} of the file; they show as \u{fffd}"),
             "open the file, type those letters anew, and save it as CSV UTF-8 or as .xlsx"),
        Self::Doubt(SheetDoubt::ShiftedCells { line }) =>
            (format!("บรรทัด {line} ของไฟล์มีช่องเกินหัวตาราง น่าจะเพราะจุลภาคในตัวเลข ตัวเลขจึงแยกเป็นสองช่องและเลื่อนไปผิดคอลัมน์"),
             "ครอบตัวเลขด้วย \" \" เช่น \"1,234.50\" หรือลบจุลภาคในตัวเลข หรือบันทึกเป็น .xlsx"),
            (format!("line {line} of the file has more cells than the heading, probably because of commas in numbers, so they stand in wrong columns"),
             "put numbers in quotation marks, as in \"1,234.50\", leave the commas out, or save the file as .xlsx");
        Error "dataset-too-large": Self::DatasetTooLarge { name, rows, columns, most_columns, most_cells } =>
            (format!("ชุดข้อมูล `{name}` ใหญ่เกินหนึ่งหน้า มี {rows} แถว {columns} คอลัมน์"),
             format!("แสดงได้ไม่เกิน {most_columns} คอลัมน์ และ {most_cells} ช่อง ให้แบ่งเป็นหลายเอกสาร หรือเก็บในไฟล์ .xlsx หรือ .csv แล้วแสดงด้วย [[table]]")),
            (format!("dataset `{name}` is too large for a page: it has {rows} rows and {columns} columns"),
             format!("a page shows {most_columns} columns and {most_cells} cells at most: make several documents of it, or keep it in an .xlsx or .csv file and show that with [[table]]"));
    }
}

/// Why a file is not shown as a table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TableFault {
    /// It is not what its ending says, or a part of it is missing.
    Damaged,
    /// It opens with a password only.
    Password,
    /// It is in the format of Excel before 2007.
    OldExcel,
    /// It is no text.
    NotCsv,
    /// A quotation mark is never closed, so that rows would become one cell.
    UnclosedQuote {
        /// Its line in the file.
        line: usize,
    },
    /// It is larger than so many megabytes.
    TooLarge {
        /// What would still be read.
        most_mb: u64,
    },
    /// It would fill the memory when it is unpacked.
    Unpacked,
    /// More of its sheets are shown than so many.
    TooManySheets {
        /// How many are shown.
        most: usize,
    },
    /// The system's reason.
    Failed(String),
}

/// Where a cell is, where that is known.
fn in_cell(language: Language, cell: &str) -> String {
    if cell.is_empty() {
        return String::new();
    }
    language.choose(
        format!(" ช่องแรกคือ {cell}"),
        format!(", first in cell {cell}"),
    )
}

/// Names in a list.
fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

words! {
    TableFault {
        Self::Damaged =>
            ("อ่านตารางไม่ได้ ไฟล์เสียหรือไม่ใช่ไฟล์ตามนามสกุล", "เปิดไฟล์ใน Excel แล้วบันทึกเป็นชนิด สมุดงาน Excel (*.xlsx)"),
            ("the table cannot be read: the file is damaged, or not what its ending says",
             "open it in Excel and save it as an Excel workbook (*.xlsx)");
        Self::Password =>
            ("อ่านตารางไม่ได้ ไฟล์ตั้งรหัสผ่านไว้", "เปิดไฟล์ใน Excel ลบรหัสผ่านออก แล้วบันทึก ผู้อ่านก็เปิดไฟล์ที่มีรหัสผ่านไม่ได้"),
            ("the table cannot be read: the file has a password",
             "remove the password in Excel and save it; readers could not open it either");
        Self::OldExcel =>
            ("อ่านตารางไม่ได้ เนื้อไฟล์เป็น Excel รุ่นเก่า (.xls) แม้ชื่อลงท้ายด้วย .xlsx",
             "เปิดไฟล์ใน Excel แล้วบันทึกเป็นชนิด สมุดงาน Excel (*.xlsx)"),
            ("the table cannot be read: this is a file of the old Excel (.xls) under another name",
             "open it in Excel and save it as an Excel workbook (*.xlsx)");
        Self::NotCsv =>
            ("อ่านตารางไม่ได้ เนื้อไฟล์ไม่ใช่ข้อความ CSV", "เปิดไฟล์ใน Excel แล้วบันทึกเป็น .xlsx และแก้ file ให้ตรงกับชื่อใหม่"),
            ("the table cannot be read: this is not CSV text",
             "open it in Excel, save it as .xlsx, and write that name after file");
        Self::UnclosedQuote { line } =>
            (format!("อ่านตารางไม่ได้ เครื่องหมาย \" ในบรรทัด {line} ของไฟล์ไม่มีตัวปิด แถวที่ตามมาจึงรวมเป็นช่องเดียว"),
             "เปิดไฟล์ด้วย Notepad แล้วเพิ่ม \" ที่ท้ายข้อความในบรรทัดนั้น หรือลบ \" ออก"),
            (format!("the table cannot be read: the \" in line {line} of the file is never closed, so the rows below become one cell"),
             "open the file in Notepad and add \" at the end of the text on that line, or remove the \"");
        Self::TooManySheets { most } =>
            (format!("แสดงได้ไม่เกิน {most} แผ่นงานของไฟล์เดียวกัน แผ่นงานนี้จึงไม่แสดง"), "แบ่งเป็นหลายไฟล์"),
            (format!("{most} sheets of one file are shown at most, and this is one more"),
             "make several files of it");
        Self::TooLarge { most_mb } =>
            (format!("ไฟล์ใหญ่เกิน {most_mb} MB จึงไม่แสดงเป็นตาราง"), "แบ่งเป็นไฟล์ที่เล็กลง หรือย้ายไฟล์นี้ไปไว้ใน files"),
            (format!("the file is larger than {most_mb} MB and is not shown as a table"),
             "make smaller files of it, or name it under files");
        Self::Unpacked =>
            ("ไฟล์นี้คลายออกแล้วใหญ่เกินไป จึงไม่แสดงเป็นตาราง", "แบ่งเป็นไฟล์ที่เล็กลง หรือย้ายไฟล์นี้ไปไว้ใน files"),
            ("the file is too large when unpacked and is not shown as a table",
             "make smaller files of it, or name it under files");
        Self::Failed(reason) =>
            (format!("เปิดอ่านไม่ได้: {reason}"), "ตรวจสิทธิ์ของไฟล์ และปิดโปรแกรมอื่นที่เปิดไฟล์นี้ค้างอยู่"),
            (format!("cannot be read: {reason}"),
             "check the file's permissions, and close programs that have it open");
    }
}
