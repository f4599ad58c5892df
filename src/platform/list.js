// The list of a wijk: shows what somebody asks for. What is typed stays on the page.

const form = document.querySelector("#filter");
const said = document.querySelector("#count");
const entries = [...document.querySelectorAll(".wd-list li[data-domains]")];

/** Words without capitals and accents, each with a space before it. */
const plain = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean).map((word) => ` ${word}`);
const texts = new Map(entries.map((entry) => [entry, plain(entry.textContent).join("")]));

function show() {
  const asked = new FormData(form);
  const words = plain(asked.get("word"));
  const fits = (entry) =>
    words.every((word) => texts.get(entry).includes(word)) &&
    (!asked.get("subject") || entry.dataset.domains.split(" ").includes(asked.get("subject"))) &&
    (!asked.get("near") || "near" in entry.dataset);
  for (const entry of entries) entry.hidden = !fits(entry);
  for (const part of document.querySelectorAll(".wd-list")) {
    part.hidden = !part.querySelector("li[data-domains]:not([hidden])");
  }
  const shown = entries.filter((entry) => !entry.hidden).length;
  const text = shown ? said.dataset.count : said.dataset.none;
  said.textContent = text.replace("{shown}", shown).replace("{all}", entries.length);
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.focus();
  });
  const paper = document.querySelector("#print");
  paper.hidden = false;
  paper.addEventListener("click", () => print());
  // The browser may put back what was chosen.
  addEventListener("pageshow", show);
  show();
}
