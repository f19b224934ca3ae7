// Three people who come to the site: one who has only a keyboard, one whose browser runs no script, and one with a
// phone in one hand. They are asked to follow links and to fill in a field; how they do it is what is tested.

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

/** With a thumb on a phone, counting what it takes: taps, and scrolls of four fifths of the screen. */
export function thumb(tab) {
  const cost = { taps: 0, scrolls: 0 };

  /** Scrolls until something stands in the screen: whole, or as much of it as a fifth of the screen holds. */
  async function see(selector) {
    const sought = tab.locator(selector).filter({ visible: true }).first();
    await sought.waitFor();
    for (;;) {
      const scrolled = await sought.evaluate((element) => {
        const { top, height } = element.getBoundingClientRect();
        const bottom = top + Math.min(height, innerHeight / 5);
        if (top >= 0 && bottom <= innerHeight) return false;
        const before = scrollY;
        scrollBy({ top: (top < 0 ? -0.8 : 0.8) * innerHeight, behavior: "instant" });
        if (scrollY === before) throw new Error(`${element.outerHTML} cannot be scrolled to`);
        return true;
      });
      if (!scrolled) return sought;
      cost.scrolls += 1;
    }
  }

  async function tap(selector) {
    const sought = await see(selector);
    const leadsTo = await sought.evaluate((element) => element.href);
    cost.taps += 1;
    // What a browser does with a file is its own affair: it is enough that the thumb reaches it.
    if (/\.[a-z]+$/.test(leadsTo ?? "")) return sought.tap({ trial: true });
    await Promise.all([leadsTo && tab.waitForURL(leadsTo), sought.tap()]);
  }

  /** Types words into the search field, and sends them. */
  async function find(words) {
    await tap("input[name=q]");
    await tab.keyboard.type(words);
    await Promise.all([tab.waitForEvent("framenavigated"), tap("form.find button")]);
    await tab.waitForLoadState();
  }

  return { cost, see, tap, find };
}
