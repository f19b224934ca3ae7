//! What lies ready and is not published.

/// What lies ready and is not published.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum WaitingFault {
    /// Files that belong to a draft alone.
    Files {
        item: String,
        count: usize,
        /// The first of them.
        names: Vec<String>,
    },
    /// A draft with which its item would be complete.
    Draft,
    /// A draft that somebody has begun to fill in, for an item that lacks something.
    Begun {
        /// Whether its item is complete by other documents.
        is_complete: bool,
    },
}

faults! {
    WaitingFault {
        Advice "file-waiting": Self::Files { item, count, names } =>
            (format!("มี {count} ไฟล์รออยู่กับฉบับร่าง ยังไม่เผยแพร่: {}", shown(names, *count)),
             format!("กรอกฉบับร่างนี้ให้เสร็จแล้วลบบรรทัด draft = true หรือเผยแพร่ไฟล์ทันทีด้วย oit add {item} {}",
                     names.first().map_or_else(String::new, |name| typed_name(name)))),
            (format!("{count} file(s) wait beside a draft and are not published: {}", shown(names, *count)),
             format!("finish this draft and delete the line draft = true, or publish the file at once: oit add {item} {}",
                     names.first().map_or_else(String::new, |name| typed_name(name))));
        Advice "draft-complete": Self::Draft =>
            ("ฉบับร่างนี้กรอกครบแล้ว แต่ยังไม่เผยแพร่", "ลบบรรทัด draft = true เพื่อเผยแพร่"),
            ("this draft lacks nothing, and is not published", "delete the line draft = true to publish it");
        Advice "draft-waiting":
        Self::Begun { is_complete: true } =>
            ("ฉบับร่างนี้มีเนื้อหาแล้ว แต่ยังไม่เผยแพร่ ข้อนี้ครบด้วยเอกสารฉบับอื่น",
             "เขียนเสร็จแล้วลบบรรทัด draft = true ถ้ายังไม่พร้อม ไม่ต้องแก้"),
            ("this draft has content that is not published; its item is complete by other documents",
             "when it is finished, delete the line draft = true; until then there is nothing to do"),
        Self::Begun { is_complete: false } =>
            ("ฉบับร่างนี้มีเนื้อหาแล้ว แต่ยังไม่เผยแพร่ และข้อนี้ยังไม่ครบ",
             "เขียนเสร็จแล้วลบบรรทัด draft = true และใส่เลของค์ประกอบที่แสดงแล้วใน components ถ้ายังไม่พร้อม ไม่ต้องแก้"),
            ("this draft has content that is not published, and its item is not complete",
             "when it is finished, delete the line draft = true and list the components that it shows; until then there is nothing to do");
    }
}

/// A name as a command takes it: in quotation marks, and never like an option.
pub(super) fn typed_name(name: &str) -> String {
    let here = if name.starts_with('-') { "./" } else { "" };
    format!("\"{here}{name}\"")
}

fn shown(names: &[String], count: usize) -> String {
    let more = if count > names.len() { " …" } else { "" };
    names.join(", ") + more
}
