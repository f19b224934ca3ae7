//! What an item, a year or the home page still owes, beyond components and periods.

use super::language::Language::{self, English, Thai};
use super::words::{days, periods, suggested};
use crate::model::{DatasetKind, Date, ItemNumber, Period, thai_date};

/// What an item, a year or the home page still owes, beyond components and periods.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum OwedFault {
    /// Months that the item's rule asks for.
    MonthsMissing(Vec<Period>),
    OnlyPictures,
    PhotoNotPicture {
        name: String,
    },
    EndBeforeStart,
    OverBudget,
    MonthOutsideYear {
        month: Period,
        /// The time that may be meant.
        asked: Period,
    },
    ContractDate {
        date: Date,
        /// The month it is reported for, where it is far from that; otherwise it lies in the future.
        month: Option<Period>,
    },
    WinnerNotBidder {
        winner: String,
        near: Option<String>,
    },
    /// The price of a contract is higher than it can be.
    PriceAbove {
        /// The column that says how high: `reference_price`, `budget` or `bidders`.
        limit: &'static str,
    },
    /// A row that says what an earlier one does.
    SameRow {
        /// The earlier one, as it is counted in its table.
        number: usize,
        /// Where that stands, if not in the same file.
        file: Option<String>,
        /// Whether both surely are one.
        is_sure: bool,
    },
    ScoreTwice {
        of: String,
        year: i16,
    },
    /// Both parts of an instrument, of which the level hangs on the whole.
    ScoreOfPartsOnly {
        year: i16,
    },
    /// A total that does not follow from its instruments.
    TotalDoesNotFollow {
        total: String,
        worked_out: String,
        /// What each instrument weighs.
        weights: String,
    },
    UnknownScore {
        of: String,
        year: i16,
        near: Option<String>,
    },
    /// A duty of the main page that is shown from an earlier year.
    DutyFromEarlierYear {
        duty: &'static str,
        item: ItemNumber,
        year: i16,
    },
    NotOnHomePage {
        /// As themes name it, e.g. `qa`.
        duty: &'static str,
        item: ItemNumber,
        /// Whether the item is, so that only the dataset is lacking.
        published: bool,
    },
    FraudNotSeparate {
        /// The kind of the channel that is the same.
        other: String,
        /// What they share.
        way: String,
    },
    BaseUrlHttp,
    /// What stands there is no value.
    NoValue {
        key: String,
        value: String,
    },
    BelowZero {
        key: String,
    },
    /// A row that sums up the others.
    TotalRow {
        name: String,
    },
    /// A table lacks what the form is said to ask for, though not surely.
    Advised {
        text: String,
        kind: DatasetKind,
        columns: Vec<String>,
    },
    /// Tables that are wanted as a spreadsheet too.
    OnlyPdf {
        /// The first of the files.
        name: String,
    },
    /// Statistics of no time that the item asks for.
    StatisticsOutside {
        /// The time that they are asked for.
        asked: Period,
    },
    /// A number of a project in e-GP that is none.
    ProjectNumber {
        /// How many digits it has.
        digits: usize,
    },
    /// Cells of an official form that stay blank.
    FormBlank {
        form: String,
        /// The headings of the form, each with the column or the setting that fills it in.
        columns: Vec<(String, String)>,
        /// Whether it is settings that are lacking.
        in_settings: bool,
    },
    FutureDay {
        date: Date,
        /// Whether no document can rightly have it.
        is_slip: bool,
    },
}

