// What people come for, each from the home page on a phone: by keyboard only, and without JavaScript.
import { DESK, PHONE, openTab, withBrowser } from "./browser.mjs";
import { attempt, check, excerpt, finish } from "./report.mjs";
import { readText } from "./site.mjs";
import { keyboard, pointer } from "./visitors.mjs";

const checklist = JSON.parse(readText("/2566/checklist.json"));
const owing = checklist.items.filter((item) => item.status !== "complete");

/** Each: from where the visitor stands on `tab`, with `at` giving the whole address of a page. */
const TASKS = {
  "find the complaint statistics of O29": async (visitor, tab, at, where) => {
    await visitor.follow(at("/2566/o29/"));
    const figures = tab.locator("main :is(table.statistics, .statistics table) td:visible");
    const texts = await figures.allTextContents();
    check(texts.some((text) => /[0-9๐-๙]/.test(text)), where, "no statistics with numbers are seen");
  },

  "find the QR code of O43": async (visitor, tab, at, where) => {
    await visitor.follow(at("/2566/o43/"));
    const codes = tab.locator("main svg[role=img]:visible");
    const sizes = await codes.evaluateAll((all) => all.map((svg) => svg.getBoundingClientRect().width));
    check(sizes.some((width) => width >= 100), where, "no QR code of at least 100 px is seen");
  },

  "see on the checklist which items are missing": async (visitor, tab, at, where) => {
    await visitor.follow(at("/2566/checklist/"));
    for (const status of ["missing", "incomplete", "complete"]) {
      const marked = tab.locator(`main [data-oit-status="${status}"]:visible`);
      const items = await marked.evaluateAll((all) => all.map((element) => element.dataset.oitItem));
      const seen = new Set(items).size;
      const expected = checklist.counts[status];
      check(seen === expected, where, `${seen} items are marked ${status}, not ${expected}`);
    }
    for (const { item, reasons } of owing) {
      const row = tab.locator("#_list [data-units]", { has: tab.locator(`[data-oit-item=${item}]`) });
      for (const { code } of reasons) {
        const said = row.locator(`[data-oit-reason=${code}]:visible`);
        check(await said.count() > 0, where, `${item} does not say why: ${code}`);
      }
    }
  },

  "learn why an item is missing": async (visitor, tab, at, where) => {
    const { item, reasons } = owing.find((item) => item.status === "missing");
    await visitor.follow(at("/2566/checklist/"));
    await visitor.follow(at(`/2566/${item}/`));
    for (const { code } of reasons) {
      const said = tab.locator(`main .verdict [data-oit-reason=${code}]:visible`);
      check((await said.allInnerTexts()).some((text) => text.length > 10), where, `does not say why: ${code}`);
    }
  },

  "go to O12 by its number": async (visitor, tab, at, where) => {
    await visitor.enter("๑๒");
    // With a script the number jumps; without one the search page leads to the year, which lists every item.
    if (tab.url() !== at("/2566/o12/")) {
      await visitor.follow(at("/2566/"));
      await visitor.follow(at("/2566/o12/"));
    }
    check(tab.url() === at("/2566/o12/"), where, `ends at ${tab.url()}`);
  },
};

/** The outline of the focused element, as the page draws it. */
function focus() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height, right, bottom } = element.getBoundingClientRect();
  return {
    name: element.outerHTML,
    atStart: element === document.body,
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    seen: width > 0 && height > 0 && right > 0 && bottom > 0,
  };
}

async function skipLink(tab, show) {
  const where = await show("/2566/o29/");
  await tab.keyboard.press("Tab");
  const first = await tab.evaluate(focus);
  check(first.name.includes('href="#'), `${where} ${excerpt(first.name)}`, "the first Tab does not reach a skip link");
  check(first.seen, where, "the skip link is not seen when it has the focus");
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  const inMain = await tab.evaluate(() => document.activeElement.closest("main") !== null);
  check(inMain, where, "after the skip link, Tab goes on outside the main part");
}

