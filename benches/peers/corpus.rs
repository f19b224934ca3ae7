//! The same disclosure site for every generator, made from its size alone.
//!
//! In: how many documents. Out: for `oit`, Hugo or Zola a folder with years × 43 items × documents, each
//! of about 4.5 kB of Thai Markdown with a table of 15 rows, of the same title, day and text for all.

use std::fmt::Write as _;
use std::fs;
use std::io::Result;
use std::path::Path;

use oit::model::{FiscalYear, Framework};
use oit::parse::framework::{built_in, framework};

/// The last fiscal year of every corpus; it began in October 2567.
pub const LAST_YEAR: u16 = 2568;
/// A body grows paragraph by paragraph until it has so many bytes.
const LENGTH: usize = 4_150;
/// The site's name and address.
const NAME: &str = "เทศบาลตำบลตัวอย่าง";
const ADDRESS: &str = "https://www.example.go.th/";

/// What a body is made of.
const SENTENCES: [&str; 12] = [
    "กองช่างสำรวจเส้นทางสัญจรในชุมชนแล้วจัดลำดับงานซ่อมตามความเดือดร้อนของผู้ใช้ถนน",
    "ประชุมคณะกรรมการทุกเดือนเพื่อดูว่างานใดช้ากว่ากำหนด และใครต้องเร่งมือเรื่องใดบ้าง",
    "ชาวบ้านเสนอความเห็นได้ที่งานธุรการในวันและเวลาราชการ หรือหย่อนลงกล่องหน้าสำนักงาน",
    "รายการข้างล่างเรียงตามวันที่เบิกจ่าย และปัดเศษสตางค์ทิ้งเพื่อให้อ่านง่าย",
    "สำนักปลัดรวบรวมตัวเลขจากทุกกองแล้วตรวจทานอีกครั้งก่อนนำเสนอผู้บริหาร",
    "งานที่ยังไม่แล้วเสร็จจะรายงานอีกครั้งในรอบถัดไปพร้อมเหตุผลและแผนเร่งรัด",
    "กองคลังแจ้งเตือนเมื่อการใช้จ่ายของโครงการใดเกินกว่าร้อยละเก้าสิบของวงเงิน",
    "ผู้รับจ้างส่งมอบงานครบถ้วนตามแบบ และกรรมการตรวจรับลงนามในวันเดียวกัน",
    "เด็กเล็กและผู้สูงอายุได้รับความสะดวกมากขึ้นจากทางลาดที่ทำใหม่หน้าอาคาร",
    "ข้อเสนอที่ได้รับถูกนำไปปรับแผนของปีต่อไป โดยเรียงตามจำนวนผู้ได้รับประโยชน์",
    "การอบรมจัดขึ้นสองวัน มีพนักงานและสมาชิกสภาเข้าร่วมเกือบทั้งหมด",
    "เครื่องสูบน้ำสองเครื่องได้รับการซ่อมก่อนฤดูฝน จึงพร้อมใช้เมื่อเกิดน้ำหลาก",
];
const WORKS: [&str; 10] = [
    "ซ่อมถนนสายหลังตลาด",
    "วางท่อระบายน้ำหน้าโรงเรียน",
    "ซื้อกระดาษและหมึกพิมพ์",
    "จ้างดูแลสวนสาธารณะ",
    "เปลี่ยนหลอดไฟส่องทาง",
    "ล้างถังเก็บน้ำประปา",
    "อบรมอาสาสมัครหมู่บ้าน",
    "ซื้อเครื่องพิมพ์สำหรับงานทะเบียน",
    "ทำป้ายบอกทางในชุมชน",
    "ตรวจสภาพรถบรรทุกน้ำ",
];
const STATES: [&str; 4] = ["เสร็จแล้ว", "กำลังทำ", "ยังไม่เริ่ม", "รอตรวจรับ"];
const KINDS: [&str; 5] = ["รายงาน", "ประกาศ", "บันทึก", "แผน", "สรุปผล"];

/// Whose site is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generator {
    /// The program itself.
    Oit,
    /// Hugo, with `templates/hugo`.
    Hugo,
    /// Zola, with `templates/zola`.
    Zola,
}

/// So many years, and in each so many documents of each item.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    years: u16,
    each: usize,
}

/// What is said of one document.
struct Document {
    name: String,
    title: String,
    day: String,
    body: String,
}

