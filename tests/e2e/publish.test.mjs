// A change of content reaches the browser with nothing but the author's command line.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { author, close, open, serve } from "./harness.mjs";
import { room } from "./room.mjs";
import { advice, answer, answerAll, at, givePostcode, household, needs, ready } from "./visit.mjs";

after(close);

async function change(file, from, to) {
  const text = await readFile(file, "utf8");
  assert.ok(text.includes(from), `${file} does not say ${from}`);
  await writeFile(file, text.replaceAll(from, to));
}

/** Publishes with nothing on the path: no Rust, no Node, no trunk. */
function publish({ data, into }) {
  const options = { env: { PATH: "/nothing-here" }, cwd: tmpdir() };
  return new Promise((resolve) => {
    execFile(author, ["publish", "--data", data, "--into", into], options, (error, out, said) =>
      resolve({ code: error ? (error.code ?? -1) : 0, said: out + said }));
  });
}

/** Every file with its content. */
async function contents(directory) {
  const all = new Map();
  for (const name of (await readdir(directory, { recursive: true })).sort()) {
    const file = join(directory, name);
    if ((await stat(file)).isFile()) all.set(name, (await readFile(file)).toString("base64"));
  }
  return all;
}

/** Opens the page of the town from a published app of its own. */
async function openFrom(into) {
  const desk = await serve(into);
  const opened = await open({ baseURL: desk.origin });
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  return opened;
}

test("a number changed and published again: the browser shows it, everywhere", async () => {
  const place = await room();
  await change(join(place.data, "municipalities", "voorbeeldstad.json"), "012-345 67 01", "012-345 67 99");
  const { code, said } = await publish(place);
  assert.equal(code, 0, said);

  const { page } = await openFrom(place.into);
  await page.getByRole("contentinfo").getByRole("link", { name: "012-345 67 99" }).waitFor();
  await answerAll(page, household);
  await givePostcode(page, "1230");
  await at(page, advice);
  await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
  await at(page, "Iemand spreken");
  const call = page.locator("main").getByRole("link", { name: "Bel 012-345 67 99" }).first();
  assert.equal(await call.getAttribute("href"), "tel:0123456799");
  assert.doesNotMatch(await page.content(), /012-?345 ?67 ?01/);
  await page.goto("/voorbeeldstad/overzicht/");
  await page.getByRole("link", { name: "012-345 67 99" }).first().waitFor();
  assert.doesNotMatch(await page.content(), /012-?345 ?67 ?01/);
});

test("a word of a need changed: the first screen and what follows have it", async () => {
  const place = await room();
  const words = join(place.data, "catalogue", "words.nl.json");
  await change(words, "Waar wilt u hulp bij?", "Wat kunnen wij voor u doen?");
  await change(words, "Schoonmaken lukt niet meer", "Poetsen gaat niet meer");
  const { code, said } = await publish(place);
  assert.equal(code, 0, said);
  const { page } = await openFrom(place.into);
  await answer(page, "Wat kunnen wij voor u doen?", household[needs]);
  await answer(page, "Wat lukt niet meer in huis of buiten?", "Poetsen gaat niet meer");
  await at(page, "Hoe lang hebt u hulp nodig?");
});

test("publishing the same again changes no file", async () => {
  const place = await room();
  assert.equal((await publish(place)).code, 0);
  const before = await contents(place.into);
  assert.equal((await publish(place)).code, 0);
  assert.deepEqual(await contents(place.into), before);
});

for (const [what, file, from, to, named] of [
  ["broken JSON", "municipalities/voorbeeldstad.json", '"slug"', "slug", /voorbeeldstad\.json/],
  ["an unknown key", "municipalities/voorbeeldstad.json", '"entrance"', '"ingang"', /ingang/],
  ["a need without words", "catalogue/words.nl.json", '"household": {', '"huishouden": {', /household/],
  ["a place that is no wijk", "municipalities/voorbeeldstad.json", '"wijken": ["WK999901"]', '"wijken": ["WK999899"]', /WK999899/],
]) {
  test(`${what}: nothing is published, and the old output stays byte for byte`, async () => {
    const place = await room();
    const before = await contents(place.into);
    await change(join(place.data, file), from, to);
    const { code, said } = await publish(place);
    assert.equal(code, 1, said);
    assert.match(said, named);
    assert.deepEqual(await contents(place.into), before);
  });
}
