//! The words by which a list of persons is told from one of offices and businesses.

/// What stands before a private person's name.
pub(super) const TITLES: &[&str] = &[
    "นาย",
    "นาง",
    "น.ส.",
    "ด.ช.",
    "ด.ญ.",
    "เด็กชาย",
    "เด็กหญิง",
    "ว่าที่ร",
    "ว่าที่ ร",
    "ด.ต.",
    "จ.ส.",
    "ส.อ.",
    "ร.ต.",
    "พ.ต.",
    "ส.ต.",
    "จ.อ.",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Miss ",
];

/// What stands above the names of a list, whether or not they have titles.
pub(super) const NAMES: &[&str] = &["สกุล"];

/// Words that begin like a title and are none.
pub(super) const NO_TITLES: &[&str] = &[
    "คุณธรรม",
    "คุณภาพ",
    "คุณสมบัติ",
    "คุณวุฒิ",
    "คุณค่า",
    "คุณลักษณะ",
    "คุณประโยชน์",
];

/// Whom a list may name with a telephone number: who holds an office, works for the public, or does
/// business. In a row.
pub(super) const OFFICES: &[&str] = &[
    "ตำแหน่ง",
    "position",
    "นายกเทศ",
    "นายกองค์การ",
    "นายก อบต",
    "นายกฯ",
    "รองนายก",
    "ปลัด",
    "ผู้อำนวยการ",
    "ผอ.",
    "หัวหน้า",
    "สมาชิกสภา",
    "ส.ท.",
    "ส.อบต",
    "ประธาน",
    "เลขา",
    "ที่ปรึกษา",
    "กำนัน",
    "ผู้ใหญ่บ้าน",
    "ผญบ",
    "สารวัตร",
    "แพทย์",
    "พยาบาล",
    "เจ้าพนักงาน",
    "เจ้าหน้าที่",
    "พนักงาน",
    "ลูกจ้าง",
    "คนงาน",
    "คนสวน",
    "ภารโรง",
    "นักวิชาการ",
    "นักจัดการ",
    "นักวิเคราะห์",
    "นักพัฒนา",
    "นักบริหาร",
    "นักทรัพยากร",
    "นักประชาสัมพันธ์",
    "นักสันทนาการ",
    "นักป้องกัน",
    "นิติกร",
    "วิศวกร",
    "สถาปนิก",
    "นายช่าง",
    "นายทะเบียน",
    "นายอำเภอ",
    "ครู",
    "ผู้ช่วย",
    "ผู้จัดการ",
    "ผู้ประสานงาน",
    "กรรมการ",
    "อสม",
    "อปพร",
    "บริษัท",
    "หจก",
    "ห้างหุ้นส่วน",
    "ร้าน",
    "กองคลัง",
    "กองช่าง",
    "กองการ",
    "กองสาธารณสุข",
    "กองสวัสดิการ",
    "กองยุทธศาสตร์",
    "สำนักปลัด",
    "สำนักคลัง",
    "สำนักช่าง",
    "สำนักการ",
    "หน่วยตรวจสอบ",
];

/// The same in the lines above a list. Fewer words: the mayor signs many lists that are not of
/// officials.
pub(super) const OFFICIAL_LISTS: &[&str] = &[
    "ตำแหน่ง",
    "ทำเนียบ",
    "บุคลากร",
    "สมาชิกสภา",
    "ผู้บริหาร",
    "คณะกรรมการ",
    "กรรมการชุมชน",
    "ผู้นำชุมชน",
    "กำนัน",
    "ผู้ใหญ่บ้าน",
    "อาสาสมัคร",
    "ผู้ประกอบการ",
];

/// Whom the heading of a list names that is of staff, of those who sit on a board, or of businesses. Other lines speak
/// of them too.
pub(super) const STAFF: &[&str] = &[
    "พนักงาน",
    "เจ้าหน้าที่",
    "ข้าราชการ",
    "ลูกจ้าง",
    "คณะทำงาน",
    "ครู",
    "ผู้ดูแลเด็ก",
    "ร้านค้า",
    "ร้านอาหาร",
    "สถานประกอบการ",
    "สมาชิก อบต",
    "สมาชิกอบต",
    "สมาชิกองค์การบริหาร",
    "ติดต่อภายใน",
    "โทรศัพท์ภายใน",
    "เบอร์ภายใน",
    "ภายในหน่วยงาน",
    "ภายในสำนักงาน",
];

/// What the heading of a list begins with.
pub(super) const LISTS: &[&str] = &["รายชื่อ", "ทะเบียน", "เบอร์", "หมายเลข", "โทรศัพท์"];

/// Whom such a heading names besides staff, so that it is of private persons.
pub(super) const FAMILIES: &[&str] = &[
    "บุตร",
    "นักเรียน",
    "ผู้ปกครอง",
    "ผู้สูงอายุ",
    "พิการ",
    "ผู้ป่วย",
    "เบี้ยยังชีพ",
    "สงเคราะห์",
];

/// Whom a list names that is not of officials, whoever decided on it.
pub(super) const RECIPIENTS: &[&str] = &[
    "ผู้มีสิทธิ",
    "ผู้ได้รับ",
    "ผู้รับเบี้ย",
    "ผู้รับเงิน",
    "ผู้ขอรับ",
    "ผู้ลงทะเบียน",
    "ผู้ประสบ",
    "ผู้ค้างชำระ",
    "ลูกหนี้",
];

/// What stands before a board that decided on a list and is not the list: `ตามมติคณะกรรมการ`.
pub(super) const DECISIONS: &[&str] = &[
    "มติ",
    "มติที่ประชุม",
    "ประกาศ",
    "คำสั่ง",
    "ตาม",
    "โดย",
    "เห็นชอบ",
    "เห็นชอบจาก",
    "เห็นชอบของ",
    "เสนอ",
    "ต่อ",
];

/// Words for what a bare number of ten or twelve digits may then be, in the row or above the list.
pub(super) const ACCOUNTS: &[&str] = &[
    "เลขบัญชี",
    "เลขที่บัญชี",
    "บัญชีเลขที่",
    "บัญชีธนาคาร",
    "ธนาคาร",
    "ธ.ก.ส.",
];

/// Words for what a bare number of nine digits may then be, in the row or above the list.
pub(super) const PHONES: &[&str] = &["โทร", "มือถือ", "เบอร์", "phone", "Phone"];
