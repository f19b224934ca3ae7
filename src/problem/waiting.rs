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
}

faults! {
    WaitingFault {
        Advice "file-waiting": Self::Files { item, count, names } =>
            (format!("มี {count} ไฟล์รออยู่กับฉบับร่าง ยังไม่เผยแพร่: {}", shown(names, *count)),
             format!("กรอกฉบับร่างนี้ให้เสร็จแล้วลบบรรทัด draft = true หรือเผยแพร่ไฟล์ทันทีด้วย oit add {item} \"{}\"",
                     names.first().map_or("", |name| name))),
            (format!("{count} file(s) wait beside a draft and are not published: {}", shown(names, *count)),
             format!("finish this draft and delete the line draft = true, or publish the file at once: oit add {item} \"{}\"",
                     names.first().map_or("", |name| name)));
        Advice "draft-complete": Self::Draft =>
            ("ฉบับร่างนี้กรอกครบแล้ว แต่ยังไม่เผยแพร่", "ลบบรรทัด draft = true เพื่อเผยแพร่"),
            ("this draft lacks nothing, and is not published", "delete the line draft = true to publish it");
    }
}

fn shown(names: &[String], count: usize) -> String {
    let more = if count > names.len() { " …" } else { "" };
    names.join(", ") + more
}
