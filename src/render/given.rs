//! What a template is given: values by name.
//!
//! In: views. Out: the template engine's own context. Values go in one by one, because a name that is
//! known when the program is compiled need not be copied for each of ten thousand pages.

use serde::Serialize;
use tera::{Context, Value};

/// The values of one template.
#[derive(Default)]
pub(super) struct Given(Context);

impl Given {
    /// One value under the name by which a template knows it.
    pub(super) fn of(name: &'static str, view: &impl Serialize) -> Self {
        Self::default().and(name, view)
    }

    /// One more.
    pub(super) fn and(mut self, name: &'static str, view: &impl Serialize) -> Self {
        self.0.insert_value(name, value(view));
        self
    }

    /// For the template engine.
    pub(super) fn context(&self) -> &Context {
        &self.0
    }
}

/// A view as templates get it: every one can be.
pub(super) fn value(view: &impl Serialize) -> Value {
    Value::try_from_serializable(view).unwrap_or_else(|_| Value::from(""))
}
