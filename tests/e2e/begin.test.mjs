// A town that somebody just began: `new`, then a table out of a file as large as that of CBS.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { make } from "../bench/addresses.mjs";
import { author, axe, close, dist, open, root, serve } from "./harness.mjs";
import { advice, answer, answerAll, at, givePostcode, household, needs, press, ready } from "./visit.mjs";

const LINES = 9_000_000;
const run = promisify(execFile);

let place;
let desk;
let town;

before(async () => {
  place = await mkdtemp(join(tmpdir(), "wijkdeur-"));
  const [data, into, file] = ["data", "dist", "pc6hnr20250801_gwb.csv"].map((name) => join(place, name));
  await cp(join(root, "public", "data", "catalogue"), join(data, "catalogue"), { recursive: true });
  await cp(join(root, "public", "data", "texts"), join(data, "texts"), { recursive: true });
  await cp(dist, into, { recursive: true, preserveTimestamps: true });
  const { written, perTown } = await make(file, LINES);
  assert.equal(written, LINES);
  const [code] = [...perTown].find(([, count]) => count > 3000 && count < 5000);
  await run(author, ["new", `GM${code}`, "--name", "Nieuwstad", "--data", data]);
  await run(author, ["check", "--data", data]);
  await run(author, ["import-cbs", file, "--municipality", "nieuwstad", "--data", data]);
  await run(author, ["publish", "--data", data, "--into", into]);
  town = JSON.parse(await readFile(join(data, "municipalities", "nieuwstad.json"), "utf8"));
  desk = await serve(into);
});
after(async () => {
  desk?.child.kill();
  await rm(place, { recursive: true });
  await close();
});

async function begin() {
  const opened = await open({ baseURL: desk.origin });
  await opened.page.goto("/nieuwstad/");
  await ready(opened.page);
  return opened;
}

/** Fails unless the advice ends at the town hall, in words: no number is known yet. */
async function endsAtTheTownHall(page) {
  await at(page, advice);
  const card = page.locator(".wd-card--first");
  await card.getByText("Ga naar het gemeentehuis.").waitFor();
  assert.equal(await card.locator("a[href^='tel:']").count(), 0);
}

test("a postcode of six characters out of the table leads to an advice", async () => {
  const { page, guard } = await begin();
  await answerAll(page, household);
  await givePostcode(page, town.postcodes[0].from);
  await endsAtTheTownHall(page);
  assert.deepEqual(await axe(page), []);
  // Its desk is another than that of the other tests, which the guard does not know.
  assert.deepEqual(guard.errors, []);
});

test("four digits are enough, and those of another town are not taken", async () => {
  const { page } = await begin();
  await answerAll(page, household);
  await givePostcode(page, "9999 ZZ");
  await page.getByRole("link", { name: /9999 ZZ ligt niet in Nieuwstad/ }).waitFor();
  await givePostcode(page, town.postcodes[0].from.slice(0, 4));
  await endsAtTheTownHall(page);
});

test("every wijk of the table can be chosen, and has its list", async () => {
  const { page } = await begin();
  await answerAll(page, household);
  await press(page, "Ik kies mijn wijk uit een lijst");
  await at(page, "In welke wijk woont u?");
  assert.equal(await page.getByRole("radio").count(), town.wijken.length);
  await answer(page, "In welke wijk woont u?", town.wijken[0].name);
  await endsAtTheTownHall(page);
  await page.getByRole("link", { name: "Alle hulp in de wijk, op een lijst" }).click();
  await at(page, `Hulp in ${town.wijken[0].name}`);
});

test("danger has its numbers there too", async () => {
  const { page } = await begin();
  await answer(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
  await page.locator("main").getByRole("link", { name: "Bel 112" }).first().waitFor();
});
