// The list of a wijk: what is on it, what a script adds, what machines read, what paper shows.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { close, dist, open, root } from "./harness.mjs";
import { changed, party } from "./town.mjs";
import {
  advice, answer, answerAll, at, back, begin, household, householdAdvice, press,
} from "./visit.mjs";

after(close);

const towns = join(root, "public", "data", "municipalities");

/** Opens a list and gives its page, with what is to be seen of it. */
async function openList(path, options) {
  const opened = await open(options);
  await opened.page.goto(path);
  const entries = opened.page.locator(".wd-list li[data-domains]");
  const names = () => entries.filter({ visible: true }).locator("h3").allInnerTexts();
  return { ...opened, names, all: await entries.count() };
}

test("without a script everything is to be seen, and nothing that does nothing", async () => {
  const { page, names, all, guard } = await openList("/voorbeeldstad/wijk/havenkwartier/", { javaScriptEnabled: false });
  assert.equal((await names()).length, all);
  assert.ok(all > 20);
  assert.equal(await page.locator("main button").filter({ visible: true }).count(), 0);
  await page.getByRole("heading", { name: "In Havenkwartier", exact: true }).waitFor();
  await page.getByRole("heading", { name: "Staat uw groep er niet bij?" }).waitFor();
  guard.check();
});

test("what is nearer comes first, and what is for another wijk is not there", async () => {
  const { page, names } = await openList("/voorbeeldstad/wijk/havenkwartier/");
  const heads = await page.locator("main h2").filter({ visible: true }).allInnerTexts();
  const [first, near, city] = ["Hier kunt u met elke vraag heen", "In Havenkwartier", "Voor heel Voorbeeldstad"].map((head) => heads.indexOf(head));
  assert.ok(first < near && near < city, heads.join());
  const seen = await names();
  assert.ok(seen.includes("Voedselkast Kadelaan"));
  assert.ok(!seen.includes("Buurthuis De Molenwiek"), "that is in another wijk");
});

test("a word, a subject and 'alleen in mijn eigen wijk' narrow the list, and it says how far", async () => {
  const { page, names, all } = await openList("/voorbeeldstad/wijk/havenkwartier/");
  const count = page.getByRole("status").filter({ hasText: "van de" });
  assert.match(await count.innerText(), new RegExp(`U ziet er ${all} van de ${all}\\.`));
  const word = page.getByLabel("Een woord, zoals taal of koffie");
  await word.fill("TAAL");
  assert.deepEqual(await names(), ["Taalhuis Voorbeeldstad"]);
  await word.fill("");
  await page.getByText("Kies een onderwerp").click();
  await page.getByRole("radio", { name: "Kind en gezin" }).check();
  const young = await names();
  assert.ok(young.includes("Jeugdteam Oost") && !young.includes("Taalhuis Voorbeeldstad"), young.join());
  await page.getByRole("checkbox", { name: "Alleen in mijn eigen wijk" }).check();
  assert.ok((await names()).length < young.length);
  await word.fill("xyzzy");
  assert.deepEqual(await names(), []);
  await page.getByText("Niets gevonden. Kies iets anders of bel gerust.").waitFor();
  assert.doesNotMatch(page.url(), /[?#]/, "what is typed stays on the page");
});

test("paper has the lines for danger and no button", async () => {
  const { page } = await openList("/voorbeeldstad/wijk/havenkwartier/");
  await page.emulateMedia({ media: "print" });
  await page.getByRole("heading", { name: "Bij gevaar" }).waitFor();
  assert.equal(await page.locator("button, input").filter({ visible: true }).count(), 0);
});

test("a party that is closed for a time says so, and who stopped is not there", async () => {
  const stopped = (town) => { party(town, "welzijn-voorbeeldstad").status = "defunct"; };
  const { names, page } = await openList("/voorbeeldstad/wijk/polder/", { baseURL: await changed(stopped) });
  const closed = page.locator(".wd-list li[data-domains]").filter({ hasText: "Buurtkamer Polder" });
  await closed.getByText("Nu tijdelijk dicht.").waitFor();
  assert.ok(!(await names()).includes("Welzijn Voorbeeldstad"), "they stopped");
  assert.doesNotMatch(await page.locator("main").innerText(), /Welzijn Voorbeeldstad/);
});

/** The terms of schema.org that the lists use, by the type they stand on. */
const TERMS = {
  Organization: ["name", "description", "areaServed", "telephone", "email", "url", "knowsLanguage", "contactPoint", "location"],
  AdministrativeArea: ["name"],
  ContactPoint: ["telephone", "description", "hoursAvailable"],
  Place: ["address", "openingHoursSpecification"],
  OpeningHoursSpecification: ["dayOfWeek", "opens", "closes", "validFrom", "validThrough"],
};
for (const kind of ["GovernmentOrganization", "NGO", "SportsOrganization"]) TERMS[kind] = TERMS.Organization;

function judge(thing, path) {
  for (const [key, value] of Object.entries(thing)) {
    if (key === "@type") continue;
    assert.ok(TERMS[thing["@type"]]?.includes(key), `${path}: ${thing["@type"]} has no ${key}`);
    if (key === "opens" || key === "closes") assert.match(value, /^([01]\d|2[0-3]):[0-5]\d$/);
    for (const inner of [value].flat()) if (typeof inner === "object") judge(inner, path);
  }
}

test("every list of a real place is data for machines too, in terms of schema.org", async () => {
  const files = (await readdir(dist, { recursive: true })).filter((file) => /wijk\/[^/]+\/index\.html$/.test(file));
  let wijken = 0;
  for (const name of await readdir(towns)) wijken += JSON.parse(await readFile(join(towns, name), "utf8")).wijken.length;
  assert.equal(files.length, wijken);
  for (const file of files) {
    const page = await readFile(join(dist, file), "utf8");
    const data = page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s);
    assert.equal(Boolean(data), !file.startsWith("voorbeeldstad"), file);
    if (!data) continue;
    const { "@context": context, "@graph": graph } = JSON.parse(data[1]);
    assert.equal(context, "https://schema.org");
    const entries = page.match(/<li data-domains\b/g).length;
    assert.equal(graph.length, entries, file);
    graph.forEach((each) => judge(each, file));
  }
});

test("the advice leads to the list of one's own wijk, and to all where it may be several", async () => {
  const { page } = await begin();
  await answerAll(page, household);
  await press(page, "Ik kies mijn wijk uit een lijst");
  await answer(page, "In welke wijk woont u?", "Havenkwartier");
  await at(page, advice);
  await page.getByRole("link", { name: "Alle hulp in de wijk, op een lijst" }).click();
  await at(page, "Hulp in Havenkwartier");
  await back(page);
  await at(page, advice);

  const other = await begin();
  await householdAdvice(other.page);
  await other.page.locator("main").getByRole("link", { name: "Alle teams en nummers per wijk" }).click();
  await at(other.page, "Alle hulp in Voorbeeldstad, per wijk");
});

test("the picture for who keeps a list says in words what its colours say", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto("/voorbeeldstad/overzicht/volledig/");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Polder" }) });
  const cells = await row.getByRole("cell").allInnerTexts();
  assert.ok(cells.length >= 5);
  for (const cell of cells) assert.match(cell, /met naam \d+, algemene ingang \d+, niemand 0\.\s/);
  assert.equal(await row.locator("svg rect").count() > cells.length, true, "some of it ends at the entrance");
});
