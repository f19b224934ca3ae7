// The frame of a page: the ways on stand on top, the tree is whole but folded, tables have room or become cards,
// and words are not torn at the ends of lines.
import { DESK, PHONE, openTab, withBrowser } from "./browser.mjs";
import { attempt, check, excerpt, finish } from "./report.mjs";
import { pages } from "./site.mjs";

const WIDE = { width: 1920, height: 1080 };
const items = pages.filter((page) => page.kind.startsWith("item "));
const documents = pages.filter((page) => page.kind === "document");
const newest = items.at(-1).address.slice(0, 6);

/** Where the ways on stand, what the tree shows, and how long the page is. */
function frame() {
  const tree = document.querySelector("nav.tree");
  const links = [...tree.querySelectorAll("a[data-oit-item]")];
  const seen = (element) => element.checkVisibility({ contentVisibilityAuto: true });
  const here = tree.querySelector("[aria-current]");
  const { top: from, bottom: to } = here.getBoundingClientRect();
  return {
    ways: document.querySelector("main :is(a[rel=next], a[rel=prev])").getBoundingClientRect().top,
    all: links.length,
    seen: links.filter(seen).length,
    hereSeen: seen(here),
    hereInSight: seen(here) && from >= 0 && to <= innerHeight,
    controls: [...tree.querySelectorAll("summary")].filter(seen).length,
    height: document.documentElement.scrollHeight,
    rest: document.querySelector("main").getBoundingClientRect().height + innerHeight,
  };
}

async function frames(browser, server) {
  const { tab, show, close } = await openTab(browser, server, DESK);
  for (const { address } of [...items, ...documents].filter(({ address }) => address.startsWith(newest))) {
    const where = await show(address);
    const { ways, all, seen, hereInSight, height, rest } = await tab.evaluate(frame);
    check(ways < 200, where, `the ways on stand ${Math.round(ways)} px down`);
    check(all >= 40, where, `the tree has ${all} items only`);
    check(seen > 0 && seen < all / 2, where, `the tree shows ${seen} of ${all} items: not one group`);
    check(hereInSight, where, "the tree does not show where the reader is");
    check(height < rest + 500, where, `is ${height} px long; what it says ends long before`);
  }
  await close();
  const phone = await openTab(browser, server, PHONE);
  const where = await phone.show(items.at(-1).address);
  const { controls, seen } = await phone.tab.evaluate(frame);
  check(seen === 0 && controls === 1, where, `shows ${seen} items of the tree and ${controls} controls`);
  const header = await phone.tab.locator("header.site-header").boundingBox();
  check(header.height <= 150, where, `its header is ${header.height} px high`);
  await phone.tab.locator("nav.tree > details > summary").click();
  check((await phone.tab.evaluate(frame)).hereSeen, where, "the opened tree does not show where the reader is");
  await phone.close();
}

/** Regions that have to be scrolled although they are no wider than the widest page. */
function cutTables(most) {
  const regions = [...document.querySelectorAll(".table-scroll")];
  const cut = regions.filter((region) => region.scrollWidth > region.clientWidth + 1);
  return cut.filter((region) => region.scrollWidth <= most).map((region) => region.outerHTML);
}

async function tables(browser, server) {
  const withTables = pages.filter((page) => page.html.includes('class="table-scroll'));
  check(withTables.length > 20, "the site", `has ${withTables.length} pages with tables only`);
  for (const viewport of [DESK, WIDE]) {
    const { tab, show, close } = await openTab(browser, server, viewport);
    for (const { address, kind } of withTables.filter(({ kind }) => kind !== "print")) {
      const where = await show(address);
      const cut = await tab.evaluate(cutTables, 96 * 16);
      for (const region of cut) check(false, `${where} ${excerpt(region)}`, `a table of a ${kind} is cut`);
      check(cut.length === 0, where, "tables are cut");
    }
    await close();
  }
  const { tab, show, close } = await openTab(browser, server, PHONE);
  for (const { address } of withTables.filter((page) => page.html.includes('class="table-scroll cards"'))) {
    const where = await show(address);
    const unlabelled = await tab.evaluate(() => {
      const values = [...document.querySelectorAll(".cards tbody td:not(.names)")];
      const seen = values.filter((value) => value.checkVisibility() && value.textContent.trim() !== "");
      const label = (value) => getComputedStyle(value, "::before").content.replaceAll('"', "");
      return seen.filter((value) => ["", "none"].includes(label(value))).map((value) => value.outerHTML);
    });
    check(unlabelled.length === 0, `${where} ${excerpt(unlabelled[0] ?? "")}`, "a value of a card has no label");
    const cut = await tab.evaluate(() =>
      [...document.querySelectorAll(".cards")].filter((cards) => cards.scrollWidth > cards.clientWidth + 1).length);
    check(cut === 0, where, "cards scroll sideways");
  }
  await close();
}