impl Size {
    /// The shape of a size; `None` for a number that is no multiple of 43.
    pub fn of(documents: usize) -> Option<Self> {
        let each = documents / 43;
        let years = match each {
            0..5 => 1,
            5..250 => 5,
            _ => 10,
        };
        let whole = documents == 43 * each && each > 0 && each.is_multiple_of(usize::from(years));
        whole.then_some(Self {
            years,
            each: each / usize::from(years),
        })
    }

    fn years(self) -> impl Iterator<Item = u16> {
        LAST_YEAR + 1 - self.years..=LAST_YEAR
    }
}

/// Writes a site into a folder that is empty or not there.
pub fn make(size: Size, generator: Generator, folder: &Path) -> Result<()> {
    let tree = tree();
    settings(generator, &tree, folder)?;
    for year in size.years() {
        let of_year = folder.join(format!("content/{year}"));
        year_files(generator, &tree, year, &of_year)?;
        for (_, _, item) in tree.items() {
            let number = usize::from(item.number.0);
            let inside = of_year.join(item.number.to_string());
            fs::create_dir_all(&inside)?;
            if generator != Generator::Oit {
                let title = format!("{} {}", item.number.label(), item.title);
                let kind = list_keys(generator, "item", &title, number);
                fs::write(inside.join("_index.md"), kind)?;
            }
            for at in 1..=size.each {
                let document = document(&tree, year, number, at);
                let extra = match generator {
                    Generator::Oit => "components = [1]\n",
                    Generator::Hugo | Generator::Zola => "",
                };
                let Document {
                    name,
                    title,
                    day,
                    body,
                } = document;
                let text = format!("+++\ntitle = \"{title}\"\ndate = {day}\n{extra}+++\n\n{body}");
                fs::write(inside.join(name), text)?;
            }
        }
    }
    Ok(())
}

/// The indicator tree that every generator shows.
fn tree() -> Framework {
    let year = FiscalYear::new(2566).expect("a year");
    let (path, text) = built_in(year).expect("a built-in tree");
    framework(&path, &text, year).0
}

/// What belongs to the whole site.
fn settings(generator: Generator, tree: &Framework, site: &Path) -> Result<()> {
    fs::create_dir_all(site.join("content"))?;
    let home = format!("+++\ntitle = \"{NAME}\"\n+++\n");
    let (name, text) = match generator {
        Generator::Oit => (
            "site.toml",
            format!(
                "title = \"{NAME}\"\nbase_url = \"{ADDRESS}\"\nfiscal_year = {LAST_YEAR}\n[agency]\nname = \"{NAME}\"\n"
            ),
        ),
        Generator::Hugo => (
            "hugo.toml",
            format!(
                "baseURL = \"{ADDRESS}\"\ntitle = \"{NAME}\"\ndisableHugoGeneratorInject = true\n\
                 disableKinds = [\"taxonomy\", \"term\", \"RSS\", \"404\"]\n"
            ),
        ),
        Generator::Zola => (
            "config.toml",
            format!(
                "base_url = \"{ADDRESS}\"\ntitle = \"{NAME}\"\ncompile_sass = false\n\
                 build_search_index = false\ngenerate_feeds = false\n"
            ),
        ),
    };
    fs::write(site.join(name), text)?;
    let (folder, data) = match generator {
        Generator::Oit => return Ok(()),
        Generator::Hugo => ("hugo", "data"),
        Generator::Zola => ("zola", "."),
    };
    fs::write(site.join("content/_index.md"), home)?;
    fs::create_dir_all(site.join(data))?;
    fs::write(site.join(data).join("tree.json"), json(tree))?;
    let benches = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers/templates");
    copy(&benches.join(folder), site)
}

/// The tree as Hugo and Zola read it.
fn json(tree: &Framework) -> String {
    let subs = tree.indicators.iter().flat_map(|indicator| &indicator.subs);
    let groups: Vec<_> = subs
        .map(|sub| {
            let items = sub.items.iter().map(|item| {
                serde_json::json!({
                    "id": item.number.to_string(),
                    "label": item.number.label(),
                    "title": item.title,
                })
            });
            serde_json::json!({
                "code": sub.code,
                "title": sub.title,
                "items": items.collect::<Vec<_>>(),
            })
        })
        .collect();
    serde_json::json!({ "groups": groups }).to_string()
}

