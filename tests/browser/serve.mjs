// A page that is open while its site is written: what it does by itself, and what it leaves alone.
//
// node serve.mjs FOLDER ADDRESS: the site that `oit serve` serves at that address.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DESK, PHONE, checkFits, openTab, withBrowser } from "./browser.mjs";
import { axe } from "./packages.mjs";
import { attempt, check, finish } from "./report.mjs";

const [folder, address] = process.argv.slice(2);
const server = { origin: new URL(address).origin, at: (path) => new URL(path, address).href };
const item = "/2566/o1/";
const lead = join(folder, "content/2566/o01/index.md");
const style = join(folder, "themes/default/static/style.css");
const builtIn = join(dirname(fileURLToPath(import.meta.url)), "../../themes/default/static/style.css");
const good = readFileSync(lead, "utf8");

/** Writes the item's page whole or not at all: what is half written is another test's subject. */
function save(text) {
  const beside = join(folder, ".written");
  writeFileSync(beside, text);
  renameSync(beside, lead);
}

await withBrowser(async (browser) => {
  for (const viewport of [PHONE, DESK]) {
    const { tab, close } = await openTab(browser, server, viewport);
    const where = `${item} (${viewport.width} px)`;
    const open = async () => {
      await tab.goto(server.at(item));
      await tab.evaluate(() => (window.oitSame = true));
    };
    const isSame = () => tab.evaluate(() => window.oitSame === true);

    await attempt(`${where}: an edit`, async () => {
      await open();
      save(`${good}\nบรรทัดที่เพิ่มเข้ามา\n`);
      await tab.getByText("บรรทัดที่เพิ่มเข้ามา").waitFor();
      check(!(await isSame()), where, "an edit did not load the page again");
    });

    await attempt(`${where}: a style sheet`, async () => {
      await open();
      const sheets = await tab.locator('link[rel="stylesheet"]').count();
      mkdirSync(dirname(style), { recursive: true });
      writeFileSync(style, `${readFileSync(builtIn, "utf8")}\nh1 { letter-spacing: ${viewport.width / 100}px }\n`);
      const spaced = (width) => getComputedStyle(document.querySelector("h1")).letterSpacing === `${width / 100}px`;
      await tab.waitForFunction(spaced, viewport.width);
      check(await isSame(), where, "an edit of a style sheet loaded the page again");
      const hasAsMany = (all) => document.querySelectorAll('link[rel="stylesheet"]').length === all;
      await tab.waitForFunction(hasAsMany, sheets);
    });

    await attempt(`${where}: an error`, async () => {
      await open();
      const banner = tab.locator('oit-live details[data-part="errors"]');
      check((await banner.count()) === 0, where, "a site without errors shows some");
      save(good.replace("date =", "daet ="));
      await banner.waitFor();
      check(await isSame(), where, "an error loaded the page again");
      check((await banner.innerText()).includes("content/2566/o01/index.md:2:1"), where, "the error has no place");
      await tab.locator("oit-live details[data-part=author] summary").click();
      await checkFits(tab, where);
      await tab.evaluate(axe.source);
      const found = await tab.evaluate(() => axe.run("oit-live"));
      for (const { id, help } of found.violations) check(false, where, `axe: ${id}: ${help}`);
      // It is folded by keyboard, and stays so.
      await banner.locator("summary").focus();
      await tab.keyboard.press("Enter");
      check(!(await banner.evaluate((part) => part.open)), where, "the errors cannot be folded");
      // The page is told of a fold a moment after it, and must have heard before it goes.
      await tab.waitForFunction(() => sessionStorage.getItem("oit-live-errors") === "closed");
      await tab.reload();
      check(!(await banner.evaluate((part) => part.open)), where, "folded errors unfold by themselves");
      await tab.evaluate(() => (window.oitSame = true));
      save(`${good}\nแก้แล้ว\n`);
      await tab.getByText("แก้แล้ว").waitFor();
      await banner.waitFor({ state: "detached" });
    });

    // The next one begins where this one did.
    await attempt(`${where}: as before`, async () => {
      await tab.waitForLoadState();
      rmSync(join(folder, "themes"), { recursive: true, force: true });
      save(good);
      await tab.getByText("แก้แล้ว").waitFor({ state: "detached" });
    });
    await close();
  }

  await attempt("without JavaScript", async () => {
    const { tab, close } = await openTab(browser, server, PHONE, { javaScriptEnabled: false });
    save(good.replace("date =", "daet ="));
    const banner = tab.locator('oit-live details[data-part="errors"]');
    for (let tries = 0; tries < 500; tries += 1) {
      await tab.goto(server.at(item));
      if ((await banner.count()) > 0) break;
    }
    check(await banner.isVisible(), item, "without JavaScript no error is shown");
    await close();
  });
});
finish("serve");
