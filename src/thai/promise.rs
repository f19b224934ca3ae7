//! Texts that only promise one: `อยู่ระหว่างดำเนินการ`, `รอข้อมูล`, `ตามไฟล์แนบ`, `xxxxxx`.
//!
//! In: a whole text, of a body or of a cell. Out: whether it says no more than that something is to come or lies
//! elsewhere. A text that says why, or of what, is longer and is left alone.

use crate::thai::numeral::is_mark;

/// A longer text says something, in letters.
const LONGEST: usize = 60;

/// Who has not done it yet, or when: what may stand before a promise, without spaces.
const BEFORE: [&str; 17] = [
    "ขณะนี้",
    "ปัจจุบัน",
    "หน่วยงาน",
    "เทศบาล",
    "อบต",
    "องค์การบริหารส่วนตำบล",
    "ข้อมูล",
    "เอกสาร",
    "เนื้อหา",
    "รายละเอียด",
    "หน้านี้",
    "ส่วนนี้",
    "ข้อนี้",
    "นี้",
    "หมายเหตุ",
    "ขออภัย",
    "ยัง",
];

/// What is still being done, after `อยู่ระหว่าง` or `กำลัง`.
const DOING: [&str; 22] = [
    "ดำเนินการ",
    "จัดทำ",
    "จัดเตรียม",
    "เตรียม",
    "ปรับปรุง",
    "แก้ไข",
    "รวบรวม",
    "ตรวจสอบ",
    "ทบทวน",
    "นำเข้า",
    "นำข้อมูล",
    "นำลง",
    "อัปเดต",
    "อัพเดต",
    "อัพเดท",
    "พัฒนา",
    "ประสาน",
    "พิจารณา",
    "เสนอ",
    "ขออนุมัติ",
    "รอ",
    "สรุป",
];

/// How a promise begins in other ways, without spaces.
const PROMISES: [&str; 50] = [
    "รอข้อมูล",
    "รอเอกสาร",
    "รอไฟล์",
    "รอการ",
    "รอดำเนินการ",
    "รอเพิ่ม",
    "รอลง",
    "รอปรับปรุง",
    "รออัปเดต",
    "รออัพเดท",
    "รออนุมัติ",
    "รอผล",
    "รอประกาศ",
    "รอจัดทำ",
    "รอแก้ไข",
    "ไม่ได้ดำเนินการ",
    "ไม่ได้จัดทำ",
    "ไม่แล้วเสร็จ",
    "ไม่เสร็จ",
    "ไม่เรียบร้อย",
    "จะเผยแพร่",
    "จะลงข้อมูล",
    "จะนำข้อมูล",
    "จะเพิ่มข้อมูล",
    "จะแจ้งให้ทราบ",
    "จะปรับปรุง",
    "เร็วๆนี้",
    "เร็วนี้",
    "พบกันเร็ว",
    "โปรดติดตาม",
    "โปรดรอ",
    "กรุณารอ",
    "ปรับปรุงข้อมูล",
    "เขียนเนื้อหา",
    "ใส่เนื้อหา",
    "ใส่ข้อความ",
    "ตามไฟล์แนบ",
    "ตามเอกสารแนบ",
    "ตามไฟล์ที่แนบ",
    "ตามเอกสารที่แนบ",
    "ดังไฟล์แนบ",
    "ดังเอกสารแนบ",
    "ดังที่แนบ",
    "เดี๋ยวมา",
    "เดี๋ยวใส่",
    "เดี๋ยวเพิ่ม",
    "comingsoon",
    "underconstruction",
    "lorem",
    "tobeadded",
];

/// Words that alone are none.
const WORDS: [&str; 9] = [
    "test",
    "ทดสอบ",
    "todo",
    "tbd",
    "tba",
    "n/a",
    "อัปเดต",
    "อัพเดท",
    "ดังแนบ",
];

/// Whether a text only says that something is to come, or that it lies elsewhere.
pub fn only_promises(text: &str) -> bool {
    let plain: String = text
        .chars()
        .filter(|letter| letter.is_alphanumeric() || is_mark(*letter) || *letter == '/')
        .flat_map(char::to_lowercase)
        .collect();
    // As a PDF takes sara am apart.
    let plain = plain.replace("\u{e4d}\u{e32}", "ำ");
    let said = once(&plain);
    if said.is_empty() || said.chars().count() > LONGEST {
        return false;
    }
    let is_filling = said.chars().all(|letter| letter == 'x');
    is_filling || WORDS.contains(&said) || begins_with_promise(said)
}

