// Walks through everything that the tab's history leads to, as Back and Forward do.
// It speaks with the browser itself: Playwright loses its way among kept pages.

import * as firefox from "./firefox.mjs";
import { engine } from "./harness.mjs";

const LOOK = `(() => {
  const { readyState, documentElement, documentURI, body } = document;
  const started = !document.getElementById("app") || documentElement.dataset.ready === "true";
  // The page by which a browser says that it cannot reach an address is never complete.
  const failed = documentURI.startsWith("about:neterror");
  if ((readyState !== "complete" && !failed) || !started) return null;
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
  const visit = async (to) => {
    await browser.goTo(page, to);
    seen.push(await look(page, to));
  };
  const { index } = await browser.history(page);
  for (let to = index - 1; to >= 0; to -= 1) await visit(to);
  for (let to = 1; to < (await browser.history(page)).entries.length; to += 1) await visit(to);
  return seen;
}

/**
 * Looks when the browser stands at that entry and its page is complete. One that goes on by
 * itself, as the page of "Snel weg" does where it loads anew, is seen where it ends.
 */
async function look(page, at) {
  const deadline = Date.now() + 15_000;
  for (let again = Date.now() + 4_000; ; ) {
    // While a page makes place for another there is none to read.
    const seen = await browser.read(page, LOOK).catch(() => null);
    const { entries, index } = await browser.history(page);
    if (seen?.url === entries[index].url && (index === at || browser.arrives)) return seen;
    // A browser that was on its way elsewhere drops where it was sent.
    if (index !== at && entries[at] && !browser.arrives && Date.now() > again) {
      again = Date.now() + 4_000;
      await browser.goTo(page, at);
    }
    if (Date.now() > deadline) throw new Error(`the page at entry ${at} did not come`);
  }
}
