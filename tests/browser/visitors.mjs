// Two people who come to the site: one who has only a keyboard, and one whose browser runs no script.
// Both are asked to follow links and to fill in a field; how they do it is what is tested.

/** With Tab, Enter and letters; the mouse is never touched. */
export function keyboard(tab) {
  const steps = 400;

  /** Presses Tab until `matches`, run in the page on the focused element, says yes. */
  async function reach(what, matches, argument) {
    for (let step = 0; step < steps; step += 1) {
      await tab.keyboard.press("Tab");
      const focused = await tab.evaluateHandle(() => document.activeElement);
      if (await focused.evaluate(matches, argument)) return step + 1;
    }
    throw new Error(`Tab does not reach ${what}`);
  }

  return {
    async follow(url) {
      await reach(`a link to ${url}`, (element, url) => element.href === url, url);
      await Promise.all([tab.waitForURL(url), tab.keyboard.press("Enter")]);
    },
    async enter(text) {
      await reach("a search field", (element) => element.name === "q");
      await tab.keyboard.type(text);
      await Promise.all([tab.waitForEvent("framenavigated"), tab.keyboard.press("Enter")]);
    },
  };
}

/** With clicks, in a browser without JavaScript. */
export function pointer(tab) {
  return {
    async follow(url) {
      const links = tab.locator("a[href]:visible");
      const targets = await links.evaluateAll((found) => found.map((link) => link.href));
      const at = targets.indexOf(url);
      if (at < 0) throw new Error(`no link to ${url} on ${tab.url()}`);
      await Promise.all([tab.waitForURL(url), links.nth(at).click()]);
    },
    async enter(text) {
      const field = tab.locator("input[name=q]:visible").first();
      await field.fill(text);
      await Promise.all([tab.waitForEvent("framenavigated"), field.press("Enter")]);
    },
  };
}
