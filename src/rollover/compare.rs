//! Two years' trees side by side: what an item came from, and what changed in its wording.
//!
//! In: two frameworks. Out: for each item of the new one its origin. Items are the same where their
//! `key` is, whatever their number; `formerly` names keys that were merged.

use crate::model::{FiscalYear, Framework, ItemDefinition, ItemNumber};
use crate::thai::numeral::to_arabic;

/// Years so far from the tree's own are taken for ones that move with it; laws are older.
const NEAR: i16 = 2;

/// Where an item of the new tree comes from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Origin {
    /// The item of the same key.
    pub same: Option<ItemDefinition>,
    /// Items that were merged into it.
    pub merged: Vec<ItemDefinition>,
    /// The item it was once merged into, where it stands by itself again.
    pub part_of: Option<ItemDefinition>,
}

impl Origin {
    /// Every item whose documents may go on in it, the one of the same key first.
    pub fn all(&self) -> impl Iterator<Item = &ItemDefinition> {
        self.same.iter().chain(&self.merged)
    }
}

/// Two trees.
#[derive(Clone, Copy)]
pub struct Trees<'a> {
    /// The tree of the old year.
    pub old: &'a Framework,
    /// The tree of the new year.
    pub new: &'a Framework,
}

impl Trees<'_> {
    /// What an item of the new tree comes from.
    pub fn origin(&self, item: &ItemDefinition) -> Origin {
        let old = || self.old.items().map(|(_, _, old)| old);
        let same = old().find(|old| old.key == item.key).cloned();
        let merged: Vec<ItemDefinition> = old()
            .filter(|old| old.key != item.key && item.formerly.contains(&old.key))
            .cloned()
            .collect();
        let alone = same.is_none() && merged.is_empty();
        let mut wider = old().filter(|old| alone && old.formerly.contains(&item.key));
        Origin {
            part_of: wider.next().cloned(),
            same,
            merged,
        }
    }

    /// The items of the old tree that no item of the new one takes up.
    pub fn dropped(&self) -> Vec<ItemDefinition> {
        let taken = |old: &ItemDefinition| {
            let mut new = self.new.items();
            new.any(|(_, _, new)| {
                new.key == old.key
                    || new.formerly.contains(&old.key)
                    || old.formerly.contains(&new.key)
            })
        };
        let old = self.old.items().map(|(_, _, old)| old);
        old.filter(|old| !taken(old)).cloned().collect()
    }

    /// The item of the new tree that takes up an item of the old one, by its number.
    pub fn heir(&self, old: ItemNumber) -> Option<&ItemDefinition> {
        let key = &self.old.item(old)?.key;
        heir(self.new, key)
    }

    /// The number in `new` of each component of `old`, where its text stayed.
    pub fn components(&self, old: &ItemDefinition, new: &ItemDefinition) -> Vec<Option<usize>> {
        let mut free: Vec<bool> = vec![true; new.components.len()];
        let found = old.components.iter().map(|component| {
            let mut numbered = new.components.iter().enumerate();
            let (at, _) = numbered
                .find(|(at, other)| free[*at] && self.same(&component.text, &other.text))?;
            free[at] = false;
            Some(at + 1)
        });
        found.collect()
    }

    /// Whether two texts say the same, each for its own year.
    pub fn same(&self, old: &str, new: &str) -> bool {
        old == new || relative(old, self.old.fiscal_year) == relative(new, self.new.fiscal_year)
    }
}

/// The item of a tree that has a key, or took it up.
pub fn heir<'a>(tree: &'a Framework, key: &str) -> Option<&'a ItemDefinition> {
    let items = || tree.items().map(|(_, _, item)| item);
    let same = items().find(|item| item.key == key);
    same.or_else(|| items().find(|item| item.formerly.iter().any(|old| old == key)))
}

/// A text with the years around its own year as a distance from it.
fn relative(text: &str, year: FiscalYear) -> String {
    let mut text = to_arabic(text).into_owned();
    for distance in -NEAR..=NEAR {
        let number = (year.number() + distance).to_string();
        text = text.replace(&number, &format!("{{{distance}}}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::Trees;
    use crate::files::SitePath;
    use crate::model::{FiscalYear, Framework};
    use crate::parse::framework::framework;

    fn tree(year: i64, items: &str) -> Framework {
        let text = format!(
            "[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\ntitle = \"ข\"\n{items}"
        );
        let path = SitePath::from("framework.toml");
        let (tree, found) = framework(&path, &text, FiscalYear::new(year).unwrap());
        assert!(found.is_empty(), "{found:?}");
        tree
    }

    fn item(number: u8, key: &str, more: &str) -> String {
        format!(
            "[[indicator.sub.item]]\nnumber = {number}\nkey = \"{key}\"\ntitle = \"{key}\"\n{more}\n"
        )
    }

    #[test]
    fn items_are_followed_by_key_through_numbers_merging_and_parting() {
        let old = [
            item(1, "a", ""),
            item(2, "b", ""),
            item(3, "c", "formerly = [\"x\"]"),
            item(4, "gone", ""),
        ];
        let new = [
            item(1, "b", "formerly = [\"a\"]"),
            item(2, "x", ""),
            item(3, "c", ""),
            item(4, "new", ""),
        ];
        let (old, new) = (tree(2566, &old.concat()), tree(2567, &new.concat()));
        let trees = Trees {
            old: &old,
            new: &new,
        };
        let origins: Vec<String> = (new.items())
            .map(|(_, _, item)| {
                let origin = trees.origin(item);
                let from: Vec<&str> = origin.all().map(|old| &*old.key).collect();
                let part_of = origin.part_of.as_ref().map_or("", |wider| &wider.key);
                format!("{} < {} / {part_of}", item.key, from.join(" "))
            })
            .collect();
        assert_eq!(origins, ["b < b a / ", "x <  / c", "c < c / ", "new <  / "]);
        let dropped = trees.dropped();
        assert_eq!(dropped.len(), 1);
        assert_eq!(dropped[0].key, "gone");
    }

    #[test]
    fn components_are_followed_by_their_text_and_years_move_with_the_year() {
        let old = item(
            1,
            "a",
            "components = [{ text = \"แผนปี พ.ศ. ๒๕๖๖ ตามกฎหมาย พ.ศ. ๒๕๔๐\" }, { text = \"ผล\" }, { text = \"อื่น\" }]",
        );
        let new = item(
            1,
            "a",
            "components = [{ text = \"ผล\" }, { text = \"แผนปี พ.ศ. ๒๕๖๗ ตามกฎหมาย พ.ศ. ๒๕๔๐\" }]",
        );
        let (old, new) = (tree(2566, &old), tree(2567, &new));
        let trees = Trees {
            old: &old,
            new: &new,
        };
        let (_, _, before) = old.items().next().unwrap();
        let (_, _, after) = new.items().next().unwrap();
        assert_eq!(trees.components(before, after), [Some(2), Some(1), None]);
    }
}
