// Starts the desk on the built pages and a browser, once per test file.
//
//   const { page, guard } = await open({ viewport: { width: 320, height: 640 } });
//   await page.goto("/voorbeeldstad/");
//   assert.deepEqual(await axe(page), []);
//   guard.check();
//   after(close);
//
// The engine is named in WIJKDEUR_ENGINE: `chromium`, or `firefox`.

import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterEach } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { chromium } from "playwright-core";
import * as firefox from "./firefox.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The published app to test: named in WIJKDEUR_DIST, or `dist`. */
export const dist = resolve(root, process.env.WIJKDEUR_DIST ?? "dist");

/** The folder in which a published app has the build that its pages use, as an address. */
export function build(directory = dist) {
  const files = readFileSync(join(directory, "published.txt"), "utf8");
  return `/${files.match(/^app\/.*\//m)[0]}`;
}

/** The engine to test in. */
export const engine = process.env.WIJKDEUR_ENGINE || "chromium";
if (!["chromium", "firefox"].includes(engine)) throw new Error(`No such engine: ${engine}.`);

/** Options of a test that only one engine can do, with the reason: `test(name, only("chromium", why), ..)`. */
export const only = (which, reason) => (engine === which ? {} : { skip: `only in ${which}: ${reason}` });

// A file that is given up leaves no desk and no browser behind.
process.once("SIGTERM", () => process.exit(1));

/** What the test that runs now has opened: a page that stays open takes its time from the next. */
const opened = new Set();
// The benches use this file too, and are no tests.
if (process.env.NODE_TEST_CONTEXT) {
  afterEach(async () => {
    await Promise.all([...opened].map((context) => context.close()));
    opened.clear();
  });
}

const programs = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "host");
const desk = join(programs, "balie");
/** The author's command line. */
export const author = join(programs, "wijkdeur");

