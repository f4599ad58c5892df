// What a page says, line by line in reading order, for who has it read aloud (aloud.js). A line
// is what stands in one block of the page.
//
// Absent: what is not to be seen, and what is there for a screen reader alone.

const NEVER = "svg, select, textarea, .wd-sr, [aria-hidden=true]";
/** What somebody wrote to take along. */
const STORY = "textarea[data-story]";

/**
 * All lines in `root`, each with the smallest element that holds it, but for what fits the
 * selector `without` and what stands in a closed `details`.
 */
export function lines(root, without = NEVER) {
  const found = [];
  let line;
  const say = (node) => {
    if (node.data.trim()) {
      if (!line) found.push(line = { element: node.parentElement, text: "" });
      while (!line.element.contains(node)) line.element = line.element.parentElement;
    }
    if (line) line.text += node.data;
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) say(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const { display } = getComputedStyle(node);
    if (display === "none") return;
    if (node.matches(STORY)) {
      found.push(...node.value.split("\n").map((text) => ({ element: node, text })));
      line = undefined;
      return;
    }
    if (node.matches(`${NEVER}, ${without}`)) {
      for (const story of node.querySelectorAll(STORY)) walk(story);
      return;
    }
    const inline = display === "inline" || display === "contents";
    if (!inline) line = undefined;
    const folded = node.matches("details:not([open])");
    for (const child of node.childNodes) {
      if (!folded || child.localName === "summary") walk(child);
    }
    if (!inline) line = undefined;
  };
  walk(root);
  return found
    .map(({ element, text }) => ({ element, text: text.replace(/\s+/g, " ").trim() }))
    .filter(({ text }) => text);
}
