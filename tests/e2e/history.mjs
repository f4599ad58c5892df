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

/** The addresses that the tab's history holds, and which of them is shown. */
export async function historyOf(page) {
  const debug = await page.context().newCDPSession(page);
  const { entries, currentIndex } = await debug.send("Page.getNavigationHistory");
  return { urls: entries.map(({ url }) => url), currentIndex };
}

/** What stands at every entry: back to the very first, then forward to the last. */
export async function walkHistory(page) {
  const debug = await page.context().newCDPSession(page);
  const seen = [];
  for (const step of [-1, 1]) {
    for (;;) {
      const { entries, currentIndex } = await debug.send("Page.getNavigationHistory");
      const to = entries[currentIndex + step];
      if (!to) break;
      await debug.send("Page.navigateToHistoryEntry", { entryId: to.id });
      seen.push(await look(debug, currentIndex + step));
    }
  }
  return seen;
}

/** Looks when the browser stands at that entry and its page is complete. */
async function look(debug, index) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const { currentIndex } = await debug.send("Page.getNavigationHistory");
    const { result } = await debug.send("Runtime.evaluate", { expression: LOOK, returnByValue: true });
    if (currentIndex === index && result.value) return result.value;
    if (Date.now() > deadline) throw new Error(`the page at entry ${index} did not come`);
  }
}