fn begins_with_promise(text: &str) -> bool {
    let begins = |text: &str| PROMISES.iter().any(|promise| text.starts_with(promise));
    let doing = |text: &str| {
        let text = text.strip_prefix("การ").unwrap_or(text);
        DOING.iter().any(|doing| text.starts_with(doing))
    };
    let is_under_way = |text: &str| {
        let ways = ["อยู่ระหว่าง", "อยู่ในระหว่าง", "ระหว่าง", "กำลัง", "อยู่"];
        let mut rests = ways.iter().filter_map(|way| text.strip_prefix(way));
        rests.any(doing)
    };
    let mut rest = text;
    loop {
        if begins(rest) || is_under_way(rest) {
            return true;
        }
        let mut cut = BEFORE.iter().filter_map(|word| rest.strip_prefix(word));
        match cut.next() {
            Some(shorter) => rest = shorter,
            None => return false,
        }
    }
}

/// A text without its repetitions: one that was typed three times says it once.
fn once(text: &str) -> &str {
    let halves = text.char_indices().map(|(at, _)| at).skip(1);
    let mut periods = halves.filter(|at| text.len().is_multiple_of(*at));
    let is_period = |at: &usize| {
        let (first, rest) = text.split_at(*at);
        rest.as_bytes()
            .chunks(*at)
            .all(|part| part == first.as_bytes())
    };
    periods.find(is_period).map_or(text, |at| &text[..at])
}

#[cfg(test)]
mod tests {
    use super::only_promises;

    #[test]
    fn promises_and_texts() {
        for text in [
            "อยู่ระหว่างดำเนินการ",
            " รอข้อมูลจากกองคลัง ",
            "xxxxxx",
            "XXX xxx…",
            "Coming soon!",
            "(อยู่ระหว่างจัดทำ)",
            "test",
            "ขณะนี้อยู่ระหว่างดำเนินการ",
            "หน่วยงานอยู่ระหว่างการจัดทำข้อมูล",
            "เทศบาลกำลังดำเนินการจัดทำ",
            "อยู่ในระหว่างดำเนินการ",
            "อยู่ระหว่างนำเข้าข้อมูล",
            "อยู่ระหว่างรอข้อมูล",
            "อยู่ระหว่างขออนุมัติ",
            "รอปรับปรุง",
            "ยังไม่ได้ดำเนินการ",
            "ยังไม่แล้วเสร็จ",
            "จะเผยแพร่ในภายหลัง",
            "เร็ว ๆ นี้",
            "โปรดติดตาม",
            "ปรับปรุงข้อมูล",
            "อยู่ระหว่างดําเนินการ",
            "อยู่ระหว่างดำเนินการ\nอยู่ระหว่างดำเนินการ\nอยู่ระหว่างดำเนินการ\nอยู่ระหว่างดำเนินการ",
            "ตามไฟล์แนบ",
            "รายละเอียดตามเอกสารแนบ",
            "เขียนเนื้อหาใต้บรรทัดนี้",
        ] {
            assert!(only_promises(text), "{text}");
        }
        for text in [
            "ระเบียบของสภาท้องถิ่น",
            "",
            "1",
            "11",
            "ไม่มีเรื่องร้องเรียน",
            "ทดลองใช้ระบบ",
            "รองนายกเทศมนตรี",
            "กำลังพล 12 นาย",
            "เทศบาลตำบลทดลอง",
            "ข้อมูลจำนวนผู้มาใช้บริการ",
            "เอกสารแนบท้ายประกาศ 3 ฉบับ",
            "อยู่ที่กองคลัง",
            "อยู่ระหว่างดำเนินการก่อสร้างถนนสายบ้านใหม่ถึงบ้านเก่า ระยะทาง 3 กิโลเมตร ตามสัญญาที่ 1/2566",
        ] {
            assert!(!only_promises(text), "{text}");
        }
    }
}
