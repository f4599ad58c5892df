// What a host writes of a screen is what a browser draws: visits drawn at random, screen by
// screen, by the program that people run and by `wijkdeur draw`.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { author, close, open, root } from "./harness.mjs";
import { plain, ready } from "./visit.mjs";

after(close);

/** Tuesday 1 December 2026, 10.00 in the Netherlands. */
const SECONDS = 1_796_115_600;
const WALKS = 40;

async function drawn() {
  const told = ["--municipality", "voorbeeldstad", "--walks", WALKS, "--at", SECONDS];
  const { stdout } = await promisify(execFile)(
    author, ["draw", "--data", join(root, "public", "data"), ...told.map(String)], { maxBuffer: 1 << 28 },
  );
  return JSON.parse(stdout);
}

/** Does on the page what was done on the host. */
function act({ press, fill }) {
  const screen = document.querySelector("main > .wd-screen");
  if (press !== undefined) return screen.querySelectorAll("button")[press].click();
  const form = screen.querySelector("form");
  for (const field of form.querySelectorAll("input, textarea")) {
    const values = fill[field.name];
    if (["radio", "checkbox"].includes(field.type)) field.checked = values.includes(field.value);
    else field.value = values[0];
  }
  form.requestSubmit();
}

/** Waits until the screen is this one; gives what is different if it never is. */
async function until(page, html) {
  let last;
  for (let times = 0; times < 100; times += 1) {
    last = await page.evaluate(plain, html);
    if (last.same) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return last;
}

test("a screen that a host writes is the one that a browser draws", async () => {
  let screens = 0;
  const headings = new Set();
  for (const [number, walk] of (await drawn()).entries()) {
    const { context, page, guard } = await open();
    // Paper would only wait.
    await context.addInitScript(() => { globalThis.print = () => {}; });
    await page.clock.setFixedTime(new Date(SECONDS * 1000));
    await page.goto("/voorbeeldstad/");
    await ready(page);
    for (const [at, { html, does }] of walk.entries()) {
      const differs = await until(page, html);
      assert.deepEqual(differs?.browser, differs?.host, `visit ${number}, screen ${at}`);
      screens += 1;
      headings.add(html.match(/<h1[^>]*>([^<]*)/)[1]);
      if (does) await page.evaluate(act, does);
    }
    guard.check();
    await context.close();
  }
  console.log(`${screens} screens of ${WALKS} visits are the same, ${headings.size} headings`);
  assert.ok(headings.size > 20, "too few screens were compared");
});