faults! {
    OwedFault {
        Warning "months-missing": Self::MonthsMissing(months) =>
            (format!("ยังไม่มีข้อมูลของเดือน {}", periods(Thai, months)),
             format!("สร้างเอกสารของแต่ละเดือนแล้วใส่ period = \"{month}\" หรือเพิ่มแถว [[data.procurement]] ที่มี month = \"{month}\" เดือนที่ไม่มีรายการ ใส่เพียง month กับ none = \"ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\"", month = first_month(months))),
            (format!("nothing is published for {}", months_typed(months)),
             format!("make a document for each month with period = \"{month}\", or add [[data.procurement]] rows with month = \"{month}\"; where there was nothing, a row with month and none = \"…\" says so", month = first_month(months)));
        Warning "only-pictures": Self::OnlyPictures =>
            ("หลักฐานของข้อนี้มีแต่รูปภาพ ค้นหาไม่ได้ และโปรแกรมอ่านหน้าจออ่านให้ฟังไม่ได้",
             "พิมพ์ข้อความสำคัญจากรูปไว้ใต้ส่วนหัว +++ หรือเพิ่มไฟล์ PDF ใน files = [{ path = \"ชื่อไฟล์.pdf\" }]"),
            ("this item shows pictures only, which cannot be searched or read aloud",
             "write what matters below the front matter, or add a PDF: files = [{ path = \"name.pdf\" }]");
        Error "photo-not-picture": Self::PhotoNotPicture { name } =>
            (format!("`{name}` ไม่ใช่ไฟล์รูปภาพ หน้าเว็บจึงแสดงเป็นรูปถ่ายไม่ได้"),
             "บันทึกรูปเป็น .jpg หรือ .png วางไว้ในโฟลเดอร์ของข้อ แล้วแก้เป็น photo = \"ชื่อไฟล์.jpg\""),
            (format!("`{name}` is no picture and cannot be shown as a photo"),
             "save it as .jpg or .png in the item's folder and write photo = \"name.jpg\"");
        Error "end-before-start": Self::EndBeforeStart =>
            ("โครงการนี้สิ้นสุดก่อนวันเริ่ม", "ตรวจปีและเดือนของ start กับ end แล้วแก้ให้ end อยู่หลัง start"),
            ("this project ends before it starts",
             "check year and month of start and end; end comes after start");
        Warning "no-value":
        Self::NoValue { key, value } if key == "none" =>
            (format!("`none` เป็น “{value}” ซึ่งไม่ได้บอกว่าไม่มี จึงไม่แสดงและไม่นับ"),
             "ใช้ none เฉพาะเมื่อไม่มี เช่น none = \"ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\" ถ้ามี ลบบรรทัด none แล้วใส่ข้อมูล"),
            (format!("`none` is “{value}”, which does not say that there is none: it is not shown and does not count"),
             "use none only where there is nothing; else remove the line and fill in what there is"),
        Self::NoValue { key, value } =>
            (format!("`{key}` เป็น “{value}” ซึ่งไม่ใช่ค่าจริง ผู้อ่านใช้ติดต่อไม่ได้ และไม่นับว่ากรอกแล้ว"),
             format!("ใส่ค่าจริง หรือลบบรรทัด {key}")),
            (format!("`{key}` is “{value}”, which is no value: nobody is reached by it, and it does not count as filled in"),
             format!("write the real one, or remove the line {key}"));
        Advice "form-may-ask": Self::Advised { text, kind, columns } =>
            (format!("แบบของข้อนี้ตามที่หน่วยงานอื่นเผยแพร่ ขอ `{text}` ด้วย ตาราง {} ยังไม่มีครบทุกแถว", kind.name()),
             format!("เติม {} ให้ทุกแถว โปรแกรมไม่บังคับเพราะยังไม่ยืนยันกับแบบของปีนี้ ดูที่มาด้วย oit explain", columns.join(", "))),
            (format!("as other agencies publish the form of this item, it asks for `{text}` too; {} has it not in every row", kind.name()),
             format!("fill in {} in every row; it is not required, since the form of this year was not seen: oit explain names the sources", columns.join(", ")));
        Warning "project-number": Self::ProjectNumber { digits } =>
            (format!("เลขที่โครงการในระบบ e-GP (egp_no) มี 11 หลัก แต่ที่พิมพ์ไว้มี {digits} หลัก"),
             "เทียบกับหน้าโครงการใน e-GP แล้วแก้ egp_no เช่น egp_no = \"68019000001\" เลขคุมสัญญาใส่ใน contract_no ถ้าไม่ได้จัดซื้อในระบบ เขียนเป็นคำ เช่น egp_no = \"ไม่ได้ดำเนินการในระบบ e-GP\""),
            (format!("a project number in e-GP (egp_no) has 11 digits, and this one {digits}"),
             "compare it with the project's page in e-GP: egp_no = \"68019000001\"; the number of a contract goes into contract_no; what was not bought in e-GP says so in words");
        Advice "form-blank":
        Self::FormBlank { form, columns, in_settings: true } =>
            (format!("ตาราง “{form}” จะมีช่องว่างทุกแถวในคอลัมน์ {}", headings(columns)),
             format!("เพิ่มใน [agency] ของ site.toml: {} แบบของข้อนี้ห้ามเว้นว่าง", keys(columns))),
            (format!("the table in official columns stays blank in every row where the agency's {} stands", keys(columns)),
             format!("fill in {} of [agency] in site.toml; the form allows no blank cell", keys(columns))),
        Self::FormBlank { form, columns, in_settings: false } =>
            (format!("ตาราง “{form}” จะมีช่องว่างในคอลัมน์ {}", headings(columns)),
             format!("เติม {} ให้ทุกแถว ช่องที่ไม่มีข้อมูลให้เขียนว่าไม่มี แบบของข้อนี้ห้ามเว้นว่าง", keys(columns))),
            (format!("the table in official columns has blank cells where {} stands", keys(columns)),
             format!("fill in {} in every row, in words where there is none; the form allows no blank cell", keys(columns)));
        Warning "total-row": Self::TotalRow { name } =>
            (format!("แถว `{name}` เป็นยอดรวม โปรแกรมรวมยอดให้เอง จึงนับซ้ำ"), "ลบแถวนี้ ยอดรวมแสดงท้ายตารางเสมอ"),
            (format!("the row `{name}` is a total; the page adds up by itself, so it is counted twice"),
             "delete this row: the sum stands below the table in any case");
        Warning "below-zero": Self::BelowZero { key } =>
            (format!("`{key}` เป็นจำนวนติดลบ"), "ตรวจเครื่องหมาย - หน้าตัวเลข ถ้าเป็นยอดลดหรือคืนเงิน ให้เขียนไว้ในช่องข้อความ"),
            (format!("`{key}` is below zero"), "look at the - before the number; write what was cut or paid back into a column of text");
        Warning "future-date": Self::FutureDay { date, is_slip: true } =>
            (format!("วันที่ {} ยังมาไม่ถึง น่าจะพิมพ์ปีผิด", thai_date(*date)), "แก้ปีของวันที่นี้"),
            (format!("the day {date} has not come yet; its year is probably a slip"), "correct the year");
        Advice "future-date": Self::FutureDay { date, is_slip: false } =>
            (format!("เอกสารลงวันที่ {} ซึ่งยังมาไม่ถึง จึงยังไม่เผยแพร่และไม่นับจนถึงวันนั้น", thai_date(*date)),
             "ถ้าต้องการเผยแพร่ทันที แก้ date เป็นวันนี้ ถ้าตั้งใจ ไม่ต้องแก้ แต่ต้องสั่ง oit build อีกครั้งเมื่อถึงวันนั้น"),
            (format!("the document is dated {date}, a day to come: it is not published and does not count until then"),
             "to publish it now, set date to today; if it is meant, run oit build again on that day");
        Advice "over-budget": Self::OverBudget =>
            ("จ่ายแล้ว (spent) มากกว่างบประมาณ (budget) ของโครงการ",
             "ตรวจว่าพิมพ์ตัวเลขเกินหลักหรือไม่ ถ้าโอนงบประมาณเพิ่มแล้ว ให้แก้ budget เป็นยอดหลังโอน"),
            ("more is spent than the project's budget",
             "look for a digit too many; after a transfer, write the new sum as budget");
        Warning "month-outside-year": Self::MonthOutsideYear { month, asked } =>
            (format!("เดือน {} อยู่นอกช่วงของข้อนี้ ({})", month.thai(), asked.thai()),
             format!("แก้ month ให้อยู่ในช่วงนี้ เช่น month = \"{}\" (ตุลาคมถึงธันวาคมใช้เลขปีก่อน) หรือย้ายแถวไปไว้ในปีที่ถูกต้อง", asked.first_month())),
            (format!("the month {} lies outside what this item is about ({})", month.typed(), days(asked)),
             format!("write a month of that time, e.g. month = \"{}\" (October to December carry the number of the year before), or move the row to its year", asked.first_month()));
        Warning "statistics-outside-year": Self::StatisticsOutside { asked } =>
            (format!("ไม่มีแถวใดของสถิติอยู่ในช่วงที่ข้อนี้ถาม ({})", asked.thai()),
             format!("ใส่สถิติของช่วงนั้น เช่น period = \"{}\" สถิติของปีอื่นคงไว้เทียบกันได้ หรือย้ายไปไว้ในปีที่ถูกต้อง", asked.first_month())),
            (format!("no row of the statistics is of the time that this item asks for ({})", days(asked)),
             format!("add those of that time, e.g. period = \"{}\"; rows of other years may stay to compare, or move to their year", asked.first_month()));
        Advice "only-pdf": Self::OnlyPdf { name } =>
            (format!("ข้อนี้ขอตารางเป็นไฟล์ที่โปรแกรมอ่านได้ด้วย แต่เอกสารนี้มีเพียง PDF เช่น `{name}`"),
             "วางไฟล์ Excel หรือ CSV ต้นฉบับไว้ข้าง PDF แล้วเพิ่มใน files หรือแสดงด้วย [[table]] หรือกรอกเป็นตารางข้อมูล [[data.…]] หน่วยงานอื่นเผยแพร่ทั้ง PDF และ XLSX แต่ยังไม่ยืนยันกับคู่มือ จึงไม่บังคับ"),
            (format!("this item wants its table in a form that programs read, and this document has PDF alone, as `{name}`"),
             "put the Excel or CSV file beside the PDF and add it to files, show it as a [[table]], or fill in [[data.…]]; other agencies publish both, which no handbook has confirmed");
        Warning "contract-date":
        Self::ContractDate { date, month: Some(month) } =>
            (format!("วันที่ของสัญญา {} ห่างจากเดือนที่รายงาน ({}) มาก ปีอาจพิมพ์ผิด", thai_date(*date), month.thai()),
             "ตรวจปีกับสัญญาฉบับจริง แล้วแก้ contract_date เช่น contract_date = \"2566-01-18\""),
            (format!("the contract date {date} is far from the month reported ({}): a slip of the year?", month.typed()),
             "compare the year with the contract: contract_date = \"2566-01-18\""),
        Self::ContractDate { date, month: None } =>
            (format!("วันที่ของสัญญา {} ยังมาไม่ถึง", thai_date(*date)),
             "ตรวจปีกับสัญญาฉบับจริง แล้วแก้ contract_date เช่น contract_date = \"2566-01-18\""),
            (format!("the contract date {date} is still to come"),
             "compare the year with the contract: contract_date = \"2566-01-18\"");
        Warning "winner-not-bidder": Self::WinnerNotBidder { winner, near } =>
            (format!("ผู้ได้รับการคัดเลือก `{winner}` ไม่อยู่ในรายชื่อผู้เสนอราคาของรายการนี้"),
             suggested(Thai, near.as_deref(), "เทียบกับประกาศผู้ชนะ แล้วแก้ชื่อใน winner หรือเพิ่มผู้เสนอราคาที่ขาดใน bidders ให้ครบทุกราย")),
            (format!("the winner `{winner}` is not among the bidders of this row"),
             suggested(English, near.as_deref(), "compare with the award notice: correct winner, or add the bidder that is lacking"));
        Advice "price-above": Self::PriceAbove { limit } =>
            (format!("ราคาที่ตกลง (price) สูงกว่า{}", limit_title(limit)),
             format!("ตรวจว่าพิมพ์ตัวเลขเกินหรือสลับช่องหรือไม่ แล้วแก้ price หรือ {limit} ถ้าเป็นจริงตามสัญญา ให้อธิบายไว้ใน reason และยอมรับด้วย allow")),
            (format!("the price agreed on is higher than {}", limit_name(limit)),
             format!("look for a digit too many or columns that were mixed up in price and {limit}; where it is so, give the reason in `reason` and accept it with allow"));
        Warning "same-row": Self::SameRow { number, file, is_sure: true } =>
            (format!("แถวนี้เหมือนกับแถวที่ {number}{} จึงนับซ้ำในตารางและยอดรวม", of_file(Thai, file.as_deref())),
             "ลบแถวที่ซ้ำ ถ้าคัดลอกมาเพื่อแก้ ให้แก้ช่องที่ต่างกัน เช่น เดือน ชื่องาน หรือเลขที่"),
            (format!("this row says the same as row {number}{}: it is counted twice", of_file(English, file.as_deref())),
             "delete one of them; if it was copied to be changed, correct what is different: month, name or number");
        Advice "same-row": Self::SameRow { number, file, is_sure: false } =>
            (format!("งาน เดือน และราคาของแถวนี้เหมือนกับแถวที่ {number}{} อาจนับซ้ำ", of_file(Thai, file.as_deref())),
             "ถ้าเป็นรายการเดียวกัน ลบแถวที่ซ้ำ ถ้าซื้อสองครั้งจริง ใส่ contract_no หรือ contract_date ให้เห็นว่าต่างกัน"),
            (format!("work, month and price of this row are those of row {number}{}: is it counted twice?", of_file(English, file.as_deref())),
             "delete one of them if they are one; if it was bought twice, contract_no or contract_date tells them apart");
        Warning "score-twice": Self::ScoreTwice { of, year } =>
            (format!("คะแนนของ `{of}` ปี {year} มีสองแถว หน้าเว็บใช้เฉพาะแถวแรก"),
             "ลบแถวที่ซ้ำ ถ้าเป็นคะแนนของปีอื่น ให้แก้ year ของแถวนั้น"),
            (format!("two rows give the score of `{of}` in {year}; pages use the first"),
             "remove one of them, or correct its year");
        Advice "score-of-parts-only": Self::ScoreOfPartsOnly { year } =>
            (format!("มีคะแนน EIT1 และ EIT2 ของปี {year} แต่ไม่มี EIT ทั้งฉบับ จึงบอกระดับผลการประเมินไม่ได้"),
             "เพิ่มแถว of = \"EIT\" พร้อมคะแนน EIT ตามประกาศ"),
            (format!("there are scores of EIT1 and EIT2 in {year} and none of EIT as a whole, on which the level hangs"),
             "add a row with of = \"EIT\" and the score that was announced");
        Advice "total-does-not-follow": Self::TotalDoesNotFollow { total, worked_out, weights } =>
            (format!("คะแนนรวม {total} ไม่ตรงกับที่คำนวณจากแบบวัดตามน้ำหนักร้อยละ ({weights}) ซึ่งได้ {worked_out}"),
             "เทียบตัวเลขกับประกาศผล ถ้าตรงกับประกาศแล้ว ไม่ต้องแก้"),
            (format!("the total {total} is not what the instruments amount to by their weights in percent ({weights}): {worked_out}"),
             "compare the figures with the announcement; leave them if they are as announced");
        Warning "unknown-score": Self::UnknownScore { of, year, near } =>
            (format!("ไม่มีแบบวัดหรือตัวชี้วัด `{of}` ในปี {year}"),
             suggested(Thai, near.as_deref(), "ใช้ of = \"total\", \"IIT\", \"EIT\", \"EIT1\", \"EIT2\", \"OIT\" หรือรหัสตัวชี้วัด เช่น \"9\" หรือ \"9.1\"")),
            (format!("the assessment of {year} has no instrument or indicator `{of}`"),
             suggested(English, near.as_deref(), "write of = \"total\", \"IIT\", \"EIT\", \"EIT1\", \"EIT2\", \"OIT\" or an indicator's code such as \"9\" or \"9.1\""));
        Warning "not-on-home-page":
        Self::NotOnHomePage { duty, item, published: false } =>
            (format!("หน้าแรกยังไม่มี {} ให้กด เพราะข้อ {} ยังไม่เผยแพร่", duty_title(duty), item.label()),
             format!("ถ้ามีฉบับร่างแล้ว เขียนให้ครบและลบ draft = true ถ้ายังไม่มี สั่ง oit new {item}")),
            (format!("the home page cannot show {}: {} is not published", duty_name(duty), item.label()),
             format!("finish its draft and remove draft = true, or begin with oit new {item}")),
        Self::NotOnHomePage { duty, item, .. } =>
            (format!("หน้าแรกยังไม่มี {} ให้กด เพราะเอกสารของข้อ {} ยังไม่ได้กรอกเรื่องนี้เป็นตารางข้อมูล", duty_title(duty), item.label()),
             format!("เพิ่มท้ายส่วนหัวของเอกสารข้อ {} ต่อจากคีย์อื่น\n{}", item.label(), channel_row(duty))),
            (format!("the home page cannot show {}: {} has no dataset for it", duty_name(duty), item.label()),
             format!("add at the end of the front matter of a document of {}\n{}", item.label(), channel_row(duty)));
        Advice "duty-from-earlier-year": Self::DutyFromEarlierYear { duty, item, year } =>
            (format!("หน้าแรกแสดง{} จากปี {year} เพราะข้อ {} ของปีปัจจุบันยังไม่เผยแพร่เรื่องนี้", duty_title(duty), item.label()),
             format!("ตรวจว่ายังใช้ได้ แล้วเผยแพร่ในข้อ {} ของปีปัจจุบันด้วย", item.label())),
            (format!("the home page shows {} from {year}, because {} of the current year does not publish it yet", duty_name(duty), item.label()),
             format!("see that it still holds, and publish it in {} of the current year too", item.label()));
        Warning "fraud-not-separate": Self::FraudNotSeparate { other, way } =>
            (format!("ช่องทางแจ้งการทุจริตใช้ `{way}` เหมือนกับช่องทาง {} ข้อนี้ต้องเป็นช่องทางแยกต่างหาก", duty_title(other)),
             "เปิดช่องทางที่แยกผู้รับและปกปิดผู้แจ้ง เช่น แบบฟอร์มหรืออีเมลเฉพาะ แล้วแก้ url ของแถวที่มี kind = \"fraud-complaint\""),
            (format!("fraud complaints go to `{way}` like {}; they need a channel of their own", duty_name(other)),
             "open a form or mailbox of its own that protects the sender, and put it as url of the row with kind = \"fraud-complaint\"");
        Warning "base-url-http": Self::BaseUrlHttp =>
            ("ที่อยู่เว็บไซต์เป็น http:// ซึ่งไม่เข้ารหัส เบราว์เซอร์จะเตือนว่าไม่ปลอดภัย",
             "เปิดใช้ HTTPS ที่เครื่องแม่ข่าย (ขอใบรับรองได้ไม่เสียค่าใช้จ่าย) แล้วแก้ base_url ให้ขึ้นต้นด้วย https://"),
            ("the site's address is http://: browsers will call it not secure",
             "turn on HTTPS at the host and start base_url with https://");
    }
}

