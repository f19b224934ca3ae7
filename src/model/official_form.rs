//! A table that the assessment wants in columns of its own, as a framework file writes it down.
//!
//! Data only: whose rows fill it in is for those who have a site.

use super::config::Agency;
use super::dataset_kind::{Column, DatasetKind};
use super::provenance::Provenance;

/// A table in official columns.
#[derive(Debug, Clone, PartialEq)]
pub struct OfficialForm {
    /// How items name it; also the name of its files.
    pub name: String,
    /// What it is, for people.
    pub title: String,
    /// The dataset that its rows are taken from.
    pub dataset: DatasetKind,
    /// Where it is known from.
    pub provenance: Provenance,
    /// From left to right.
    pub columns: Vec<FormColumn>,
}

/// A column of an official form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormColumn {
    /// Its heading, word for word.
    pub title: String,
    /// What stands in its cells.
    pub value: FormValue,
}

/// What stands in a cell of an official form.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FormValue {
    /// The number of the row, from 1.
    Row,
    /// The fiscal year that the row is of.
    Year,
    /// What the settings say of the agency, by its key.
    Agency(&'static str),
    /// A column of the dataset.
    Column(&'static Column),
}

impl FormValue {
    /// What is no column of a dataset, as a framework file writes it, and what it is.
    pub const STATED: [(&'static str, &'static str); 7] = [
        ("row", "ลำดับที่"),
        ("year", "ปีงบประมาณของแถว"),
        ("agency.name", "ชื่อหน่วยงาน"),
        ("agency.district", "อำเภอ"),
        ("agency.province", "จังหวัด"),
        ("agency.ministry", "กระทรวง"),
        ("agency.kind", "ประเภทหน่วยงาน"),
    ];

    /// What a framework file may write for a column, each with what it stands for.
    pub fn known(dataset: DatasetKind) -> Vec<(&'static str, Self)> {
        let stated = Self::STATED.map(|(name, _)| match name.strip_prefix("agency.") {
            Some(key) => (name, Self::Agency(key)),
            None if name == "year" => (name, Self::Year),
            None => (name, Self::Row),
        });
        let columns = dataset.columns().iter();
        let columns = columns.map(|column| (column.name, Self::Column(column)));
        stated.into_iter().chain(columns).collect()
    }
}

impl Agency {
    /// What it says for a key that forms ask for.
    pub fn stated(&self, key: &str) -> &str {
        match key {
            "name" => &self.name,
            "district" => &self.district,
            "province" => &self.province,
            "ministry" => &self.ministry,
            "kind" => &self.kind,
            _ => "",
        }
    }
}
