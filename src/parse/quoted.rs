//! A text as TOML writes it, for the documents and settings that the program writes itself.

/// A text in quotation marks.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other if other.is_control() => out.extend(format!("\\u{:04X}", other as u32).chars()),
            other => out.push(other),
        }
    }
    out + "\""
}