fn headings(columns: &[(String, String)]) -> String {
    let headings: Vec<&str> = columns
        .iter()
        .map(|(heading, _)| heading.as_str())
        .collect();
    headings.join(", ")
}

fn keys(columns: &[(String, String)]) -> String {
    let keys: Vec<&str> = columns.iter().map(|(_, key)| key.as_str()).collect();
    keys.join(", ")
}

/// Where an earlier row stands.
fn of_file(language: Language, file: Option<&str>) -> String {
    match (file, language) {
        (None, _) => String::new(),
        (Some(file), Thai) => format!(" ของ {file}"),
        (Some(file), English) => format!(" of {file}"),
    }
}

fn limit_title(limit: &str) -> &str {
    match limit {
        "reference_price" => "ราคากลาง (reference_price)",
        "budget" => "วงเงินที่ซื้อหรือจ้าง (budget)",
        _ => "ราคาที่ผู้ได้รับการคัดเลือกเสนอไว้ (bidders)",
    }
}

fn limit_name(limit: &str) -> &str {
    match limit {
        "reference_price" => "the reference price",
        "budget" => "the budget",
        _ => "what the winner offered",
    }
}

fn months_typed(months: &[Period]) -> String {
    let months: Vec<String> = months.iter().map(Period::typed).collect();
    months.join(", ")
}

