// How far away what people come for is, on a phone with a screen of 360 × 740: no more than three taps, sending a form
// included, and three scrolls. A table of the tasks; each is done as written, by what can be seen on the page.
//
// What is `sought` need only be seen; a file is the last tap.
import { openTab, withBrowser } from "./browser.mjs";
import { attempt, check, finish } from "./report.mjs";
import { thumb } from "./visitors.mjs";

const SMALL = { width: 360, height: 740 };
const MOST = { taps: 3, scrolls: 3 };

const YEAR = "nav >> text=ข้อมูล OIT";
const CHECKLIST = "main >> text=แบบตรวจรายการ";
const hit = (address) => `#_results ol a[href*="${address}"]`;
const item = (number) => `main a[href$="/o${number}/"]`;
const FILE = "main article a[href$='.xlsx'], main article a[href$='.pdf']";
const clerk = ".person:has-text('ปลัดเทศบาล')";
const years = (title) => `.compared tr:has(th:text-is("${title}")):has(.now):has(.score:not(.now))`;
const owed = ".filter:has([aria-pressed=true]) ~ section [data-units]:not([hidden])";

/** Each: from a page, `find` what is typed and then `tap` one thing after the other, until `sought` is seen. */
const TASKS = [
  ["the file of O12, by its number", { find: "12", tap: [FILE] }],
  ["the file of O13, by its number", { find: "๑๓", tap: [FILE] }],
  ["the file of O12, by browsing", { tap: [YEAR, item(12), FILE] }],
  ["why O21 is not complete", { find: "O21", sought: ".verdict [data-oit-reason]" }],
  ["the clerk of the town, by search", { find: "ปลัด", tap: [hit("/2566/o2/")], sought: clerk }],
  ["the clerk of the town, by browsing", { tap: [YEAR, item(2)], sought: clerk }],
  ["where to report corruption", { tap: ["nav >> text=แจ้งทุจริต"], sought: ".ways-in a" }],
  ["where to report corruption, from O16", { from: "/2566/o16/", tap: ["nav >> text=แจ้งทุจริต"], sought: ".ways-in a" }],
  ["IIT of this year and the last, by search", { find: "IIT", tap: [hit("/2566/o42/")], sought: years("IIT") }],
  ["IIT of this year and the last, by number", { find: "42", sought: years("IIT") }],
  ["what กองคลัง owes", { tap: [YEAR, CHECKLIST, ".filter button >> text=กองคลัง"], sought: owed }],
  ["what is overdue", { tap: [YEAR, CHECKLIST, ".filter button >> text=เลยกำหนด"], sought: `${owed} .overdue` }],
  ["the same as O12 in 2565", { from: "/2566/o12/", tap: [".years a"], sought: "h1:has-text('2565')" }],
  ["O13 after O12", { from: "/2566/o12/", tap: ["a[rel=next]"], sought: "h1:has-text('O13')" }],
  ["O43 after O42", { from: "/2566/o42/", tap: ["a[rel=next]"], sought: "h1:has-text('O43')" }],
  ["the year of a document", { from: "/2566/o7/dengue/", tap: ["main nav >> text=ทุกข้อ"], sought: "h1:has-text('ปีงบประมาณ 2566')" }],
  ["the telephone number", { sought: "main a[href^='tel:']" }],
  ["the map", { sought: "main a >> text=แผนที่" }],
  ["the newest news", { sought: ".news li" }],
  ["the word ร้องเรียน", { find: "ร้องเรียน", sought: hit("/2566/o28/") }],
  ["the word สถิติ", { find: "สถิติ", sought: hit("/2566/o16/") }],
  ["the word ทุจริต", { find: "ทุจริต", sought: hit("/2566/o28/") }],
  ["the word ค่าธรรมเนียม", { find: "ค่าธรรมเนียม", sought: hit("/2566/o15/") }],
  ["the words แผนจัดซื้อ", { find: "แผนจัดซื้อ", sought: hit("/2566/o19/") }],
  ["who won the school milk", { find: "นมโรงเรียน", tap: [hit("/o20/winner-school-milk/")], sought: "main .summary" }],
  ["why there is no water", { find: "น้ำไม่ไหล", tap: [hit("/o7/water-saving/")], sought: "main .body" }],
];

/** Does a task and gives what it takes. */
async function walk(tab, { find, tap = [], sought }) {
  const visitor = thumb(tab);
  if (find) await visitor.find(find);
  for (const selector of tap) await visitor.tap(selector);
  if (sought) await visitor.see(sought);
  return visitor.cost;
}

await withBrowser(async (browser, server) => {
  const { tab, show, close } = await openTab(browser, server, SMALL, { hasTouch: true, isMobile: true });
  for (const [name, task] of TASKS) {
    await attempt(name, async () => {
      await show(task.from ?? "/");
      const cost = await walk(tab, task);
      console.log(`${name.padEnd(45)} ${cost.taps} taps ${cost.scrolls} scrolls`);
      for (const [what, most] of Object.entries(MOST)) {
        check(cost[what] <= most, name, `takes ${cost[what]} ${what}; no more than ${most} are wanted`);
      }
    });
  }
  await close();
});

finish(`${TASKS.length} tasks with a thumb`);
