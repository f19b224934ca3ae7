//! The kinds of datasets and their columns.
//!
//! One list ([`DatasetKind::columns`]) serves parsing, checking and showing; the kinds are those of the contract.

/// What a dataset is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DatasetKind {
    /// Who leads the agency.
    Executives,
    /// Where and how it is reached.
    Contact,
    /// Ways in: questions, social networks, e-services, complaints, surveys.
    Channels,
    /// Projects with budget and progress.
    Projects,
    /// The monthly procurement form.
    Procurement,
    /// Counted services or complaints, by period.
    Statistics,
    /// Measures to raise integrity, with their follow-up.
    Measures,
    /// Points to improve per instrument and indicator.
    Improvements,
    /// Fraud risks.
    Risks,
    /// Results of the assessment.
    Scores,
    /// What outsiders took part in, and what came of it.
    Participation,
    /// Gifts that were received or refused, and what was done with them.
    Gifts,
}

/// How a column is shown and which values it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// Any text.
    Text,
    /// A number; as text, Thai digits and commas are allowed.
    Number,
    /// A percentage, 0–100.
    Percent,
    /// A score, 0–100.
    Score,
    /// A fiscal year.
    Year,
    /// A day.
    Date,
    /// A day or a period.
    Moment,
    /// A period.
    Period,
    /// True or false.
    Truth,
    /// A file beside the document.
    File,
    /// An address, inside the site or elsewhere.
    Address,
    /// Bidders with their prices.
    Bidders,
    /// One of a closed list of words.
    Choice(&'static [(&'static str, &'static str)]),
}

/// A column of a kind of dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its key in front matter.
    pub name: &'static str,
    /// Its heading on a page.
    pub title: &'static str,
    /// The type of its cells.
    pub kind: ColumnType,
}

impl Column {
    /// Whether its values refer to something, as addresses and names of accounts do, and are no sentences.
    pub fn is_reference(&self) -> bool {
        let names_account = matches!(self.name, "email" | "line");
        names_account || matches!(self.kind, ColumnType::File | ColumnType::Address)
    }
}

/// Columns that say into which group a row falls; a group is a heading, not something to read.
const GROUPING: [&str; 4] = ["group", "kind", "month", "instrument"];

/// Whether a column says into which group a row falls.
pub fn is_grouping(column: &str) -> bool {
    GROUPING.contains(&column)
}

const CHANNELS: &[(&str, &str)] = &[
    ("qa", "ถาม–ตอบ (Q&A)"),
    ("social", "เครือข่ายสังคมออนไลน์"),
    ("eservice", "E-Service"),
    ("fraud-complaint", "แจ้งเรื่องร้องเรียนการทุจริต"),
    ("complaint", "ร้องเรียนทั่วไป"),
    ("opinion", "รับฟังความคิดเห็น"),
    ("eit-survey", "แบบวัด EIT"),
];

const INSTRUMENTS: &[(&str, &str)] = &[("IIT", "IIT"), ("EIT", "EIT"), ("OIT", "OIT")];

const fn column(name: &'static str, title: &'static str, kind: ColumnType) -> Column {
    Column { name, title, kind }
}

const EXECUTIVES: &[Column] = &[
    column("name", "ชื่อ-นามสกุล", ColumnType::Text),
    column("position", "ตำแหน่ง", ColumnType::Text),
    column(
        "group",
        "ฝ่าย",
        ColumnType::Choice(&[("การเมือง", "ฝ่ายการเมือง"), ("ประจำ", "ฝ่ายประจำ")]),
    ),
    column("photo", "รูปถ่าย", ColumnType::File),
    column("phone", "โทรศัพท์", ColumnType::Text),
    column("email", "อีเมล", ColumnType::Text),
    column("line", "LINE", ColumnType::Text),
    column("url", "เว็บไซต์", ColumnType::Address),
];

const CONTACT: &[Column] = &[
    column("address", "ที่อยู่", ColumnType::Text),
    column("phone", "โทรศัพท์", ColumnType::Text),
    column("fax", "โทรสาร", ColumnType::Text),
    column("email", "อีเมล", ColumnType::Text),
    column("map", "แผนที่", ColumnType::Address),
    column("hours", "เวลาทำการ", ColumnType::Text),
];