/// What belongs to a year.
fn year_files(generator: Generator, tree: &Framework, year: u16, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    if generator != Generator::Oit {
        let title = format!("ปีงบประมาณ พ.ศ. {year}");
        let keys = list_keys(generator, "year", &title, usize::from(9999 - year));
        return fs::write(folder.join("_index.md"), keys);
    }
    let mut text = format!("fiscal_year = {year}\nsource = \"ชุดทดสอบความเร็ว\"\n");
    for indicator in &tree.indicators {
        let (code, title) = (&indicator.code, &indicator.title);
        let _ = write!(
            text,
            "\n[[indicator]]\ncode = \"{code}\"\ntitle = \"{title}\"\n"
        );
        for sub in &indicator.subs {
            let (code, title) = (&sub.code, &sub.title);
            let _ = write!(
                text,
                "\n[[indicator.sub]]\ncode = \"{code}\"\ntitle = \"{title}\"\n"
            );
            for item in &sub.items {
                let number = item.number.0;
                // Of their own making, so that no duty of the real items is owed.
                let _ = write!(
                    text,
                    "\n[[indicator.sub.item]]\nnumber = {number}\nkey = \"subject-{number}\"\ngroup = \"{}\"\n\
                     title = \"{}\"\nrule = \"any\"\ncomponents = [{{ text = \"แสดงเอกสารของข้อนี้\" }}]\n",
                    item.group, item.title
                );
            }
        }
    }
    fs::write(folder.join("framework.toml"), text)
}

/// The keys of a list page: which template, and its place among its like.
fn list_keys(generator: Generator, kind: &str, title: &str, weight: usize) -> String {
    let template = match generator {
        Generator::Zola => format!("template = \"{kind}.html\"\nsort_by = \"date\""),
        Generator::Oit | Generator::Hugo => format!("layout = \"{kind}\""),
    };
    format!("+++\ntitle = \"{title}\"\n{template}\nweight = {weight}\n+++\n")
}

/// The document of this number of an item: the same for every generator and every time.
fn document(tree: &Framework, year: u16, item: usize, at: usize) -> Document {
    let mut dice = Dice::of(&[usize::from(year), item, at]);
    let definitions: Vec<_> = tree.items().map(|(_, _, item)| item).collect();
    let definition = definitions[item - 1];
    // October of the year before to September.
    let month = dice.below(12);
    let common_year = usize::from(year) - 543 - usize::from(month < 3);
    let day = format!(
        "{common_year}-{:02}-{:02}",
        (month + 9) % 12 + 1,
        1 + dice.below(28)
    );
    let mut body = format!(
        "{} {}\n\n## ที่มา\n\n",
        dice.one_of(&SENTENCES),
        dice.one_of(&SENTENCES)
    );
    for _ in 0..3 {
        let _ = writeln!(body, "- {}", dice.one_of(&SENTENCES));
    }
    let link = |dice: &mut Dice| {
        let other = definitions[dice.below(definitions.len())];
        let (number, title) = (other.number, &other.title);
        format!("[{} {title}](/{year}/{number}/)", number.label())
    };
    let _ = write!(
        body,
        "\n## ผลงาน\n\nวงเงิน **{} บาท** อ่านประกอบกับ {}\n\n\
         | ที่ | งาน | บาท | สถานะ |\n|---:|---|---:|---|\n",
        thousands(&mut dice),
        link(&mut dice)
    );
    for row in 1..=15 {
        let (work, money) = (dice.one_of(&WORKS), thousands(&mut dice));
        let _ = writeln!(
            body,
            "| {row} | {work} | {money} | {} |",
            dice.one_of(&STATES)
        );
    }
    body.push_str("\n## อ่านต่อ\n\n");
    for row in 1..=3 {
        let _ = writeln!(body, "{row}. {}", link(&mut dice));
    }
    while body.len() < LENGTH {
        let _ = write!(body, "\n{}\n", dice.one_of(&SENTENCES));
    }
    Document {
        name: format!("doc-{at:03}.md"),
        title: format!(
            "{}ของข้อ {item} เรื่องที่ {at}: {}",
            dice.one_of(&KINDS),
            definition.title
        ),
        day,
        body,
    }
}

fn thousands(dice: &mut Dice) -> String {
    format!("{},000", 5 + dice.below(900))
}

/// Numbers that look random and are the same every time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn of(seeds: &[usize]) -> Self {
        let mut dice = Self(0);
        for seed in seeds {
            dice.0 ^= *seed as u64;
            dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap_or(0)
    }

    fn one_of<'a>(&mut self, choices: &[&'a str]) -> &'a str {
        choices[self.below(choices.len())]
    }
}

/// Copies a folder into another.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for found in fs::read_dir(from)? {
        let found = found?;
        let target = to.join(found.file_name());
        if found.file_type()?.is_dir() {
            copy(&found.path(), &target)?;
        } else {
            fs::copy(found.path(), target)?;
        }
    }
    Ok(())
}