async function focusIsSeen(tab, show, address) {
  const where = await show(address);
  let stops = 0;
  for (; stops < 400; stops += 1) {
    await tab.keyboard.press("Tab");
    const { name, atStart, outlined, seen } = await tab.evaluate(focus);
    if (atStart) break;
    check(outlined, `${where} ${excerpt(name)}`, "has the focus without an outline");
    check(seen, `${where} ${excerpt(name)}`, "has the focus out of sight");
  }
  check(stops > 40, where, `Tab stops only ${stops} times`);
}

const field = (tab) => tab.locator("form.find [name=q]");

async function jumpByNumber(tab, show, at) {
  const typed = { "๑๒": 2566, 12: 2566, O12: 2566, "โอ12": 2566, "ข้อ ๑๒": 2566, "O12/2565": 2565, "o12 ปี ๒๕๖๕": 2565 };
  for (const [number, year] of Object.entries(typed)) {
    const where = await show("/2566/o29/");
    await field(tab).focus();
    await tab.keyboard.type(number);
    await tab.keyboard.press("Enter");
    await attempt(`${where}, "${number}" and Enter`, () => tab.waitForURL(at(`/${year}/o12/`)));
  }
}

// A single key that does something hinders who speaks to the browser (WCAG 2.1.4).
async function keysDoNothing(tab, show) {
  const where = await show("/2566/o29/");
  for (const key of ["/", "s", "?", "1"]) {
    await tab.keyboard.press(key);
    check(await tab.evaluate(() => document.activeElement === document.body), where, `the key ${key} moves the focus`);
  }
}

// From a page of an old year one searches that year, and is told what others have.
async function searchInItsYear(tab, show, at) {
  const where = await show("/2565/o7/");
  await field(tab).fill("งดจัดงานลอยกระทง");
  await tab.keyboard.press("Enter");
  const found = tab.locator(".results ol a");
  await attempt(`${where}, search by word`, () => found.first().waitFor());
  check((await found.first().getAttribute("href")).includes("/2565/o7/loykrathong-cancel/"), where, "the news is not first");
  await tab.goto(at("/search/?q=ลอยกระทง&year=2566"));
  const other = tab.locator(".results .elsewhere a");
  await attempt("/search/, hits of other years", () => other.first().waitFor());
  const loaded = await tab.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  check(!loaded.some((name) => name.includes("/search/2565")), "/search/", "loads a year that nobody asked for");
  await other.first().click();
  await attempt("/search/, to the other year", () => tab.waitForURL(/year=2565/));
  await attempt("/search/, its results", () => tab.locator('.results ol a[href*="/2565/"]').first().waitFor());
  // Where the year has little of it, it is said what others have.
  await tab.goto(at("/search/?q=งดจัดงานลอยกระทง&year=2566"));
  await attempt("/search/, how many hits others have", () => other.filter({ hasText: /พบ \d+/ }).waitFor());
}

async function findByWord(tab, show) {
  const sought = { พ่นหมอกควัน: "/2566/o7/dengue/", แจ้งเรื่องร้องเรียนทั่วไป: "/pages/complaint/" };
  for (const [word, address] of Object.entries(sought)) {
    const where = await show("/search/");
    await field(tab).fill(word);
    await tab.keyboard.press("Enter");
    const found = tab.locator(`#_results a[href*="${address}"]:visible`);
    await attempt(`${where}, search by word`, () => found.first().waitFor());
  }
}

async function offerOfItem(tab, show) {
  // Cut off inside a letter, "ข้อ12" in Windows-874, no code at all, and "ข้อ12" cut off behind it.
  const strange = ["/2566/o12/%E0%B9", "/2566/%A2%E9%CD12", "/2566/o12/100%", "/2566/%E0%B8%82%E0%B9%89%E0%B8%AD12%E0%B9"];
  for (const wrong of ["/2566/O12/", "/2566/o012/", "/o12x/o12.html", "/2566/oit12.html", ...strange]) {
    const where = await show(wrong);
    const offer = tab.locator('#_offer a[href$="/2566/o12/"]:visible');
    await attempt(`${where}, an offer of the item`, () => offer.first().waitFor());
  }
}

