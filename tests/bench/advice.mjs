// How long an advice is on a small phone, before anything is opened: for each need by the way
// that asks most, and for three needs at once, in every town. A host draws them
// (`wijkdeur draw`), one browser page lays them out. Lines for danger count apart. The
// notice of an invented town does not count. It fails above `advice` in budget.json.
//
//   node tests/bench/advice.mjs [--worst 10]

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { author, close, open, root } from "../e2e/harness.mjs";

const { pages, advice: budget } = JSON.parse(await readFile(new URL("budget.json", import.meta.url), "utf8"));
/** Three needs at once, so many times in each town. */
const TRIPLES = 200;
/** Tuesday 1 December 2026, 10.00 in the Netherlands. */
const SECONDS = 1_796_115_600;
const worst = Number(process.argv[process.argv.indexOf("--worst") + 1]) || 3;

async function drawn(town) {
  const told = ["draw", "--municipality", town, "--advices", TRIPLES, "--at", SECONDS, "--data", join(root, "public", "data")];
  const { stdout } = await promisify(execFile)(author, told.map(String), { maxBuffer: 1 << 28 });
  return JSON.parse(stdout);
}

/** In the page: what each of these advices takes. */
function measure(advices) {
  const main = document.querySelector("main");
  const words = (element) => element?.innerText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length ?? 0;
  return advices.map(({ needs, html }) => {
    main.innerHTML = html;
    const danger = main.querySelector(".wd-card--danger");
    const { height = 0 } = danger?.getBoundingClientRect() ?? {};
    return {
      needs,
      pixels: Math.round(document.documentElement.getBoundingClientRect().height - height),
      words: words(main) - words(danger),
      danger: Math.round(height),
    };
  });
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

function print(what, most, measured) {
  const rows = [["pixels", most.pixels], ["words", most.words], ["danger", budget.danger]];
  for (const [kind, limit] of rows) {
    const of = kind === "danger" ? measured.filter(({ danger }) => danger) : measured;
    const sorted = of.map((each) => each[kind]).sort((one, other) => one - other);
    const over = of.filter((each) => each[kind] > limit);
    const figures = [0.5, 0.95, 1].map((part) => String(at(sorted, part) ?? 0).padStart(6)).join("");
    console.log(`${what.padEnd(12)} ${kind.padEnd(7)}${figures}   of ${limit}, ${over.length} of ${of.length} above`);
    for (const each of [...over].sort((one, other) => other[kind] - one[kind]).slice(0, worst)) {
      console.log(`    ${each[kind]}  ${each.town}: ${each.needs.join(", ")}`);
    }
    if (over.length) process.exitCode = 1;
  }
}

try {
  const all = [];
  for (const path of pages) {
    const town = path.replaceAll("/", "");
    const { context, page } = await open({ viewport: { width: 360, height: 740 } });
    // Only what stands there: no program draws over it.
    await context.route(/\.(js|wasm)$/, (route) => route.abort());
    await page.goto(path);
    await page.evaluate(() => document.querySelector(".wd-demo")?.remove());
    all.push(...(await page.evaluate(measure, await drawn(town))).map((each) => ({ town, ...each })));
    await context.close();
  }
  console.log(`${all.length} advices; median, 95 % and worst`);
  print("one need", budget.one, all.filter(({ needs }) => needs.length === 1));
  print("three needs", budget.three, all.filter(({ needs }) => needs.length > 1));
} finally {
  await close();
}
