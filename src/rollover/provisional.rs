//! A tree for a year whose list is not announced yet: the newest that is known, marked as provisional.
//!
//! In: the text of a framework file. Out: the same text, comments and all, for the next year.

use crate::files::mark_length;
use crate::model::FiscalYear;
use crate::parse::layout::{COPIED, Layout};

/// The text of a framework file, the list of `base`, as that of another year; `from` is the year that is carried on.
pub fn provisional(text: &str, base: FiscalYear, from: FiscalYear, to: FiscalYear) -> String {
    let text = &text[mark_length(text)..];
    let layout = Layout::new("framework.toml", text);
    let mut out = text.to_owned();
    let mut edits = Vec::new();
    let mut above = String::new();
    match layout.value("fiscal_year") {
        Some(value) => edits.push((value, to.to_string())),
        None => above = format!("fiscal_year = {to}\n"),
    }
    let note = format!("ชั่วคราว: ยังไม่มีรายการข้ออย่างเป็นทางการของปี {to} จึงใช้ของปี {base} ไปก่อน");
    match layout.value("source") {
        Some(value) => {
            let start = value.start + quotes(&text[value.clone()]);
            edits.push((start..start, format!("{note} · ")));
        }
        None => above += &["source = \"", &note, "\"\n"].concat(),
    }
    match layout.value("provisional") {
        Some(value) => edits.push((value, "true".to_owned())),
        None => above += "provisional = true\n",
    }
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, new) in edits {
        out.replace_range(range, &new);
    }
    format!("{}{above}{out}", heading(base, from, to))
}

fn heading(base: FiscalYear, from: FiscalYear, to: FiscalYear) -> String {
    format!(
        "{COPIED} คัดลอกรายการข้อของปี {base} มาใช้เป็นปี {to} เพราะรายการของปี {to} ยังไม่ประกาศ\n\
         # เมื่อประกาศแล้ว: แทนไฟล์นี้ทั้งไฟล์ด้วยรายการจริง (คงค่า key ของเรื่องเดิม ใส่ formerly เมื่อรวมข้อ)\n\
         #   แล้วสั่ง oit rollover {from} {to} --apply โปรแกรมจะย้ายทุกเรื่องไปตามเลขข้อใหม่\n\
         #   ถ้าโปรแกรมรุ่นใหม่มีปี {to} แล้ว ให้ลบไฟล์นี้ แล้วสั่งคำสั่งเดียวกัน\n\
         # ปี พ.ศ. ในข้อความขององค์ประกอบยังเป็นของปี {base}\n\
         # Provisional: the list of {base}, until that of {to} is announced. Then replace this file as a whole and\n\
         # run oit rollover {from} {to} --apply.\n\n"
    )
}

/// How many signs open a quoted text.
fn quotes(written: &str) -> usize {
    let open = ["\"\"\"", "'''"]
        .iter()
        .any(|sign| written.starts_with(sign));
    if open { 3 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::provisional;
    use crate::files::SitePath;
    use crate::model::FiscalYear;
    use crate::parse::framework::{built_in, framework};

    #[test]
    fn a_copy_is_the_same_tree_for_another_year_and_keeps_its_comments() {
        let year = |number| FiscalYear::new(number).unwrap();
        let (path, text) = built_in(year(2566)).unwrap();
        let copy = provisional(&text, year(2566), year(2566), year(2567));
        let (old, _) = framework(&path, &text, year(2566));
        let (new, found) = framework(&SitePath::from("f"), &copy, year(2567));
        assert!(found.is_empty(), "{found:?}");
        assert_eq!(old.indicators, new.indicators);
        assert!(new.source.starts_with("ชั่วคราว") && new.source.ends_with(&old.source));
        for comment in text.lines().filter(|line| line.starts_with('#')) {
            assert!(copy.contains(comment), "{comment}");
        }
        let bare = "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n";
        let copy = provisional(bare, year(2566), year(2566), year(2567));
        let (new, found) = framework(&SitePath::from("f"), &copy, year(2567));
        assert!(found.is_empty(), "{found:?}");
        assert!(new.source.contains("2567"));
    }
}
