//! The agency's seal, as `site.toml` names it.

use super::language::Language::{self, English, Thai};
use super::words::suggested;

/// What is wrong with the file of the seal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum LogoFault {
    NotFound {
        name: String,
        near: Option<String>,
    },
    /// It is there, where or as nobody looks for it.
    Overlooked {
        name: String,
    },
    /// An address instead of a file.
    OnTheWeb,
    NoPicture {
        name: String,
        why: NoSeal,
    },
    Heavy {
        kilobytes: u64,
    },
    NotSquare {
        width: u32,
        height: u32,
    },
    Small {
        width: u32,
        height: u32,
    },
}

/// Why a file cannot be a seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum NoSeal {
    /// Another kind, by its name.
    Kind(&'static str),
    /// A drawing that runs something, or fetches it from elsewhere.
    Runs,
    /// A drawing that does not say how large it is.
    NoSize,
    TooLarge,
    Broken,
}

faults! {
    LogoFault {
        Error "bad-logo":
        Self::NotFound { name, near } =>
            (format!("ไม่พบไฟล์ตรา `{name}`"),
             suggested(Thai, near.as_deref(), "วางไฟล์ไว้ข้าง site.toml แล้วเขียนชื่อให้ตรง หรือลบบรรทัดนี้")),
            (format!("there is no seal `{name}`"),
             suggested(English, near.as_deref(), "put the file beside site.toml, spelt as it is named, or remove this line")),
        Self::Overlooked { name } =>
            (format!("ไฟล์ตรา `{name}` มีอยู่ แต่ใช้ไม่ได้ที่นั่น เพราะอยู่ในโฟลเดอร์ย่อย ชื่อขึ้นต้นด้วย . หรือ _ หรือนามสกุลไม่ใช่ .png .jpg .svg"),
             "ย้ายไฟล์มาไว้ข้าง site.toml ด้วยชื่อธรรมดา แล้วเขียน เช่น logo = \"seal.png\""),
            (format!("the seal `{name}` cannot be used there: it lies in a subfolder, its name begins with . or _, or it does not end with .png, .jpg or .svg"),
             "move it beside site.toml under a plain name, e.g. logo = \"seal.png\""),
        Self::OnTheWeb =>
            ("logo เป็นที่อยู่เว็บ หน้าเว็บใช้ได้เฉพาะไฟล์ของเว็บไซต์เอง",
             "บันทึกรูปจากที่อยู่นั้นมาวางข้าง site.toml แล้วเขียนชื่อไฟล์ เช่น logo = \"seal.png\""),
            ("logo is an address on the web; pages use files of the site alone",
             "save the picture beside site.toml and write its name, e.g. logo = \"seal.png\""),
        Self::NoPicture { name, why } =>
            (format!("`{name}` ใช้เป็นตราไม่ได้ เพราะ{}", why_not(*why, Thai)), format!("{}บันทึกเป็น PNG กว้าง 300–512 พิกเซล แล้ววางข้าง site.toml", first(*why, Thai))),
            (format!("`{name}` cannot be the seal: {}", why_not(*why, English)), format!("{}save it as a PNG of 300 to 512 pixels beside site.toml", first(*why, English)));
        Advice "logo-unfit":
        Self::Heavy { kilobytes } =>
            (format!("ไฟล์ตราหนัก {kilobytes} KB ทุกหน้าต้องโหลด"), "บันทึกเป็น PNG กว้างประมาณ 512 พิกเซล ไม่เกิน 200 KB"),
            (format!("the seal has {kilobytes} KB, and every page loads it"), "save it as a PNG some 512 pixels wide, of 200 KB at most"),
        Self::NotSquare { width, height } =>
            (format!("รูปตรากว้าง {width} สูง {height} ไม่ใกล้เคียงสี่เหลี่ยมจัตุรัส ไอคอนและหัวเว็บจะเห็นไม่ชัด"), "ตัดรูปให้เหลือเฉพาะตรา"),
            (format!("the seal is {width} wide and {height} high, which makes a poor icon"), "cut the picture down to the seal itself"),
        Self::Small { width, height } =>
            (format!("รูปตรามีเพียง {width} × {height} พิกเซล จะแตกเมื่อพิมพ์และเมื่อแชร์"), "ใช้รูปที่กว้างอย่างน้อย 200 พิกเซล"),
            (format!("the seal has {width} × {height} pixels only: blurred on paper and when shared"), "use a picture of 200 pixels or more");
    }
}

fn why_not(why: NoSeal, language: Language) -> String {
    match why {
        NoSeal::Kind(kind) => language.choose(format!("เป็นไฟล์ {kind}"), format!("it is {kind}")),
        NoSeal::Runs => language.choose(
            " SVG นี้มีสคริปต์ หรือดึงรูปและฟอนต์จากที่อื่น".to_owned(),
            "this SVG has scripts, or fetches pictures or fonts from elsewhere".to_owned(),
        ),
        NoSeal::NoSize => language.choose(
            " SVG นี้ไม่บอกขนาด".to_owned(),
            "this SVG does not say how large it is".to_owned(),
        ),
        NoSeal::TooLarge => language.choose(
            "ใหญ่กว่า 20 MB".to_owned(),
            "it has more than 20 MB".to_owned(),
        ),
        NoSeal::Broken => language.choose(
            "ไม่ใช่รูป หรือไฟล์เสีย".to_owned(),
            "it is no picture, or damaged".to_owned(),
        ),
    }
}

/// What to try before the seal is saved anew.
fn first(why: NoSeal, language: Language) -> &'static str {
    match why {
        NoSeal::NoSize => language.choose(
            "เพิ่ม viewBox หรือ width กับ height ใน <svg> หรือ",
            "give <svg> a viewBox, or width and height; or ",
        ),
        _ => "",
    }
}
