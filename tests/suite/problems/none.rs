//! Evidence, tables and values that are none, as a clerk leaves them.

use super::Case;

const LAWS: (&str, &str) = (
    "content/2566/o6/index.md",
    "+++\ncomponents = [1]\n+++\nกฎหมายที่เกี่ยวข้อง\n",
);
const PAGE: (&str, &str) = (
    "content/pages/about.md",
    "+++\ntitle = \"เกี่ยวกับเรา\"\n+++\nเทศบาล\n",
);
const TABLE: (&str, &str) = (
    "content/2566/o6/index.md",
    "+++\ncomponents = [1]\n[[table]]\nfile = \"a.csv\"\ncaption = \"รายชื่อ\"\n+++\nเนื้อหา\n",
);
const WORKBOOK: (&str, &str) = (
    "content/2566/o6/index.md",
    "+++\ncomponents = [1]\n[[table]]\nfile = \"a.xlsx\"\ncaption = \"รายชื่อ\"\n+++\nเนื้อหา\n",
);

#[rustfmt::skip]
pub(super) const CASES: &[Case] = &[
    // Shortcuts of the desktop, and what Google Drive leaves in a folder.
    Case { code: "shortcut", at: "content/2566/o6/แผน - ทางลัด.lnk:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/แผน - ทางลัด.lnk", "L\0\0\0"),
    ] },
    Case { code: "shortcut", at: "content/pages/แผน.gdoc:1:1", more: &[], files: &[
        PAGE, ("content/pages/แผน.gdoc", "{\"doc_id\":\"1\",\"email\":\"a@example.com\"}"),
    ] },
    // Named as evidence: that it is none is said once.
    Case { code: "shortcut", at: "content/2566/o6/แผน.url:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"แผน.url\" }]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/แผน.url", "[InternetShortcut]\nURL=https://example.com/\n"),
    ] },
    // What Word, a browser and OneDrive leave behind.
    Case { code: "leftover", at: "content/2566/o6/~WRL3245.tmp:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/~WRL3245.tmp", "Word"),
    ] },
    Case { code: "leftover", at: "content/2566/o6/ย่อย/แผน.pdf.crdownload:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/ย่อย/แผน.pdf.crdownload", "%PDF of:plan"),
    ] },
    Case { code: "leftover", at: "content/2566/o6/index.md.bak:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/index.md.bak", "ฉบับเก่า\n"),
    ] },
    Case { code: "leftover", at: "content/2566/o6/index-LAPTOP-AB12.md:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/index-LAPTOP-AB12.md", "+++\ncomponents = [1]\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "leftover", at: "content/pages/about - Copy.md:1:1", more: &[], files: &[
        PAGE, ("content/pages/about - Copy.md", "+++\ntitle = \"สำเนา\"\n+++\nเทศบาล\n"),
    ] },
    // A program that was downloaded with the document, a script for the office.
    Case { code: "program-file", at: "content/2566/o6/setup.exe:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/setup.exe", "MZ"),
    ] },
    Case { code: "program-file", at: "content/2566/o6/พิมพ์.BAT:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/พิมพ์.BAT", "echo off\n"),
    ] },
    Case { code: "git-pointer", at: "content/2566/o6/แผน.pdf:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/แผน.pdf", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1234\n"),
    ] },
    Case { code: "git-pointer", at: "content/pages/ผัง.jpg:1:1", more: &[], files: &[
        PAGE, ("content/pages/ผัง.jpg", "version https://git-lfs.github.com/spec/v1\noid sha256:01\nsize 1234\n"),
    ] },
    // Straight from the camera.
    Case { code: "large-picture", at: "content/2566/o6/IMG_0001.jpg:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/IMG_0001.jpg", "photograph of megabytes:6"),
    ] },
    Case { code: "large-picture", at: "content/pages/งาน.jpg:1:1", more: &[], files: &[
        PAGE, ("content/pages/งาน.jpg", "photograph of megabytes:18"),
    ] },
    // A draft beside what was chosen.
    Case { code: "files-beside", at: "content/2566/o6/index.md:3:19", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\nfiles = [{ path = \"แผน.pdf\" }]\n+++\nกฎหมาย\n"),
        ("content/2566/o6/แผน.pdf", "%PDF"), ("content/2566/o6/ร่าง.pdf", "%PDF"),
    ] },
    Case { code: "files-beside", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n[[files]]\npath = \"แผน.pdf\"\n+++\n[ขั้นตอน](b.pdf)\n"),
        ("content/2566/o6/แผน.pdf", "%PDF"), ("content/2566/o6/b.pdf", "%PDF"), ("content/2566/o6/ย่อย/c.pdf", "%PDF"),
    ] },
    // A year typed wrong; a day that is yet to come.
    Case { code: "future-date", at: "content/2566/o6/index.md:3:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\ndate = \"2656-01-31\"\n+++\nกฎหมาย\n"),
    ] },
    // Finished, and dated next week.
    Case { code: "future-date", at: "content/2566/o6/index.md:3:8", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\ndate = \"2566-10-07\"\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "future-date", at: "content/pages/about.md:3:11", more: &[], files: &[
        ("content/pages/about.md", "+++\ntitle = \"เกี่ยวกับเรา\"\nupdated = \"2656-01-31\"\n+++\nเทศบาล\n"),
    ] },
    // Dashes where something is asked for.
    Case { code: "total-row", at: "content/2566/o6/index.md:6:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[data.projects]]\n\
         name = \"ซ่อมถนน\"\n\
         budget = 100\n\
         [[data.projects]]\n\
         name = \"รวมทั้งสิ้น\"\n\
         budget = 100\n\
         +++\n\
         โครงการ\n"),
    ] },
    Case { code: "total-row", at: "content/2566/o6/index.md:7:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\n\
         components = [1]\n\
         [[data.procurement]]\n\
         work = \"จ้างเหมารวมรถ\"\n\
         price = 100\n\
         month = \"2566-01\"\n\
         [[data.procurement]]\n\
         work = \"รวม ๑ รายการ\"\n\
         price = 100\n\
         +++\n\
         จัดซื้อ\n"),
    ] },
    Case { code: "no-value", at: "content/2566/o12/index.md:5:8", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\nperiod = \"2566-H1\"\ncomponents = [1, 2, 3]\n[[data.projects]]\nname = \"-\"\nbudget = 1\n+++\nรายงาน\n"),
    ] },
    Case { code: "no-value", at: "content/2566/o6/index.md:5:9", more: &[("no-value", "content/2566/o6/index.md:6:9"), ("no-value", "content/2566/o6/index.md:7:7")], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n[[data.contact]]\naddress = \"1 หมู่ 1\"\nphone = \"08x\"\nemail = \"xx.gmail.com\"\nfax = \"-\"\n+++\nกฎหมาย\n"),
    ] },
    Case { code: "below-zero", at: "content/2566/o12/index.md:6:10", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\nperiod = \"2566-H1\"\ncomponents = [1, 2, 3]\n[[data.projects]]\nname = \"ถนน\"\nbudget = \"-1200\"\n+++\nรายงาน\n"),
    ] },
    Case { code: "below-zero", at: "content/2566/o6/index.md:5:11", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n[[data.statistics]]\nperiod = \"2566-01\"\n\"count\" = -3\n+++\nกฎหมาย\n"),
    ] },
    // Amounts grouped by other than three digits: nobody knows which digit is one too many.
    Case { code: "wrong-type", at: "content/2566/o12/index.md:6:10", more: &[], files: &[
        ("content/2566/o12/index.md", "+++\nperiod = \"2566-H1\"\ncomponents = [1, 2, 3]\n[[data.projects]]\nname = \"ถนน\"\nbudget = \"1,20,000\"\n+++\nรายงาน\n"),
    ] },
    // A body that only promises one.
    Case { code: "stub", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\nอยู่ระหว่างดำเนินการ\n"),
    ] },
    Case { code: "stub", at: "content/2566/o6/index.md:1:1", more: &[], files: &[
        ("content/2566/o6/index.md", "+++\ncomponents = [1]\n+++\n## กฎหมาย\n\nรอข้อมูลจากกองคลัง\n"),
    ] },
    // Formulas that point to a sheet that is gone, or that nobody worked out.
    Case { code: "table-error", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        WORKBOOK, ("content/2566/o6/a.xlsx", "cells:<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\" t=\"e\"><f>Sheet9!A1</f><v>#REF!</v></c></row>"),
    ] },
    Case { code: "table-error", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        WORKBOOK, ("content/2566/o6/a.xlsx", "cells:<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
         <row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"),
    ] },
    // The same copied as text, and a column that was too narrow.
    Case { code: "table-error", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        TABLE, ("content/2566/o6/a.csv", "รายการ,บาท\nถนน,#REF!\nท่อ,########\nรวม,=SUM(B2:B3)\n"),
    ] },
    // Thai that another program took for Latin or Thai letters of its own.
    Case { code: "table-damaged", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        TABLE, ("content/2566/o6/a.csv", "รายการ,บาท\nเธ–เธ™เธ™,100\n"),
    ] },
    Case { code: "table-uncalculated", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        WORKBOOK, ("content/2566/o6/a.xlsx", "cells:<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><f>SUM(B1)</f><v></v></c></row>"),
    ] },
    Case { code: "table-uncalculated", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        WORKBOOK, ("content/2566/o6/a.xlsx", "cells:<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c></row>\
         <row r=\"2\"><c r=\"A2\"><v>3</v></c><c r=\"B2\"><f>SUM(B1)</f></c></row>"),
    ] },
    // A file that was cut or glued; commas within numbers.
    Case { code: "table-damaged", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        TABLE, ("content/2566/o6/a.csv", "one bad byte:ลำดับ,รายการ\n1,ถนนสายหลัก\n2,?\n"),
    ] },
    Case { code: "table-damaged", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        TABLE, ("content/2566/o6/a.csv", "รายการ,บาท\nถนน,1,234.50\nท่อ,900\n"),
    ] },
    Case { code: "table-unreadable", at: "content/2566/o6/index.md:4:8", more: &[], files: &[
        TABLE, ("content/2566/o6/a.csv", "ลำดับ,ร้าน,บาท\n1,\"สุขใจ,100\n2,ร้าน ข,200\n"),
    ] },
    // A list within an archive.
    Case { code: "citizen-number", at: "content/2566/o6/รวม.zip:1:1", more: &[], files: &[
        LAWS, ("content/2566/o6/รวม.zip", "zip of:เลข 1234567890121"),
    ] },
];
