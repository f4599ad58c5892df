// Walks through everything that the tab's history leads to, as Back and Forward do.
// It speaks with the browser itself: Playwright loses its way among kept pages.

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

/** The addresses that the tab's history holds. */
export async function addresses(page) {
  const { entries } = await ask(page, "Page.getNavigationHistory");
  return entries.map(({ url }) => url);
}

/** What stands at every entry: back to the very first, then forward to the last. */
export async function walkHistory(page) {
  const seen = [];
  for (const step of [-1, 1]) {
    for (;;) {
      const { entries, currentIndex } = await ask(page, "Page.getNavigationHistory");
      const to = entries[currentIndex + step];
      if (!to) break;
      await ask(page, "Page.navigateToHistoryEntry", { entryId: to.id });
      seen.push(await look(page, currentIndex + step));
    }
  }
  return seen;
}

/** Looks when the browser stands at that entry and its page is complete. */
async function look(page, index) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { currentIndex } = await ask(page, "Page.getNavigationHistory");
    const expression = { expression: LOOK, returnByValue: true };
    const { result } = await ask(page, "Runtime.evaluate", expression);
    if (currentIndex === index && result.value) return result.value;
    if (Date.now() > deadline) throw new Error(`the page at entry ${index} did not come`);
  }
}
