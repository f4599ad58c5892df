// A page that was open when a new build or new data came goes on to its end with its own, and
// the next page has the new.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { author, build, close, dist, open, serve } from "./harness.mjs";
import { room } from "./room.mjs";
import { advice, answerAll, at, givePostcode, household, press, ready } from "./visit.mjs";

after(close);

/** What comes when somebody asks for it. */
const LATER = ["aloud.js", "qr.js", "request.js", "take.js"];
const reach = "Hoe kunnen zij u bereiken?";

/** A room that is served. */
async function served() {
  const { place, data, into } = await room();
  const publish = (...more) =>
    promisify(execFile)(author, ["publish", "--data", data, "--into", into, ...more]);
  return { place, data, into, publish, origin: (await serve(into)).origin };
}

/**
 * A build of other files under the same names. What leads away tells which it is, and what
 * comes later stops in a page of another build.
 */
async function another({ place, into }) {
  const other = join(place, "other");
  await cp(join(into, build(into)), other, { recursive: true });
  const change = async (name, script) => {
    const file = join(other, name);
    await writeFile(file, script(await readFile(file, "utf8")));
  };
  await change("leave.js", (text) => `globalThis.other = true;${text}`);
  for (const name of LATER) {
    await change(name, (text) => `if (!globalThis.other) throw new Error("mixed");${text}`);
  }
  return other;
}

/** A device with a voice, once it is told so, and a place to copy to. */
const device = () => {
  const voices = [];
  globalThis.speakDutch = () => {
    voices.push({ lang: "nl-NL", localService: true });
    dispatchEvent(new Event("online"));
  };
  const speech = { getVoices: () => voices, cancel() {}, speak() {} };
  Object.defineProperty(globalThis, "speechSynthesis", { value: speech });
  Object.defineProperty(navigator, "clipboard", { value: { writeText: async () => {} } });
};

async function openIn({ origin }) {
  const opened = await open(origin && { baseURL: origin });
  const asked = [];
  opened.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await opened.context.addInitScript(device);
  await opened.page.goto("/voorbeeldstad/");
  await ready(opened.page);
  return { ...opened, asked };
}

async function toAdvice(page) {
  await answerAll(page, household);
  await givePostcode(page, "1231 AB");
  await at(page, advice);
}

/** Everything that comes later does what it is for. */
async function everything(page) {
  await press(page, "Kopieer de tekst");
  await page.locator("#taken", { hasText: "gekopieerd" }).waitFor();
  await press(page, "Verder op een telefoon");
  await page.locator("#link svg").waitFor();
  await page.evaluate(() => globalThis.speakDutch());
  await page.getByRole("button", { name: "Lees voor" }).waitFor();
  await press(page, "Vraag of zij contact opnemen");
  await at(page, reach);
}

/** Nothing went wrong, and nothing was asked of another desk than this. */
function clean({ errors, foreign }, { origin }) {
  assert.deepEqual([...errors, ...foreign.filter((url) => !url.startsWith(origin))], []);
}

/** Which files of which build were asked for, and of none. */
const filesOf = (folder, asked) => asked.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
const builds = (asked) => new Set(asked.filter((path) => path.startsWith("/app/")).map((path) => path.split("/")[2])).size;

test("a new build is brought in: an open page goes on with its own, a reload has the new", async () => {
  const place = await served();
  const first = build(place.into);
  const { page, asked, guard } = await openIn(place);
  await place.publish("--app", await another(place));
  const second = build(place.into);
  assert.notEqual(first, second);

  await toAdvice(page);
  await everything(page);
  assert.equal(builds(asked), 1, asked.join("\n"));
  assert.ok(LATER.every((name) => filesOf(first, asked).includes(name)), asked.join("\n"));
  assert.equal(await page.evaluate(() => globalThis.other), undefined);

  // The visit is still known, because what is kept is made of the same types.
  asked.length = 0;
  await page.reload();
  await at(page, reach);
  assert.equal(await page.evaluate(() => globalThis.other), true);
  await page.goBack({ waitUntil: "commit" });
  await at(page, advice);
  await everything(page);
  assert.equal(builds(asked), 1, asked.join("\n"));
  assert.ok(LATER.every((name) => filesOf(second, asked).includes(name)), asked.join("\n"));
  clean(guard, place);
});

test("new data are published: an open page goes on with its own, a reload has the new", async () => {
  const place = await served();
  const folder = build(place.into);
  const { page, asked, guard } = await openIn(place);
  const town = join(place.data, "municipalities", "voorbeeldstad.json");
  const text = await readFile(town, "utf8");
  // Who is on no line for danger stands in the rest, which an open page has yet to fetch.
  const [known, named] = ["Klusbrigade", "Handige Buren"];
  assert.ok(text.includes(`"name": "${known}"`));
  await writeFile(town, text.replaceAll(`"name": "${known}"`, `"name": "${named}"`));
  const rest = async () => (await readFile(join(place.into, "voorbeeldstad", "index.html"), "utf8")).match(/data-rest="([^"]+)"/)[1];
  const old = await rest();
  await place.publish();
  assert.equal(build(place.into), folder);
  assert.ok(await rest() !== old && !asked.includes(old));

  await toAdvice(page);
  await page.locator("main").getByText(known).first().waitFor();
  assert.equal(await page.getByText(named).count(), 0);
  assert.ok(asked.includes(old));
  await everything(page);
  await page.goBack({ waitUntil: "commit" });
  await at(page, advice);
  assert.equal(builds(asked), 1, asked.join("\n"));

  await page.reload();
  await at(page, advice);
  await page.locator("main").getByText(named).first().waitFor();
  assert.equal(await page.locator("main").getByText(known).count(), 0);
  clean(guard, place);
});

test("what a page names is there, in one folder, and nothing else lies beside the pages", async () => {
  const names = (await readdir(dist)).filter((name) => /\.(js|wasm|css|svg)(\.br|\.gz)?$/.test(name));
  assert.deepEqual(names, []);
  const { page } = await openIn({});
  const own = await page.evaluate(() => [...document.querySelectorAll("[src], link[href]")]
    .map((it) => it.getAttribute("src") ?? it.getAttribute("href")));
  const [data, rest] = [own.filter((it) => it.startsWith("/data/")), own.filter((it) => !it.startsWith("/data/"))];
  assert.equal(data.length, 1);
  assert.ok(rest.length >= 7 && rest.every((it) => it.startsWith(build())), rest.join());
});
