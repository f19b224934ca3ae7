//! Words that lines of letters, announcements and addresses begin with.

/// Titles of persons.
pub(super) const TITLES: [&str; 14] = [
    "นาย",
    "นางสาว",
    "นาง",
    "น.ส.",
    "ด.ช.",
    "ด.ญ.",
    "เด็กชาย",
    "เด็กหญิง",
    "ว่าที่",
    "ดร.",
    "พ.ต.",
    "ร.ต.",
    "จ.ส.",
    "ส.ต.",
];

/// Words that begin like a title and are none.
pub(super) const NO_TITLES: [&str; 20] = [
    "นายก ",
    "นายกฯ",
    "นายกเทศ",
    "นายกองค์",
    "นายกอบ",
    "นายกรัฐ",
    "นายกสมาคม",
    "นายกเมือง",
    "นายกเหล่า",
    "นายกพัทยา",
    "นายจ้าง",
    "นายช่าง",
    "นายทะเบียน",
    "นายทหาร",
    "นายตำรวจ",
    "นายหน้า",
    "นายอำเภอ",
    "นายท้าย",
    "ว่าที่ประชุม",
    "ว่าที่ดิน",
];

/// What is given behind these is a number, a name or an address.
pub(super) const LABELS: [&str; 23] = [
    "โทรศัพท์",
    "โทรสาร",
    "โทร",
    "แฟกซ์",
    "แฟ็กซ์",
    "มือถือ",
    "สายด่วน",
    "อีเมล์",
    "อีเมล",
    "ไปรษณีย์อิเล็กทรอนิกส์",
    "ไลน์",
    "เว็บไซต์",
    "เฟซบุ๊ก",
    "เฟสบุ๊ค",
    "รหัสไปรษณีย์",
    "บ้านเลขที่",
    "เลขที่",
    "หมู่ที่",
    "ที่อยู่",
    "ที่ตั้ง",
    "เรื่อง",
    "อ้างถึง",
    "สิ่งที่ส่งมาด้วย",
];

/// Words that names of places begin with, in an address and inside a sentence.
pub(super) const PLACES: [&str; 9] = [
    "หมู่",
    "ซอย",
    "ถนน",
    "ตำบล",
    "แขวง",
    "อำเภอ",
    "เขต",
    "จังหวัด",
    "อาคาร",
];

/// Labels of a letter head that are words of sentences too.
pub(super) const PERHAPS: [&str; 9] = [
    "ส่วนราชการ",
    "ชั้น",
    "เรียน",
    "ที่",
    "วันที่",
    "เวลา",
    "สถานที่",
    "ตำแหน่ง",
    "สังกัด",
];

/// How letters and announcements end.
pub(super) const CLOSINGS: [&str; 7] = [
    "ประกาศ ณ วันที่",
    "สั่ง ณ วันที่",
    "ให้ไว้ ณ วันที่",
    "จึงเรียนมา",
    "จึงขอเรียน",
    "จึงประกาศ",
    "ขอแสดงความนับถือ",
];

/// What stands before the name of who signs.
pub(super) const SIGNED: [&str; 2] = ["ลงชื่อ", "ลายมือชื่อ"];

/// Numbers in words.
pub(super) const NUMBERS: [&str; 10] = [
    "หนึ่ง",
    "สอง",
    "สาม",
    "สี่",
    "ห้า",
    "หก",
    "เจ็ด",
    "แปด",
    "เก้า",
    "สิบ",
];

/// How many words there are.
const WORDS: usize =
    TITLES.len() + LABELS.len() + PLACES.len() + PERHAPS.len() + CLOSINGS.len() + SIGNED.len();

/// The first bytes of all these words, which tell quickly that most lines begin with none.
const STARTS: [u64; WORDS] = {
    let lists: [&[&str]; 6] = [&TITLES, &LABELS, &PLACES, &PERHAPS, &CLOSINGS, &SIGNED];
    let mut starts = [0; WORDS];
    let (mut list, mut word, mut at) = (0, 0, 0);
    while list < lists.len() {
        if word < lists[list].len() {
            starts[at] = start(lists[list][word]);
            (word, at) = (word + 1, at + 1);
        } else {
            (list, word) = (list + 1, 0);
        }
    }
    starts
};

/// The first two Thai letters of a text as a number.
const fn start(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let (mut number, mut at) = (0, 0);
    while at < 6 && at < bytes.len() {
        number = number << 8 | bytes[at] as u64;
        at += 1;
    }
    number
}

/// Whether a text may begin with one of these words; most do not.
pub(super) fn may_begin(text: &str) -> bool {
    STARTS.contains(&start(text))
}
