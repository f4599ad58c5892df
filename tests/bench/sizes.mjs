// What a first visit costs on the wire until the first question can be answered: a
// browser with nothing cached opens the page, and every file it asks for until the app
// says it is ready counts with the size in which the desk sends it. 1 KB is 1000 bytes;
// headers do not count. Pages and budget stand in budget.json. It must stay the same when
// a municipality with 2,000 organisations is published beside them.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { author, close, dist, open, root, serve } from "../e2e/harness.mjs";

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
async function fileOf(into, path) {
  const file = join(into, decodeURIComponent(path));
  return (await stat(file)).isDirectory() ? join(file, "index.html") : file;
}

/** Opens a page of a published app and gives the files it asked for before it was ready. */
async function firstVisit(into, path, options) {
  const { page } = await open(options);
  const requests = [];
  page.on("request", (request) => requests.push(request));
  await page.goto(path);
  await page.waitForSelector("html[data-ready=true], html[data-failed=true]");
  if (await page.$("html[data-failed]")) throw new Error("The app did not start.");
  return Promise.all([...requests].map((request) => sizeOf(into, request)));
}

async function sizeOf(into, request) {
  const { pathname } = new URL(request.url());
  const response = await request.response();
  if (!response?.ok()) throw new Error(`${pathname} got no answer (${response?.status()}).`);
  const file = await fileOf(into, pathname);
  const encoding = await response.headerValue("content-encoding");
  const { size } = await stat(file + (suffixes[encoding] ?? ""));
  return { pathname, kind: kinds[extname(file)] ?? "other", size, encoding: encoding ?? "as it is" };
}

const sum = (files) => files.reduce((total, { size }) => total + size, 0);

function print(path, files) {
  console.log(`First visit to ${path}, in KB on the wire`);
  for (const { pathname, size, encoding } of files) {
    console.log(`${kilobytes(size)}  ${pathname} (${encoding})`);
  }
  const sums = new Map();
  for (const { kind, size } of files) sums.set(kind, (sums.get(kind) ?? 0) + size);
  console.log("");
  for (const [kind, size] of sums) console.log(`${kilobytes(size)}  ${kind}`);
  console.log(`${kilobytes(sum(files))}  in all, of ${budget.kilobytes}\n`);
}

/** Publishes a copy of everything with a municipality of 2,000 organisations more. */
async function besideALargeOne(place) {
  const [data, into] = [join(place, "data"), join(place, "dist")];
  await cp(join(root, "public", "data"), data, { recursive: true });
  await cp(dist, into, { recursive: true, preserveTimestamps: true });
  const town = JSON.parse(await readFile(join(data, "municipalities", "voorbeeldstad.json"), "utf8"));
  Object.assign(town.municipality, { id: "GM9998", slug: "grootstad", name: "Grootstad" });
  // What may be hard in the one may be in its double.
  const plain = join(data, "catalogue", "plain.nl.json");
  await writeFile(plain, (await readFile(plain, "utf8")).replaceAll('"voorbeeldstad"', '"voorbeeldstad", "grootstad"'));
  const like = town.providers.find(({ kind }) => kind === "residents");
  for (let number = 1; number <= 2000; number += 1) {
    town.providers.push({ ...like, id: `groep-${number}`, name: `Groep ${number}` });
  }
  await writeFile(join(data, "municipalities", "grootstad.json"), JSON.stringify(town, null, 2));
  await promisify(execFile)(author, ["publish", "--data", data, "--into", into]);
  return into;
}

/** What is fetched after the first answer, by whom it is; none of it counts. */
async function printApart(path) {
  const page = await readFile(join(dist, path, "index.html"), "utf8");
  const [, first] = page.match(/href="(\/data\/[^"]+)"/);
  const [, rest] = page.match(/data-rest="([^"]+)"/);
  const own = new RegExp(`^${path.replaceAll("/", "")}-[0-9a-f]+\\.bin$`);
  const names = (await readdir(join(dist, "data"))).filter((name) => own.test(name));
  const young = names.map((name) => `/data/${name}`).filter((name) => ![first, rest].includes(name));
  for (const [what, file] of [["the rest", rest], ...young.map((name) => ["for who is under 18", name])]) {
    const { size } = await stat(join(dist, `${file}.br`));
    console.log(`${kilobytes(size)}  apart, ${what}: ${file}`);
  }
  console.log("");
}

const place = await mkdtemp(join(tmpdir(), "wijkdeur-"));
let desk;
try {
  const into = await besideALargeOne(place);
  desk = await serve(into);
  for (const path of budget.pages) {
    const files = await firstVisit(dist, path);
    print(path, files);
    await printApart(path);
    if (sum(files) > budget.kilobytes * 1000) {
      console.error(`${path} is over the budget of tests/bench/budget.json.`);
      process.exitCode = 1;
    }
    const beside = await firstVisit(into, path, { baseURL: desk.origin });
    console.log(`${kilobytes(sum(beside))}  beside a municipality with 2,000 organisations\n`);
    if (sum(beside) !== sum(files)) {
      console.error(`${path} costs more because of another municipality.`);
      process.exitCode = 1;
    }
  }
} finally {
  desk?.child.kill();
  await close();
  await rm(place, { recursive: true });
}
