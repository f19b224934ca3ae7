//! What a template is given: values by name.
//!
//! In: views. Out: the template engine's own context. Values go in one by one, because a name that is
//! known when the program is compiled need not be copied for each of ten thousand pages.

use serde::Serialize;
use tera::{Context, Error, Value};

/// The values of one template.
#[derive(Default)]
pub(super) struct Given {
    context: Context,
    /// Why the first of those could not be put in that could not.
    error: Option<Error>,
}

impl Given {
    /// One value under the name by which a template knows it.
    pub(super) fn of(name: &'static str, view: &impl Serialize) -> Self {
        Self::default().and(name, view)
    }

    /// The same with a value that many templates are given: it is shared, not made again.
    pub(super) fn and_shared(mut self, name: &'static str, value: &Value) -> Self {
        self.context.insert_value(name, value.clone());
        self
    }

    /// The same with one more value.
    pub(super) fn and(mut self, name: &'static str, view: &impl Serialize) -> Self {
        match Value::try_from_serializable(view) {
            Ok(value) => self.context.insert_value(name, value),
            Err(error) => {
                self.error.get_or_insert(error);
            }
        }
        self
    }

    /// The values for the template engine, if every one could be put in.
    pub(super) fn context(&self) -> Result<&Context, &Error> {
        self.error.as_ref().map_or(Ok(&self.context), Err)
    }
}