async function copyButtons(tab, show) {
  const where = await show("/2566/submission/");
  const seen = await tab.locator("main :is(.copy span, [role=status])").evaluateAll((all) =>
    all.map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width * height > 1).length);
  check(await tab.locator("main .copy").count() > 40, where, "has no buttons to copy with");
  check(seen === 0, where, `shows ${seen} words that are for screen readers only`);
  const ends = await tab.locator("main :is(.bar, .jump, .hand-in)").evaluateAll((all) =>
    [...new Set(all.map((part) => Math.round(part.getBoundingClientRect().right)))]);
  check(ends.length === 1, where, `its parts end at ${ends} px`);
}

/** All that a unit still owes, in few steps: to the list by keyboard, and then one button. */
async function owedByAUnit(tab, show) {
  const where = await show("/2566/checklist/");
  await tab.locator("#_main").focus();
  let tabs = 0;
  do {
    await tab.keyboard.press("Tab");
    tabs += 1;
  } while (tabs < 10 && !(await tab.evaluate(() => document.activeElement.getAttribute("href") === "#_list")));
  check(tabs < 6, where, `the way to the list is ${tabs} tabs away`);
  await tab.keyboard.press("Enter");
  await tab.keyboard.press("Tab");
  const first = await tab.evaluate(() => document.activeElement.name);
  check(first === "status", where, `behind it Tab reaches ${first}, not the filter`);
  const unit = "กองคลัง";
  await tab.locator("form.filter button", { hasText: unit }).click();
  const seen = await tab.locator("#_list [data-units]:visible a[data-oit-item]").evaluateAll((links) =>
    links.map((link) => link.dataset.oitItem));
  const expected = owing.filter((item) => item.units.includes(unit)).map((item) => item.item);
  check(expected.length > 1 && seen.join() === expected.join(), where, `shows ${seen} of ${unit}, not ${expected}`);
  const chosen = new URL(tab.url()).searchParams;
  check(chosen.get("status") === "open", where, "keeps no choice in the address");
  await tab.reload();
  const again = await tab.locator("#_list [data-units]:visible").count();
  check(again === expected.length, where, `shows ${again} items to whom the address is sent`);
  await tab.locator("form.filter [type=reset]").click();
  await attempt(`${where}, all items again`, () => tab.waitForFunction(() =>
    document.querySelectorAll("#_list [data-units]:not([hidden])").length > 40));
  await tab.locator("form.filter button", { hasText: "เลยกำหนด" }).click();
  const rows = tab.locator("#_list [data-units]:visible");
  const overdue = await rows.filter({ has: tab.locator(".overdue") }).count();
  check(overdue > 0 && overdue === await rows.count(), where, "shows others than what is overdue");
}

await withBrowser(async (browser, server) => {
  const runAll = async (visitorOf, name, options) => {
    const { tab, show, close } = await openTab(browser, server, PHONE, options);
    for (const [task, run] of Object.entries(TASKS)) {
      const where = `"${task}" ${name}`;
      await attempt(where, async () => {
        await show("/");
        await run(visitorOf(tab), tab, server.at, where);
      });
    }
    await close();
  };
  const byKeyboard = async () => {
    const { tab, show, close } = await openTab(browser, server, DESK);
    await attempt("the skip link", () => skipLink(tab, show));
    for (const address of ["/", "/2566/o29/", "/2566/checklist/"]) {
      await attempt(`the focus on ${address}`, () => focusIsSeen(tab, show, address));
    }
    await attempt("the jump by number", () => jumpByNumber(tab, show, server.at));
    await attempt("single keys", () => keysDoNothing(tab, show));
    await attempt("search in the year of the page", () => searchInItsYear(tab, show, server.at));
    await attempt("search by word", () => findByWord(tab, show));
    await attempt("the offer on the 404 page", () => offerOfItem(tab, show));
    await attempt("the buttons to copy with", () => copyButtons(tab, show));
    await attempt("the filter of the checklist", () => owedByAUnit(tab, show));
    await close();
  };
  await runAll(keyboard, "by keyboard only", {});
  await runAll(pointer, "without JavaScript", { javaScriptEnabled: false });
  await byKeyboard();
});

finish(`${Object.keys(TASKS).length} tasks done twice`);
