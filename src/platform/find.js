// The page for the whole country: finds the municipality of a postcode among the
// links on the page, as the questions read it: in the digits of any keyboard, whatever stands
// between them. What is typed stays on the page.

const form = document.querySelector("form");
const said = document.querySelector("#found");

if (form) form.closest("section").hidden = false;
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = new FormData(form).get("postcode").normalize("NFKC").replace(/[\s.,\p{Pd}\p{Cf}\p{DI}\u2800\u2212]/gu, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);
  const digits = Number(typed.match(/^[1-9]\d{3}(?=[a-z]{2}$|$)/i)?.[0]);
  const links = [...document.querySelectorAll("a[data-postcodes]")].filter((link) =>
    link.dataset.postcodes.split(" ").some((range) => {
      const [from, to = from] = range.split("-").map(Number);
      return from <= digits && digits <= to;
    }));
  if (links.length === 1) location.assign(links[0].href);
  else if (links.length > 1) links[0].focus();
  else said.textContent = digits ? said.dataset.unknown : said.dataset.wrong;
});