fn first_month(months: &[Period]) -> String {
    months.first().map(Period::first_month).unwrap_or_default()
}

/// The row to type for a duty of the home page.
fn channel_row(duty: &str) -> String {
    if DatasetKind::named(duty).is_some() {
        return format!("[[data.{duty}]]\naddress = \"…\"\nphone = \"0 0000 0000\"\nemail = \"…\"");
    }
    format!("[[data.channels]]\nkind = \"{duty}\"\nlabel = \"…\"\nurl = \"https://…\"")
}

/// What a citizen calls it.
fn duty_title(duty: &str) -> &str {
    let channel = DatasetKind::Channels.choice_title("kind", duty);
    channel.unwrap_or(match duty {
        "contact" => DatasetKind::Contact.title(),
        "privacy-policy" => "นโยบายความเป็นส่วนตัว",
        other => other,
    })
}

fn duty_name(duty: &str) -> &str {
    match duty {
        "contact" => "how the agency is reached",
        "qa" => "questions and answers",
        "social" => "the social networks",
        "eservice" => "the E-Service",
        "fraud-complaint" => "the channel for fraud complaints",
        "complaint" => "general complaints",
        "opinion" => "opinions",
        "eit-survey" => "the EIT survey",
        "privacy-policy" => "the privacy policy",
        other => other,
    }
}
