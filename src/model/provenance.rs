//! Where a fact of an item list comes from, and how sure it is.

/// The source of a part of a list. Both are empty where the source of the whole list speaks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provenance {
    /// Where it was read: signs of the list's own sources, or words.
    pub source: String,
    /// How sure it is.
    pub confidence: Option<Confidence>,
}

/// How sure a fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// Two sources that are independent of each other say so.
    Confirmed,
    /// One source says so.
    Single,
    /// One source says so that fits the form to agencies of another kind.
    Adapted,
    /// It follows from facts that have sources.
    Derived,
    /// Nobody was found to say so.
    Assumed,
}

impl Confidence {
    /// Every degree with its name in framework files, the surest first.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("confirmed", Self::Confirmed),
        ("single", Self::Single),
        ("adapted", Self::Adapted),
        ("derived", Self::Derived),
        ("assumed", Self::Assumed),
    ];

    /// What it means, in Thai and English.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Confirmed => (
                "ยืนยันจากสองแหล่งที่ไม่ขึ้นต่อกัน",
                "confirmed by two independent sources",
            ),
            Self::Single => ("พบในแหล่งเดียว", "found in one source"),
            Self::Adapted => (
                "พบในแหล่งเดียวที่ปรับแบบไปใช้กับหน่วยงานประเภทอื่น",
                "found in one source that adapts the form for another kind of agency",
            ),
            Self::Derived => ("อนุมานจากข้อมูลที่มีแหล่ง", "follows from facts that have sources"),
            Self::Assumed => ("ยังไม่พบแหล่ง เป็นข้อสันนิษฐาน", "assumed: no source was found"),
        }
    }
}
