// What holds for every page that the desk gives, whatever is on it.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { close, dist, open, root, start } from "./harness.mjs";

after(close);

/** Every town there is, by the name of its page. */
const towns = (await readdir(join(root, "public", "data", "municipalities"))).map((file) => file.replace(".json", ""));

const PAGES = [
  "/", "/voorbeeldstad/overzicht/volledig/", "/voorbeeldstad/wijk/havenkwartier/", "/privacy/", "/toegankelijkheid/",
  "/nergens/", "/weg/", ...towns.flatMap((town) => [`/${town}/`, `/${town}/overzicht/`]),
];

test("every page has the security headers, and none allows inline code", async () => {
  const { origin } = await start();
  for (const path of PAGES) {
    const { headers } = await fetch(origin + path);
    const policy = headers.get("content-security-policy");
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /frame-ancestors 'self'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/, path);
    assert.equal(headers.get("referrer-policy"), "no-referrer", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.match(headers.get("strict-transport-security"), /max-age=\d{7,}/, path);
    assert.ok(headers.get("permissions-policy"), path);
    assert.equal(headers.get("set-cookie"), null, path);
  }
});

test("every page is Dutch, has one heading of the first level, and a neutral title", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const path of PAGES) {
    await page.goto(path);
    assert.equal(await page.locator("html").getAttribute("lang"), "nl", path);
    assert.equal(await page.locator("h1").count(), 1, path);
    assert.match(await page.title(), /^((Havenkwartier, Voorbeeldstad - |Alle teams en nummers per wijk - |Hoe volledig is deze lijst\? - |Wat gebeurt er met mijn antwoorden\? - |Toegankelijkheid - |Deze pagina is er niet - )?Wijkdeur( [A-Z][A-Za-z ]+)?|Nieuwe pagina)$/, path);
  }
});

test("every page but the neutral one begins with the row for danger, and a number to call", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const path of PAGES.filter((path) => path !== "/weg/")) {
    await page.goto(path);
    const row = page.getByRole("complementary", { name: "Bij gevaar" });
    assert.equal(await row.getByRole("link", { name: "Bel 112" }).getAttribute("href"), "tel:112", path);
    await row.getByText("Andere nummers").click();
    await row.getByRole("link", { name: /0800-2000/ }).waitFor();
  }
});

test("every link leads somewhere: a page of ours, a number, or a site that can exist", async () => {
  const { page, origin } = await open({ javaScriptEnabled: false });
  const ours = new Set();
  for (const path of PAGES) {
    await page.goto(path);
    for (const link of await page.locator("a").all()) {
      const address = new URL(await link.getAttribute("href"), page.url());
      // A link within the page leads to a place on it, also where there is no page.
      if (address.origin === origin && address.hash) assert.equal(await page.locator(address.hash).count(), 1, path);
      else if (address.origin === origin) ours.add(address.pathname);
      else if (address.protocol === "tel:") assert.match(address.href, /^tel:\+?\d{3,11}$/, path);
      else if (address.protocol !== "mailto:") assert.match(address.href, /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}\//, path);
    }
  }
  for (const path of ours) assert.equal((await fetch(origin + path)).status, 200, path);
});

test("the neutral page says nothing of ours", async () => {
  const { origin } = await start();
  const page = await (await fetch(`${origin}/weg/`)).text();
  assert.doesNotMatch(page, /Wijkdeur|Voorbeeldstad|wijk|hulp/i);
});

test("no page, style or script of the published app names another origin to load from", async () => {
  const files = await readdir(dist, { recursive: true });
  for (const file of files.filter((name) => /\.(html|css)$/.test(name))) {
    const text = await readFile(join(dist, file), "utf8");
    assert.doesNotMatch(text, /(src|srcset)="(https?:)?\/\/|<link[^>]+href="(https?:)?\/\/|url\(["']?(https?:)?\/\/|@import/, file);
    assert.doesNotMatch(text, /<[^>]+\s(style|on[a-z]+)="/, file);
  }
});
