//! Statements that there is none, and lists in the wrong place, as a clerk gets them wrong.

use super::Case;

/// A list of one item; a case puts what is wrong behind it.
macro_rules! list {
    ($more:literal) => {
        concat!(
            "fiscal_year = 2567\n[[indicator]]\ncode = \"9\"\ntitle = \"ก\"\n[[indicator.sub]]\ncode = \"9.1\"\n",
            "title = \"ข\"\n[[indicator.sub.item]]\nnumber = 1\nkey = \"structure\"\ntitle = \"ค\"\n",
            $more
        )
    };
}

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    // Nobody leads, and no plan: not what the form takes for an answer.
    Case { code: "none-not-asked", at: "content/2566/o2/index.md:4:8", more: &[("component-not-shown", "content/2566/o2/index.md:1:1"), ("component-not-shown", "content/2566/o2/index.md:1:1")], files: &[
        ("content/2566/o2/index.md", "+++\n\
         date = \"2566-01-31\"\n\
         \n\
         none = \"ไม่มีผู้บริหาร\"\n\
         +++\n\
         ตำแหน่งว่างทั้งหมด\n"),
    ] },
    Case { code: "none-not-asked", at: "content/2566/o12/index.md:10:8", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 3]\n\
         [[data.projects]]\n\
         name = \"ถนน\"\n\
         progress = 10\n\
         spent = 5\n\
         \n\
         [[data.projects]]\n\
         none = \"ไตรมาสที่ 2 ไม่มีโครงการ\"\n\
         +++\n\
         รายงาน\n"),
    ] },
    // A month that is said to have none, and has a purchase.
    Case { code: "none-beside-data", at: "content/2566/o21/index.md:7:8", more: &[("months-missing", "content/2566/o21/index.md:1:1")], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         [[data.procurement]]\n\
         month = \"2566-02\"\n\
         work = \"ซื้อวัสดุ\"\n\
         none = \"ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\"\n\
         +++\n\
         สรุป\n"),
    ] },
    // A month without any, beside something of that month.
    Case { code: "none-beside-data", at: "content/2566/o21/index.md:10:8", more: &[("months-missing", "content/2566/o21/index.md:1:1")], files: &[
        ("content/2566/o21/index.md", "+++\n\
         period = \"2566-H1\"\n\
         components = [1, 2, 3]\n\
         [[data.procurement]]\n\
         month = \"2566-02\"\n\
         work = \"ซื้อวัสดุ\"\n\
         \n\
         [[data.procurement]]\n\
         month = \"2566-02\"\n\
         none = \"ไม่มีการจัดซื้อจัดจ้างในเดือนนี้\"\n\
         +++\n\
         สรุป\n"),
    ] },
    // The whole document says so, and one month counts something.
    Case { code: "none-beside-data", at: "content/2566/o29/index.md:3:8", more: &[], files: &[
        ("content/2566/o29/index.md", "+++\n\
         period = \"2566-H1\"\n\
         none = \"ไม่มีเรื่องร้องเรียน\"\n\
         [[data.statistics]]\n\
         period = \"2566-Q1\"\n\
         total = 0\n\
         closed = 0\n\
         open = 0\n\
         [[data.statistics]]\n\
         period = \"2566-Q2\"\n\
         total = 1\n\
         closed = 1\n\
         open = 0\n\
         +++\n"),
    ] },
    Case { code: "table-sheets", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n[[table]]\nfile = \"a.xlsx\"\ncaption = \"แผน\"\n+++\nแผน\n"),
        ("content/2566/o6/a.xlsx", "xlsx:ต.ค.,พ.ย."),
    ] },
    Case { code: "table-sheets", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n[[table]]\nfile = \"a.xlsx\"\ncaption = \"แผน\"\n\
         [[table]]\nfile = \"a.xlsx\"\nsheet = \"พ.ย.\"\ncaption = \"แผน\"\n+++\nแผน\n"),
        ("content/2566/o6/a.xlsx", "xlsx:ต.ค.,พ.ย.,ธ.ค."),
    ] },
    Case { code: "misplaced-framework", at: "framework.toml:1:1", more: &[], files: &[
        ("framework.toml", list!("")),
    ] },
    Case { code: "misplaced-framework", at: "content/2566/framework-2566.toml:1:1", more: &[], files: &[
        ("content/2566/framework-2566.toml", list!("")),
    ] },
    Case { code: "misplaced-framework", at: "content/framework.toml:1:1", more: &[], files: &[
        ("content/framework.toml", list!("")),
    ] },
    Case { code: "misplaced-framework", at: "content/2566/o06/framework.toml:1:1", more: &[], files: &[
        ("content/2566/o06/framework.toml", list!("")),
    ] },
    Case { code: "framework-superseded", at: "content/2566/framework.toml:1:1", more: &[], files: &[
        ("content/2566/framework.toml", "# ชั่วคราว: oit rollover คัดลอกรายการข้อของปี 2565\n\
         fiscal_year = 2566\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n"),
    ] },
    Case { code: "framework-superseded", at: "content/2569/framework.toml:1:1", more: &[], files: &[
        ("content/2569/framework.toml", "# ชั่วคราว: oit rollover คัดลอกรายการข้อของปี 2566\r\n\
         source = \"ชั่วคราว\"\r\n\
         [[indicator]]\r\n\
         code = \"9\"\r\n\
         title = \"ก\"\r\n"),
    ] },
    Case { code: "framework-provisional", at: "content/2571/framework.toml:1:1", more: &[], files: &[
        ("content/2571/framework.toml", "# ชั่วคราว: oit rollover คัดลอกรายการข้อของปี 2569\n\
         source = \"ชั่วคราว\"\n\
         [[indicator]]\n\
         code = \"9\"\n\
         title = \"ก\"\n"),
    ] },
    Case { code: "framework-provisional", at: "content/2570/framework.toml:1:1", more: &[], files: &[
        ("content/2570/framework.toml", "# ชั่วคราว: oit rollover คัดลอกรายการข้อของปี 2566\r\n\
         [[indicator]]\r\n\
         code = \"9\"\r\n\
         title = \"ก\"\r\n"),
    ] },
    // Two subjects stand at each other's number.
    Case { code: "list-renumbered", at: "content/2566:1:1", more: &[], files: &[
        ("content/2565/o6/index.md", "+++\ndate = \"2565-01-31\"\n+++\nก\n"),
        ("content/2566/o6/index.md", "+++\n# oit rollover [news]\ncomponents = [9]\n+++\nก\n"),
        ("content/2566/o7/index.md", "+++\n# oit rollover [laws]\ncomponents = [9]\n+++\nข\n"),
    ] },
    // A subject that the list has no more, and one that it has elsewhere.
    Case { code: "list-renumbered", at: "content/2566:1:1", more: &[], files: &[
        ("content/2565/o6/index.md", "+++\ndate = \"2565-01-31\"\n+++\nก\n"),
        ("content/2566/o12/index.md", "+++\n# oit rollover [no-such-subject]\ncomponents = [9]\n+++\nก\n"),
        ("content/2566/o7/index.md", "+++\n# oit rollover [laws]\ncomponents = [9]\n+++\nข\n"),
        ("content/2566/o99/index.md", "+++\n# oit rollover [news]\n+++\nค\n"),
    ] },
    Case { code: "form-may-ask", at: "content/2566/o13/index.md:4:1", more: &[], files: &[
        ("content/2566/o13/index.md", "+++\n\
         period = \"2565\"\n\
         components = [1, 4]\n\
         [[data.projects]]\n\
         name = \"ถนน\"\n\
         result = \"แล้วเสร็จ\"\n\
         obstacle = \"ไม่พบ\"\n\
         suggestion = \"ทำต่อ\"\n\
         +++\n\
         รายงาน\n"),
    ] },
    // One of two rows has it.
    Case { code: "form-may-ask", at: "content/2566/o13/index.toml:3:1", more: &[], files: &[
        ("content/2566/o13/index.toml", "period = \"2565\"\n\
         components = [1, 2, 3, 4]\n\
         [[data.projects]]\n\
         name = \"ถนน\"\n\
         result = \"แล้วเสร็จ\"\n\
         spent = 10\n\
         obstacle = \"ไม่พบ\"\n\
         suggestion = \"ทำต่อ\"\n\
         [[data.projects]]\n\
         name = \"คลอง\"\n\
         result = \"แล้วเสร็จ\"\n\
         obstacle = \"ไม่พบ\"\n\
         suggestion = \"ทำต่อ\"\n"),
    ] },
];
