// Walks through everything that the tab's history leads to, as Back and Forward do.
// It speaks with the browser itself: Playwright loses its way among kept pages.

import * as firefox from "./firefox.mjs";
import { engine } from "./harness.mjs";

const LOOK = `(() => {
  const { readyState, documentElement, body } = document;
  const started = !document.getElementById("app") || documentElement.dataset.ready === "true";
  if (readyState !== "complete" || !started) return null;
  let kept = "";
  try { kept = Object.values({ ...sessionStorage }).join(""); } catch {}
  return {
    url: location.href,
    text: body.innerText,
    chosen: document.querySelectorAll("input:checked").length,
    kept,
  };
})()`;

/** Asks the browser; a session of its own each time, for a kept page ends the session. */
async function ask(page, method, what) {
  for (let tries = 0; ; tries += 1) {
    try {
      const debug = await page.context().newCDPSession(page);
      const said = await debug.send(method, what);
      await debug.detach();
      return said;
    } catch (error) {
      if (tries > 100 || !/attached|closed|context|destroyed/.test(error.message)) throw error;
    }
  }
}

const chromium = {
  async history(page) {
    const { entries, currentIndex } = await ask(page, "Page.getNavigationHistory");
    return { entries, index: currentIndex };
  },
  async goTo(page, index) {
    const { entries } = await chromium.history(page);
    await ask(page, "Page.navigateToHistoryEntry", { entryId: entries[index].id });
  },
  async read(page, expression) {
    const { result } = await ask(page, "Runtime.evaluate", { expression, returnByValue: true });
    return result.value;
  },
};

const browser = engine === "firefox" ? firefox : chromium;

/** The addresses that the tab's history holds. */
export async function addresses(page) {
  const { entries } = await browser.history(page);
  return entries.map(({ url }) => url);
}

/** What stands at every entry: back to the very first, then forward to the last. */
export async function walkHistory(page) {
  const seen = [];
  for (const step of [-1, 1]) {
    for (;;) {
      const { entries, index } = await browser.history(page);
      const to = index + step;
      if (!entries[to]) break;
      await browser.goTo(page, to);
      seen.push(await look(page, to));
    }
  }
  return seen;
}

/** Looks when the browser stands at that entry and its page is complete. */
async function look(page, at) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    // While a page makes place for another there is none to read.
    const seen = await browser.read(page, LOOK).catch(() => null);
    const { entries, index } = await browser.history(page);
    if (index === at && seen?.url === entries[at].url) return seen;
    if (Date.now() > deadline) throw new Error(`the page at entry ${at} did not come`);
  }
}
