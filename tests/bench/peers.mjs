// This app beside others, in one run: its first question, and the same question with the same
// choices in SurveyJS, in Form.io and in plain pages of a server with GOV.UK Frontend. What each
// costs on the wire, when it is painted and can be answered, and when the second question
// stands, on a slow phone (peers/visit.mjs). Each is made in the leanest way that its own manual
// offers. Run by hand; it fetches the others itself, in the versions of peers/package.json, and
// nothing else in the project needs them.
//
//   node tests/bench/peers.mjs [--runs N]     (5)
//
// The others have a question on the page and nothing else. This app has its pictograms, the
// numbers for danger and "Snel weg" there too. What of a run can be compared with another run is
// the ratios: times depend on what else the machine does.
//
// All of them are MIT and kept up: in November 2026 the last release of Bootstrap and Sass was of
// that month, of GOV.UK Frontend of October, of Form.io of September, of SurveyJS' renderer and
// of esbuild of August. SurveyJS' core is at 3.1 meanwhile; 2.5.38 is the newest that its leanest
// renderer goes with.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { close, open, root, start } from "../e2e/harness.mjs";
import { headersOf, serve } from "./peers/site.mjs";
import { earliest, weigh } from "./peers/visit.mjs";

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" } } });
const runs = Number(values.runs);
const path = "/voorbeeldstad/";
const onward = "Verder";
const folder = join(root, "tests", "bench", "peers");

/** Fetches the others; gives how to make the pages of each, and the versions that were installed. */
async function fetchPeers() {
  const options = ["--ignore-scripts", "--no-audit", "--no-fund"];
  execFileSync("npm", ["ci", ...options], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const { version } = await import("./peers/pages.mjs");
  const { dependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  return {
    peers: await Promise.all(["surveyjs", "formio", "plain"].map((name) => import(`./peers/${name}.mjs`))),
    versions: await Promise.all(Object.keys(dependencies).map(async (name) => `${name} ${await version(name)}`)),
  };
}

/** The question that stands on a page of the app. */
const asked = (page) => page.evaluate(() => ({
  title: document.querySelector("main h1").textContent,
  hint: document.getElementById("hint").textContent,
  choices: [...document.querySelectorAll("main label")].map((label) => label.textContent.trim()),
}));

/** The first two questions of the app, and what is chosen in between. */
async function questions() {
  const { context, page } = await open();
  await page.goto(path);
  await page.waitForSelector("html[data-ready=true]");
  const first = await asked(page);
  const choice = first.choices[2];
  await page.getByRole("checkbox", { name: choice }).check();
  await page.getByRole("button", { name: onward, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: first.title }).waitFor({ state: "detached" });
  const second = await asked(page);
  await context.close();
  return { first, choice, second };
}

/** This app and each peer, served. */
async function sites(peers, both) {
  const { origin } = await start();
  const headers = await headersOf(origin + path);
  const made = peers.map(async ({ name, pages }) => ({
    name, path: "/", lenient: true, ...(await serve(await pages(both), headers)),
  }));
  return [{ name: "Wijkdeur", path, origin, lenient: false }, ...(await Promise.all(made))];
}

/** Visits them in turns, so that what else the machine does comes down on all; gives medians. */
async function measure(all, press) {
  const rows = [];
  for (const site of all) rows.push({ site, name: site.name, visits: [], ...(await weigh(site)) });
  for (let run = 0; run < runs; run += 1) {
    for (const { site, visits } of rows) visits.push(await earliest(site, press));
  }
  for (const row of rows) {
    for (const what of ["painted", "pressed", "second"]) row[what] = median(row.visits.map((visit) => visit[what]));
  }
  return rows;
}

function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const milliseconds = (time) => time.toFixed(0);
const columns = [
  ["all", "KB", kilobytes],
  ["script", "of script", kilobytes],
  ["painted", "painted, ms", milliseconds],
  ["pressed", "answerable", milliseconds],
  ["second", "second", milliseconds],
];

/** Prints a table of what `write` makes of each value. */
function print(title, rows, write) {
  console.log(`\n${title.padEnd(14)}${columns.map(([, head]) => head.padStart(13)).join("")}`);
  for (const row of rows) {
    console.log(row.name.padEnd(14) + columns.map(([key, , form]) => write(row[key], key, form).padStart(13)).join(""));
  }
}

const { peers, versions } = await fetchPeers();
const { first, choice, second } = await questions();
const all = await sites(peers, [first, second]);
try {
  const { browser } = await start();
  console.log(`${versions.join(", ")}; Chromium ${browser.version()}`);
  console.log(`"${first.title}" with ${first.choices.length} choices, then "${second.title}"; median of ${runs}`);
  const rows = await measure(all, { choice, onward, second: second.choices[0] });
  print("", rows, (value, key, form) => form(value));
  print("to Wijkdeur", rows, (value, key) => (value / rows[0][key]).toFixed(2));
} finally {
  for (const { stop } of all) stop?.();
  await close();
}
