// One page of every kind, on a phone and on a desk: no barrier that axe can find (WCAG 2.2 A and AA),
// no sideways scroll, no error, no other host, and every link inside the site answers.
import { DESK, PHONE, checkFits, openTab, references, withBrowser } from "./browser.mjs";
import { axe } from "./packages.mjs";
import { attempt, check, counted, excerpt, fail, finish } from "./report.mjs";
import { pages, representatives } from "./site.mjs";

const RULES = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  // Off in axe unless asked for, though WCAG 2.2 AA asks for it (2.5.8).
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

const chosen = representatives();
const kinds = new Set(chosen.map((page) => page.kind));
for (const kind of [
  "home", "year", "checklist", "item complete", "item incomplete", "item missing",
  "document", "free page", "not found", "redirect",
]) {
  check(kinds.has(kind), "the demonstration", `no page of the kind "${kind}" was found`);
}

/** What a link answered, asked once for all pages. */
const answers = new Map();

function answerOf(url) {
  if (!answers.has(url)) {
    answers.set(url, fetch(url, { method: "HEAD" }).then((response) => response.status));
  }
  return answers.get(url);
}

async function barriers(tab, where) {
  counted();
  await tab.evaluate(axe.source);
  const { violations } = await tab.evaluate((rules) => window.axe.run(document, rules), RULES);
  for (const { id, help, nodes } of violations) {
    for (const node of nodes) {
      const fault = node.failureSummary.split("\n").at(-1).trim();
      fail(`${where} ${excerpt(node.html)} ${fault}`, `axe ${id}: ${help}`);
    }
  }
}

await withBrowser(async (browser, server) => {
  const look = async (viewport) => {
    const { tab, show, close } = await openTab(browser, server, viewport);
    for (const { address } of chosen) {
      await attempt(`${address} (${viewport.width} px)`, async () => {
        const where = await show(address);
        await checkFits(tab, where);
        await barriers(tab, where);
        for (const [url, element] of await references(tab, server)) {
          const status = await answerOf(url);
          check(status === 200, `${where} ${excerpt(element)}`, `${url.slice(server.origin.length)} answers ${status}`);
        }
      });
    }
    await close();
  };
  await Promise.all([look(PHONE), look(DESK)]);
});

finish(`${chosen.length} of ${pages.length} pages stand for ${kinds.size} kinds`);
