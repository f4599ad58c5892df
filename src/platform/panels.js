// The panels of the frame ("Andere nummers", "Hulp") close on Escape, on a press beside
// them, when the focus leaves them, and when something in them was chosen. What is closed on a
// screen opens on paper.

const panels = () => document.querySelectorAll("details[name=paneel][open]");

/** Closes a panel; the focus that was in it goes to what opens it. */
function shut(panel) {
  const within = panel.contains(document.activeElement);
  panel.open = false;
  if (within) panel.querySelector("summary").focus();
}

addEventListener("click", (event) => {
  for (const panel of panels()) {
    const chosen = event.target.closest?.("a, button");
    if (!panel.contains(event.target) || chosen) shut(panel);
  }
});

addEventListener("keydown", (event) => {
  if (event.key === "Escape") panels().forEach(shut);
});

// Who goes on with the keyboard leaves nothing open that covers where they are.
addEventListener("focusin", (event) => {
  for (const panel of panels()) if (!panel.contains(event.target)) panel.open = false;
});

// What gets the focus by keys comes out from under the row that sticks to the top, also where
// the browser finds that enough of it is in view.
addEventListener("focusin", ({ target }) => {
  if (!target.matches("main :focus-visible")) return;
  const row = document.querySelector(".wd-safety").getBoundingClientRect().bottom;
  const { top } = target.getBoundingClientRect();
  if (top < row) scrollBy(0, top - row - 16);
});

// On paper everything stands open, but for who is a line there.
const closed = () => document.querySelectorAll("main details:not([open], .wd-screen-only, .wd-line)");
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...closed()];
  for (const part of opened) part.open = true;
});
addEventListener("afterprint", () => {
  for (const part of opened) part.open = false;
});
