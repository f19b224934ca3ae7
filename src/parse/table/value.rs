//! The values and keys of a TOML table, as the parser gives them.

use toml::Spanned;
use toml::de::DeValue;

pub(super) type TomlValue<'a> = Spanned<DeValue<'a>>;

pub(super) fn is_empty_list(value: &TomlValue<'_>) -> bool {
    matches!(value.get_ref(), DeValue::Array(items) if items.is_empty())
}

pub(super) fn whole_number(value: &TomlValue<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
}

/// Whether a key may stand without quotation marks.
pub(super) fn is_plain_key(key: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    !key.is_empty() && key.bytes().all(plain)
}
