//! The schema of `site.toml`.

use serde_json::{Value, json};

use super::{file, list, loose_text, pattern, table, text, truth, whole, year};
use crate::parse::config::MOST_MB;

/// JSON Schema of `site.toml`.
pub fn site() -> Value {
    let mut keys = site_itself();
    keys.extend(publishing());
    file("site.toml · oit", keys, &["title", "base_url"])
}

/// What the site is and whose.
fn site_itself() -> Vec<super::Key> {
    vec![
        (
            "title",
            text(),
            "ชื่อเว็บไซต์ (ต้องมี)",
            "The site's title. Required.",
        ),
        (
            "base_url",
            pattern(r"^\s*[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+(/[^\s?#]*)?\s*$"),
            "ที่อยู่จริงของเว็บไซต์ อยู่ในโฟลเดอร์ย่อยได้ (ต้องมี) เช่น https://www.example.go.th/oit/",
            "Where the site is published; may carry a sub-path. Required.",
        ),
        (
            "fiscal_year",
            year(),
            "ปีงบประมาณปัจจุบันของเว็บไซต์ (พ.ศ.) ต้องมีโฟลเดอร์ content/<ปี>",
            "The current fiscal year, Buddhist era; its folder must be there.",
        ),
        (
            "agency",
            agency(),
            "หน่วยงานเจ้าของเว็บไซต์",
            "Who publishes the site.",
        ),
        (
            "units",
            json!({ "type": "object", "additionalProperties": text() }),
            "หน่วยงานผู้รับผิดชอบ: รหัส (อักษรอังกฤษ) = \"ชื่อ\"",
            "Responsible units: an id in Latin letters = \"name\".",
        ),
    ]
}

/// How it looks and is judged.
fn publishing() -> Vec<super::Key> {
    vec![
        (
            "theme",
            text(),
            "โฟลเดอร์ใน themes/ ปกติคือ default",
            "A folder below themes/; usually default.",
        ),
        (
            "accent",
            pattern("^#[0-9A-Fa-f]{6}$"),
            "สีหลัก #rrggbb สีอ่อนเกินไปจะถูกปรับให้เข้มพออ่าน",
            "The main colour, #rrggbb; the theme keeps the contrast right.",
        ),
        (
            "own_hosts",
            list(&loose_text()),
            "ชื่อเครื่องอื่นที่ถือว่าเป็นเว็บไซต์หลัก เช่น eservice.example.go.th",
            "Further hosts where evidence counts as on the main site.",
        ),
        (
            "show_score",
            truth(),
            "แสดงคะแนนประมาณการในหน้าตรวจรายการ",
            "Whether the checklist shows the score estimate.",
        ),
        (
            "max_file_mb",
            whole(1, i64::try_from(MOST_MB).unwrap_or(i64::MAX)),
            "ขนาดไฟล์หลักฐานที่เริ่มทักท้วง (MB) ปกติ 20",
            "The size of evidence files, in MB, that is remarked on; usually 20.",
        ),
    ]
}

fn agency() -> Value {
    let keys = vec![
        ("name", loose_text(), "ชื่อหน่วยงาน", "Its name."),
        ("district", loose_text(), "อำเภอ", "District."),
        ("province", loose_text(), "จังหวัด", "Province."),
        ("address", loose_text(), "ที่อยู่", "Address."),
        ("phone", loose_text(), "โทรศัพท์", "Telephone."),
        ("fax", loose_text(), "โทรสาร", "Fax."),
        ("email", loose_text(), "อีเมล", "E-mail."),
        (
            "map",
            pattern(r"^(\s*$|https?://)"),
            "ลิงก์แผนที่ ขึ้นต้นด้วย https:// หรือ http://",
            "A map's address, starting with https:// or http://.",
        ),
    ];
    table(keys, &[])
}
