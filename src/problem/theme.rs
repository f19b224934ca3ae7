//! Themes that are not there, or whose templates fail.

/// What is wrong with a theme.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ThemeFault {
    UnknownTheme { name: String },
    Template { message: String },
}

faults! {
    ThemeFault {
        Error "unknown-theme": Self::UnknownTheme { name } =>
            (format!("ไม่มีธีมชื่อ `{name}`"), format!("ใช้ theme = \"default\" หรือสร้างโฟลเดอร์ themes/{name}")),
            (format!("there is no theme `{name}`"),
             format!("use theme = \"default\", or make the folder themes/{name}"));
        Error "template": Self::Template { message } =>
            (format!("แม่แบบของธีมผิด: {message}"), "แก้ไฟล์แม่แบบนี้ หรือลบไฟล์เพื่อกลับไปใช้ของธีมมาตรฐาน"),
            (format!("a template of the theme is wrong: {message}"),
             "mend this template, or delete it to use the default theme's");
    }
}
