// What the harness says an engine does, it does: an emulation that does not take would let
// every test that leans on it pass for nothing.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close, open } from "./harness.mjs";
import { addresses, walkHistory } from "./history.mjs";

after(close);

const matches = (page, query) => page.evaluate((it) => matchMedia(it).matches, query);

const looks = [
  [{ colorScheme: "dark" }, "(prefers-color-scheme: dark)"],
  [{ colorScheme: "light" }, "(prefers-color-scheme: light)"],
  [{ forcedColors: "active" }, "(forced-colors: active)"],
  [{ reducedMotion: "reduce" }, "(prefers-reduced-motion: reduce)"],
];

for (const [look, query] of looks) {
  test(`a context with ${JSON.stringify(look)} has it, on every page`, async () => {
    const { context, page } = await open(look);
    await page.goto("/privacy/");
    assert.ok(await matches(page, query));
    const other = await context.newPage();
    await other.goto("/voorbeeldstad/");
    assert.ok(await matches(other, query));
  });
}

test("media change on a page that stands there, and change back", async () => {
  const { page } = await open();
  await page.goto("/privacy/");
  for (const [look, query] of [...looks, [{ media: "print" }, "print"]]) {
    await page.emulateMedia(look);
    assert.ok(await matches(page, query), query);
    await page.emulateMedia({ media: null, colorScheme: "light", forcedColors: "none", reducedMotion: null });
    assert.equal(await matches(page, query), query.includes("light"), `${query} stays`);
  }
});

test("a page without scripts runs none, and shows what stands there for it", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  await page.goto("/voorbeeldstad/");
  await page.locator("noscript").first().waitFor();
  assert.equal(await page.locator("html[data-ready=true]").count(), 0);
});

test("clock, time zone and language are those that are asked for", async () => {
  const { page } = await open({ timezoneId: "Asia/Kathmandu" });
  await page.clock.setFixedTime(new Date("2026-12-01T10:00:00Z"));
  await page.goto("/privacy/");
  const told = await page.evaluate(() => [
    new Date().toISOString(), new Date().getTimezoneOffset(), navigator.language,
  ]);
  assert.deepEqual(told, ["2026-12-01T10:00:00.000Z", -345, "nl-NL"]);
});

test("without a connection nothing is loaded and the page knows; then again it is", async () => {
  const { context, page } = await open();
  await page.goto("/privacy/");
  const asked = () => page.evaluate(() => fetch("/published.txt").then(() => "came", () => "lost"));
  await context.setOffline(true);
  assert.deepEqual([await asked(), await page.evaluate(() => navigator.onLine)], ["lost", false]);
  await context.setOffline(false);
  assert.deepEqual([await asked(), await page.evaluate(() => navigator.onLine)], ["came", true]);
});

test("the walk through the history sees every entry, there and back", async () => {
  const { page, origin } = await open();
  const paths = ["/privacy/", "/voorbeeldstad/", "/toegankelijkheid/"];
  for (const path of paths) await page.goto(path);
  const own = (await addresses(page)).filter((url) => url.startsWith(origin));
  assert.deepEqual(own, paths.map((path) => origin + path));
  const seen = (await walkHistory(page)).map(({ url }) => url).filter((url) => url.startsWith(origin));
  // A tab may begin with an empty page, before which it turns round.
  const walked = seen.filter((url, at) => url !== seen[at - 1]);
  assert.deepEqual(walked, [1, 0, 1, 2].map((at) => origin + paths[at]));
});