const CHANNEL: &[Column] = &[
    column("kind", "ประเภท", ColumnType::Choice(CHANNELS)),
    column("label", "ช่องทาง", ColumnType::Text),
    column("url", "ที่อยู่เว็บ", ColumnType::Address),
    column("note", "หมายเหตุ", ColumnType::Text),
];

const PROJECTS: &[Column] = &[
    column("name", "โครงการ/กิจกรรม", ColumnType::Text),
    column("budget", "งบประมาณ (บาท)", ColumnType::Number),
    column("spent", "เบิกจ่ายแล้ว (บาท)", ColumnType::Number),
    column("start", "เริ่ม", ColumnType::Moment),
    column("end", "สิ้นสุด", ColumnType::Moment),
    column("progress", "ความก้าวหน้า (%)", ColumnType::Percent),
    column("unit", "ผู้รับผิดชอบ", ColumnType::Text),
    column("result", "ผลการดำเนินงาน", ColumnType::Text),
    column("obstacle", "ปัญหา/อุปสรรค", ColumnType::Text),
    column("suggestion", "ข้อเสนอแนะ", ColumnType::Text),
];

const PROCUREMENT: &[Column] = &[
    column("work", "งานที่ซื้อหรือจ้าง", ColumnType::Text),
    column("budget", "วงเงินที่ซื้อหรือจ้าง (บาท)", ColumnType::Number),
    column("budget_source", "แหล่งที่มาของงบประมาณ", ColumnType::Text),
    column("status", "สถานะการจัดซื้อจัดจ้าง", ColumnType::Text),
    column("reference_price", "ราคากลาง (บาท)", ColumnType::Number),
    column("method", "วิธีซื้อหรือจ้าง", ColumnType::Text),
    column("bidders", "ผู้เสนอราคาและราคาที่เสนอ", ColumnType::Bidders),
    column("winner", "ผู้ได้รับการคัดเลือก", ColumnType::Text),
    column("price", "ราคาที่ตกลง (บาท)", ColumnType::Number),
    column("reason", "เหตุผลที่คัดเลือก", ColumnType::Text),
    column("contract_no", "เลขที่สัญญา", ColumnType::Text),
    column("contract_date", "วันที่ของสัญญา", ColumnType::Date),
    column("egp_no", "เลขที่โครงการในระบบ e-GP", ColumnType::Text),
    column("month", "เดือน", ColumnType::Period),
];

const STATISTICS: &[Column] = &[column("period", "ช่วงเวลา", ColumnType::Period)];

const MEASURES: &[Column] = &[
    column("measure", "มาตรการ", ColumnType::Text),
    column("method", "ขั้นตอนหรือวิธีการ", ColumnType::Text),
    column("unit", "ผู้รับผิดชอบ", ColumnType::Text),
    column("duration", "ระยะเวลา", ColumnType::Text),
    column("follow_up", "การกำกับติดตาม", ColumnType::Text),
    column("result", "ผลการดำเนินการ", ColumnType::Text),
    column("outcome", "ผลลัพธ์หรือความสำเร็จ", ColumnType::Text),
    column("suggestion", "ข้อเสนอแนะ", ColumnType::Text),
];

const IMPROVEMENTS: &[Column] = &[
    column("instrument", "แบบวัด", ColumnType::Choice(INSTRUMENTS)),
    column("indicator", "ตัวชี้วัด", ColumnType::Text),
    column("point", "ประเด็น", ColumnType::Text),
    column("score", "คะแนน", ColumnType::Score),
    column("action", "แนวทางหรือวิธีการ", ColumnType::Text),
    column("unit", "ผู้รับผิดชอบ", ColumnType::Text),
    column("duration", "ระยะเวลา", ColumnType::Text),
    column("done", "ดำเนินการแล้ว", ColumnType::Truth),
    column("result", "ผลการดำเนินการ", ColumnType::Text),
];

const RISKS: &[Column] = &[
    column("event", "เหตุการณ์ความเสี่ยง", ColumnType::Text),
    column("level", "ระดับความเสี่ยง", ColumnType::Text),
    column("measure", "มาตรการจัดการ", ColumnType::Text),
    column("unit", "ผู้รับผิดชอบ", ColumnType::Text),
    column("result", "ผลการดำเนินการ", ColumnType::Text),
];

