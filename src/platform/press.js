// A press is meant for the screen it was made on. Somebody who presses twice, or whose phone
// is slow, must not answer a question they have not seen: for half a second a press where the
// last one was, or by the same key, does nothing. Whatever else is pressed counts, and what
// leads away or to a number always does.

const WITHIN = 500;
/** The width of a finger, in pixels. */
const NEAR = 48;
const ALWAYS = "#leave, [data-do=leave], a[href^='tel:']";

/** The last press: where, or by which key. */
let last;
/** The press that brought the screen, and when it came. */
let by;
let came = -WITHIN;

addEventListener("wijkdeur-shown", () => [by, came] = [last, performance.now()]);

/** Whether a press is one more of those that brought this screen. */
function again(event, same) {
  const early = event.timeStamp - came < WITHIN && by && same(by);
  if (!early || event.target.closest?.(ALWAYS)) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  return true;
}

addEventListener("click", (event) => {
  // What a key or a script presses has no place.
  if (event.detail === 0) return;
  const { clientX: x, clientY: y } = event;
  if (!again(event, (old) => Math.hypot(old.x - x, old.y - y) < NEAR)) last = { x, y };
}, true);

addEventListener("keydown", (event) => {
  const { key } = event;
  if (key !== "Enter" && key !== " ") return;
  if (!again(event, (old) => old.key === key)) last = { key };
}, true);
