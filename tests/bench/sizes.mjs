// What a first visit costs on the wire until the first question can be answered:
// a browser with nothing cached opens the page, and every file it asks for until
// the app says it is ready counts with the size in which the desk sends it.
// 1 KB is 1000 bytes; headers do not count. The budget stands in budget.json.

import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { close, dist, open } from "../e2e/harness.mjs";

const budget = JSON.parse(await readFile(new URL("budget.json", import.meta.url), "utf8"));

const kinds = {
  ".html": "html",
  ".js": "js",
  ".mjs": "js",
  ".wasm": "wasm",
  ".css": "css",
  ".bin": "data",
};
const suffixes = { br: ".br", gzip: ".gz" };

const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(9);

/** The file that the desk answers this path with. */
async function fileOf(path) {
  const file = join(dist, decodeURIComponent(path));
  return (await stat(file)).isDirectory() ? join(file, "index.html") : file;
}

/** Opens the page and gives the files it asked for before it was ready. */
async function firstVisit() {
  const { page } = await open();
  const requests = [];
  page.on("request", (request) => requests.push(request));
  await page.goto(budget.page);
  await page.waitForSelector("html[data-ready=true], html[data-failed=true]");
  if (await page.$("html[data-failed]")) throw new Error("The app did not start.");
  return Promise.all([...requests].map(sizeOf));
}

async function sizeOf(request) {
  const { pathname } = new URL(request.url());
  const response = await request.response();
  if (!response?.ok()) throw new Error(`${pathname} got no answer (${response?.status()}).`);
  const file = await fileOf(pathname);
  const encoding = await response.headerValue("content-encoding");
  const { size } = await stat(file + (suffixes[encoding] ?? ""));
  return { pathname, kind: kinds[extname(file)] ?? "other", size, encoding: encoding ?? "as it is" };
}

try {
  const files = await firstVisit();
  const sums = new Map();
  for (const { kind, size } of files) sums.set(kind, (sums.get(kind) ?? 0) + size);
  const total = files.reduce((sum, { size }) => sum + size, 0);

  console.log(`First visit to ${budget.page}, in KB on the wire`);
  for (const { pathname, size, encoding } of files) {
    console.log(`${kilobytes(size)}  ${pathname} (${encoding})`);
  }
  console.log("");
  for (const [kind, size] of sums) console.log(`${kilobytes(size)}  ${kind}`);
  console.log(`${kilobytes(total)}  in all, of ${budget.kilobytes}`);
  if (total > budget.kilobytes * 1000) {
    console.error("Over the budget of tests/bench/budget.json.");
    process.exitCode = 1;
  }
} finally {
  await close();
}
