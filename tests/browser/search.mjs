// The shared vectors of search, run in the browser by the scripts that the site serves.
import { readFileSync } from "node:fs";
import { DESK, openTab, withBrowser } from "./browser.mjs";
import { check, fail, finish } from "./report.mjs";
import { run } from "./search-vectors.mjs";
import { base } from "./site.mjs";

const vectors = readFileSync(new URL("../vectors/search.json", import.meta.url), "utf8");

async function search(browser, server) {
  const { tab, show } = await openTab(browser, server, DESK);
  const where = await show("/search/");
  const { count, wrong } = await tab.evaluate(
    `(${run})(${vectors}, ${JSON.stringify(`${server.origin}${base}assets`)})`,
  );
  check(count > 100, where, `ran only ${count} vectors`);
  for (const one of wrong) fail(where, `${one.what}: ${JSON.stringify(one)}`);
  finish(`${count} vectors of search`);
}

await withBrowser(search);
