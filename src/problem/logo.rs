//! The agency's seal, as `site.toml` names it.

/// What is wrong with the file of the seal.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum LogoFault {
    NotFound { name: String, in_theme: String },
    NoPicture { name: String },
    Heavy { kilobytes: u64 },
    NotSquare { width: u32, height: u32 },
    Small { width: u32, height: u32 },
}

faults! {
    LogoFault {
        Error "bad-logo":
        Self::NotFound { name, in_theme } =>
            (format!("ไม่พบไฟล์ตรา `{name}`"), format!("วางไฟล์ไว้ข้าง site.toml หรือที่ {in_theme} แล้วเขียนชื่อให้ตรง หรือลบบรรทัดนี้")),
            (format!("there is no seal `{name}`"),
             format!("put the file beside site.toml or at {in_theme}, spelt as it is named, or remove this line")),
        Self::NoPicture { name } =>
            (format!("`{name}` ไม่ใช่รูปที่ใช้เป็นตราได้"), "ใช้ไฟล์ PNG, JPG หรือ SVG ที่ไม่มีสคริปต์"),
            (format!("`{name}` is no picture that can be a seal"), "use a PNG, a JPG, or an SVG without scripts");
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
