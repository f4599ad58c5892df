// Forgets what a closed tab left, when somebody opens that tab again.
//
// Browsers bring a closed tab back with its history and with all that was kept for it, as if
// it had been left by a link. So each page has a name of its own in its entries of the
// history, and whatever is kept stands beside the name of the page it was kept at; who follows
// a link away takes that name out. A page that finds its own name there was neither reloaded
// nor left: it was closed.

const AT = "at";
const page = history.state?.page ?? String(Math.random());
const [{ type } = {}] = performance.getEntriesByType("navigation");
const used = () => sessionStorage.length > 0;

function stay() {
  try {
    if (used()) sessionStorage.setItem(AT, page);
  } catch {
    // Nothing is kept.
  }
}

try {
  // A phone that needed the memory for something else did not close it.
  const closed = type === "back_forward" && !document.wasDiscarded;
  if (closed && sessionStorage.getItem(AT) === page) sessionStorage.clear();
} catch {
  // Nothing is kept.
}
history.replaceState({ ...history.state, page }, "");
stay();
addEventListener("pageshow", stay);

addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const other = event.ctrlKey || event.metaKey || event.shiftKey || link?.target;
  if (!link || other || event.defaultPrevented || !/^http/.test(link.protocol)) return;
  try {
    sessionStorage.removeItem(AT);
  } catch {
    // Nothing is kept.
  }
});

// A page that Firefox keeps whole, to go back to, has a storage of its own in which nothing
// was wiped since, even after a reload. The header `no-store` of the desk prevents that; this
// does so on a desktop for pages that come from elsewhere.
addEventListener("unload", () => {});