const SCORES: &[Column] = &[
    column("of", "ผลคะแนน", ColumnType::Text),
    column("score", "คะแนน", ColumnType::Score),
    column("year", "ปีงบประมาณ", ColumnType::Year),
];

const PARTICIPATION: &[Column] = &[
    column("topic", "ประเด็นหรือเรื่องในการมีส่วนร่วม", ColumnType::Text),
    column("participants", "สรุปข้อมูลของผู้มีส่วนร่วม", ColumnType::Text),
    column("result", "ผลจากการมีส่วนร่วม", ColumnType::Text),
    column(
        "improvement",
        "การนำผลจากการมีส่วนร่วมไปปรับปรุงพัฒนาการดำเนินงาน",
        ColumnType::Text,
    ),
];

/// A list that is closed, so that no giver can be named.
const GIVERS: &[(&str, &str)] = &[
    ("ภาครัฐ", "หน่วยงานภาครัฐ"),
    ("ภาคเอกชน", "หน่วยงานภาคเอกชน"),
    ("ประชาชน", "ประชาชน"),
    ("อื่น ๆ", "อื่น ๆ"),
];

const GIFTS: &[Column] = &[
    column("gift", "ทรัพย์สินหรือประโยชน์อื่นใด", ColumnType::Text),
    column("from", "ได้รับจาก", ColumnType::Choice(GIVERS)),
    column("value", "มูลค่า (บาท)", ColumnType::Number),
    column("action", "การดำเนินการ", ColumnType::Text),
    column("period", "ช่วงเวลาที่ได้รับ", ColumnType::Period),
];

impl DatasetKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 12] = [
        Self::Executives,
        Self::Contact,
        Self::Channels,
        Self::Projects,
        Self::Procurement,
        Self::Statistics,
        Self::Measures,
        Self::Improvements,
        Self::Risks,
        Self::Scores,
        Self::Participation,
        Self::Gifts,
    ];

    /// The key under `[data]`.
    pub fn name(self) -> &'static str {
        self.entry().0
    }

    /// The heading on a page.
    pub fn title(self) -> &'static str {
        self.entry().1
    }

    /// The columns, the required one first. Statistics take any further counters.
    pub fn columns(self) -> &'static [Column] {
        self.entry().2
    }

    /// The column that every row needs, and is called by.
    pub fn first_column(self) -> &'static Column {
        &self.columns()[0]
    }

    /// The words on a page for a value of a column with a closed list.
    pub fn choice_title(self, column: &str, value: &str) -> Option<&'static str> {
        let column = self.columns().iter().find(|known| known.name == column)?;
        let ColumnType::Choice(choices) = column.kind else {
            return None;
        };
        let choice = choices.iter().find(|(name, _)| *name == value);
        choice.map(|(_, title)| *title)
    }

    /// The kind of a key.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    fn entry(self) -> (&'static str, &'static str, &'static [Column]) {
        match self {
            Self::Executives => ("executives", "ผู้บริหาร", EXECUTIVES),
            Self::Contact => ("contact", "ที่อยู่และการติดต่อ", CONTACT),
            Self::Channels => ("channels", "ช่องทาง", CHANNEL),
            Self::Projects => ("projects", "โครงการ/กิจกรรม", PROJECTS),
            Self::Procurement => ("procurement", "การจัดซื้อจัดจ้าง", PROCUREMENT),
            Self::Statistics => ("statistics", "สถิติ", STATISTICS),
            Self::Measures => ("measures", "มาตรการ", MEASURES),
            Self::Improvements => ("improvements", "ประเด็นที่ต้องพัฒนา", IMPROVEMENTS),
            Self::Risks => ("risks", "ความเสี่ยง", RISKS),
            Self::Scores => ("scores", "ผลคะแนน", SCORES),
            Self::Participation => ("participation", "การมีส่วนร่วม", PARTICIPATION),
            Self::Gifts => ("gifts", "การรับทรัพย์สินหรือประโยชน์อื่นใด", GIFTS),
        }
    }
}