/** How many of some words stand on two lines, and how many are seen at all. */
function torn(words) {
  const inline = (element) => getComputedStyle(element).display === "inline";
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  let before;
  const places = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let block = node.parentElement;
    if (block.closest("script, style, textarea, option, noscript")) continue;
    while (inline(block)) block = block.parentElement;
    if (block !== before) places[text.length] = undefined;
    if (block !== before) text += "\n";
    before = block;
    for (let at = 0; at < node.length; at += 1) places[text.length + at] = [node, at];
    text += node.data;
  }
  const found = { torn: 0, all: 0 };
  for (const { index, 0: word } of text.matchAll(new RegExp(words.join("|"), "g"))) {
    const [first, from] = places[index];
    const [last, to] = places[index + word.length - 1];
    const range = document.createRange();
    range.setStart(first, from);
    range.setEnd(last, to + 1);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
    if (boxes.length === 0) continue;
    found.all += 1;
    if (boxes.some((box) => box.top > boxes[0].bottom - 3)) found.torn += 1;
  }
  return found;
}

/** Words that browsers tear, and that stand on item pages everywhere. */
const WORDS = [
  "ผู้อำนวยการกอง", "กองการศึกษา", "กองสาธารณสุข", "จัดซื้อจัดจ้าง", "งบประมาณ", "หน่วยงาน", "ร้องเรียน", "สิ่งแวดล้อม",
  "การทุจริต", "ดำเนินการ", "ดำเนินงาน", "ความโปร่งใส", "ผู้รับผิดชอบ", "เจ้าหน้าที่", "แผนพัฒนา", "ให้บริการ", "สำนักปลัด",
  "การมีส่วนร่วม", "ทรัพยากรบุคคล", "ความเสี่ยง", "ประพฤติมิชอบ", "ผลประโยชน์ทับซ้อน", "ผู้สูงอายุ", "เบี้ยยังชีพ",
];

async function words(browser, server) {
  const { tab, show, close } = await openTab(browser, server, PHONE);
  const kept = { torn: 0, all: 0 };
  const loose = { torn: 0, all: 0 };
  for (const { address } of items.filter(({ address }) => address.startsWith(newest))) {
    await show(address);
    for (const sums of [kept, loose]) {
      const { torn: some, all } = await tab.evaluate(torn, WORDS);
      sums.torn += some;
      sums.all += all;
      // The same page as a browser sets it that is told nothing.
      await tab.evaluate(() => {
        document.querySelectorAll("bdi").forEach((word) => word.replaceWith(...word.childNodes));
        document.body.normalize();
      });
    }
  }
  check(loose.torn > 50, "the item pages", `${loose.torn} words are torn even when nothing keeps them whole`);
  const share = `${kept.torn} of ${kept.all} words are torn at ${PHONE.width} px, ${loose.torn} when nothing keeps them whole`;
  check(kept.torn * 5 <= loose.torn, "the item pages", share);
  await close();
  return share;
}

/** What is told by a ground is told otherwise where the browser has its own colours. */
async function forcedColours(browser, server) {
  const { tab, show, close } = await openTab(browser, server, DESK, { forcedColors: "active" });
  const year = await show(newest);
  const grounds = await tab.locator(".bar .part").evaluateAll((parts) =>
    parts.map((part) => getComputedStyle(part, "::before").backgroundColor));
  check(new Set(grounds).size === 3, year, `the parts of the bar are told by ${grounds}`);
  const item = await show(items.at(-1).address);
  const marked = await tab.locator("nav.tree li a").evaluateAll((links) =>
    links.filter((link) => parseFloat(getComputedStyle(link).borderLeftWidth) > 0).length);
  check(marked === 1, item, `${marked} items of the tree are marked as the one that is open`);
  await close();
}

/** A list within a component is none of the components. */
async function numbers(browser, server) {
  const within = items.find(({ html }) => /<ul class="by">/.test(html));
  const { tab, show, close } = await openTab(browser, server, DESK);
  const where = await show(within.address);
  const counted = await tab.locator(".components li").evaluateAll((all) =>
    all.filter((li) => getComputedStyle(li).counterIncrement !== "none").length);
  const components = await tab.locator("[data-oit-component]").count();
  check(counted === components, where, `counts ${counted} components, and has ${components}`);
  await close();
}

await withBrowser(async (browser, server) => {
  await attempt("the frames", () => frames(browser, server));
  await attempt("the tables", () => tables(browser, server));
  await attempt("forced colours", () => forcedColours(browser, server));
  await attempt("the numbers of components", () => numbers(browser, server));
  let share = "";
  await attempt("the words", async () => {
    share = await words(browser, server);
  });
  finish(`${items.length + documents.length} pages in their frame; ${share}`);
});