const flags = [
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  // Without these a browser calls home, also where it cannot.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const places = {
  chromium: [
    process.env.CHROME,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  firefox: [process.env.FIREFOX, "/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

/** The browser to use: named in CHROME or FIREFOX, or in a place where one often is. */
export function browserPath(which = "chromium") {
  const found = places[which].find((path) => path && existsSync(path));
  if (!found) throw new Error(`No browser found for ${which}: name one in CHROME or FIREFOX.`);
  return found;
}

/** All desks that this file started, by their address. */
const desks = new Map();
let running;

/** Starts desk and browser unless they run; gives both and the desk's address. */
export function start() {
  running ??= serve(dist).then(async (server) => {
    try {
      return { ...server, browser: await startBrowser() };
    } catch (error) {
      server.child.kill();
      throw error;
    }
  });
  return running;
}

function startBrowser() {
  if (engine === "firefox") return firefox.launch(browserPath(engine));
  return chromium.launch(launching());
}

/** How Chromium is launched. */
function launching(more = []) {
  // Chromium refuses its sandbox to root.
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return {
    executablePath: browserPath(),
    args: [...flags, ...asRoot, ...more],
    // A resident's browser keeps whole pages to go back to, so this one must too.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  };
}

/**
 * Starts a desk on a published app. Port 0 lets it take a free port; the line it
 * prints says which, once it listens. What it stores is gone when it stops, unless
 * it is told `more`.
 */
export function serve(directory, more = []) {
  const told = ["--port", "0", "--db", "sqlite::memory:", ...more];
  const child = spawn(desk, ["serve", "--data", directory, ...told], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  // A test that dies must not leave a desk behind.
  process.once("exit", () => child.kill());
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The desk stopped at its start (${code}).`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      const origin = line.match(/http:\/\/[\w.:[\]]+/)?.[0];
      if (!origin) return;
      desks.set(origin, child);
      resolve({ origin, child });
    });
  });
}

/**
 * A page in a context of its own: nothing cached, nothing stored. A test presses faster than
 * anybody, so presses are not held to be meant for the screen before (`platform/press.js`),
 * unless it is about that: `unhurried`. Other options are those of Playwright's
 * `browser.newContext`.
 */
export async function open({ unhurried = false, ...options } = {}) {
  const { origin, browser } = await start();
  const context = await browser.newContext({ baseURL: origin, locale: "nl-NL", ...options });
  opened.add(context);
  if (engine === "firefox") firefox.complete(context, options);
  if (!unhurried) await context.addInitScript(hurry);
  // Nothing here takes long; a test that fails should say so soon.
  context.setDefaultTimeout(10_000);
  if (options.javaScriptEnabled === false) scriptless.add(context);
  const guard = guardOf(context);
  const page = await context.newPage();
  return { context, page, guard, origin };
}

/** Tells of each request to be contacted that leaves the page: under which key, and what it says. */
export async function onPost(page, heard) {
  if (engine === "firefox") return firefox.onPost(page, heard);
  page.on("request", (request) => {
    if (request.method() === "POST") heard(request.headers()["idempotency-key"], request.postData());
  });
}

/** A page in a profile of its own, which is kept in a folder as a resident's is. */
export async function openProfile(folder, more = []) {
  const { origin } = await start();
  const context = await chromium.launchPersistentContext(folder, {
    ...launching(more), baseURL: origin, locale: "nl-NL",
  });
  context.setDefaultTimeout(10_000);
  await context.addInitScript(hurry);
  return { context, page: context.pages()[0], origin };
}

/** Nothing on the page hears that a new screen came. */
export function hurry() {
  addEventListener("wijkdeur-shown", (event) => event.stopImmediatePropagation(), true);
}

/** Notes every request to another origin than a desk's and every error; `check` throws if there was one. */
function guardOf(context) {
  const guard = {
    foreign: [],
    errors: [],
    check() {
      const found = [
        ...guard.foreign.map((url) => `request to another origin: ${url}`),
        ...guard.errors,
      ];
      if (found.length > 0) throw new Error(found.join("\n"));
    },
  };
  const note = (url) => {
    // `data:` and `blob:` stay inside the page.
    if (/^(https?|wss?):/.test(url) && !desks.has(new URL(url).origin)) guard.foreign.push(url);
  };
  context.on("request", (request) => note(request.url()));
  context.on("page", (page) => page.on("websocket", (socket) => note(socket.url())));
  context.on("weberror", (it) => {
    const error = it.error();
    if (engine !== "firefox" || firefox.threw(error)) guard.errors.push(`uncaught: ${error.message}`);
    else if (!firefox.ours(error)) guard.errors.push(`console: ${error.name}: ${error.message}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") {
      guard.errors.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  return guard;
}

const scriptless = new WeakSet();
let axeSource;

/**
 * The violations that axe-core finds in the page as it stands now; options are
 * those of `axe.run`. The debugger evaluates its source, which a
 * Content-Security-Policy does not forbid, so the policy stays in force.
 */
export async function axe(page, options = {}) {
  if (scriptless.has(page.context())) throw new Error("axe-core needs JavaScript in the page.");
  axeSource ??= await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate((it) => globalThis.axe.run(document, it), {
    resultTypes: ["violations"],
    ...options,
  });
  return violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact,
    help,
    where: nodes.map((node) => node.target.join(" ")),
  }));
}

/** How many sheets of paper the page is. */
export async function sheets(page) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString("latin1");
  const parts = [text];
  // What one browser writes as it is another packs.
  for (const { index, 0: start } of text.matchAll(/stream\r?\n/g)) {
    try {
      parts.push(inflateSync(pdf.subarray(index + start.length)).toString("latin1"));
    } catch {
      // Not packed, or not so.
    }
  }
  return parts.join("\n").match(/\/Type\s*\/Page\b(?!s)/g).length;
}

/** Stops the browser and every desk. */
export async function close() {
  const { browser } = (await running) ?? {};
  running = undefined;
  await browser?.close();
  for (const child of desks.values()) child.kill();
}
