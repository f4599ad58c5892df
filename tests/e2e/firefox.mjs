// What Firefox can do and Playwright does not ask it. They speak over WebDriver BiDi, which
// knows no media to emulate, no page without scripts and no list of the tab's history. Firefox
// has all of these inside, where its own developer tools set them, and lets a test in there
// with `--remote-allow-system-access`. Nothing of it is seen by a page.
// `engines.test.mjs` fails if one of them no longer takes.

import { firefox } from "playwright-core";

export async function launch(executablePath) {
  const browser = await firefox.launch({
    channel: "moz-firefox",
    executablePath,
    args: ["--remote-allow-system-access"],
    firefoxUserPrefs: {
      // Nothing goes out: what is not of this machine is asked of a proxy that is not there.
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": 9,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": 9,
      // To read the clipboard asks a press on "Paste" that no test can make.
      "dom.events.testing.asyncClipboard": true,
    },
  });
  acknowledge(browser);
  return browser;
}

/**
 * Answers everything that Firefox says at once, with a pong that nobody asked for. Firefox holds
 * the second of two words back until the first was acknowledged, and the kernel waits 40 ms for
 * something to acknowledge it with: each press took a fifth of a second.
 */
function acknowledge(browser) {
  const { _ws: line } = browser._connection.toImpl(browser)._connection._transport;
  line.addEventListener("message", () => line.pong());
}

/** Whether a script threw this: what a page's policy forbids Firefox also reports as an error. */
export const threw = (error) => /^(\w+|uncaught exception)$/.test(error.name);

/** Whether this is the policy that keeps Playwright's own style out, which hides a caret in a picture. */
export const ours = (error) =>
  error.message.includes("sha256-YjaKGiklmzC6wjXA513HAMmzus8VE61XCOT+SmwNZWA=");

/** The page and its browser as the other half of Playwright has them, which speaks BiDi. */
function inside(page) {
  const session = page._connection.toImpl(page).delegate._session;
  const browser = page._connection.toImpl(page.context().browser())._browserSession;
  return { session, browser, tab: session.sessionId };
}

const windows = new WeakMap();

/** Runs this body of a function inside Firefox; `tab` is the page's BrowsingContext. */
async function within(page, body, told = {}) {
  const { browser, tab } = inside(page);
  if (!windows.has(browser)) {
    const { contexts } = await browser.send("browsingContext.getTree", { "moz:scope": "chrome" });
    windows.set(browser, contexts[0].context);
  }
  const expression = `(async (told) => {
    const manager = "chrome://remote/content/shared/NavigableManager.sys.mjs";
    const { NavigableManager } = ChromeUtils.importESModule(manager);
    const tab = NavigableManager.getBrowsingContextById(${JSON.stringify(tab)});
    return JSON.stringify(await (async () => { ${body} })() ?? null);
  })(${JSON.stringify(told)})`;
  return evaluate(browser, windows.get(browser), expression).then(JSON.parse);
}

async function evaluate(session, context, expression) {
  const target = { context };
  const said = await session.send("script.evaluate", { expression, awaitPromise: true, target });
  if (said.type === "exception") throw new Error(said.exceptionDetails.text);
  return said.result.value;
}

// A tab gets another BrowsingContext on its way between pages that may not share a process.
const EMULATE = `
  globalThis.emulated ??= (() => {
    const all = new Map();
    Services.obs.addObserver((other) => {
      if (!other.parent && all.has(other.browserId)) Object.assign(other, all.get(other.browserId));
    }, "browsing-context-attached");
    return all;
  })();
  const asked = emulated.get(tab.browserId) ?? {};
  if ("media" in told) asked.mediumOverride = told.media ?? "";
  if ("colorScheme" in told) asked.prefersColorSchemeOverride = told.colorScheme ?? "none";
  if ("forcedColors" in told) asked.forcedColorsOverride = told.forcedColors ?? "none";
  if ("reducedMotion" in told) asked.prefersReducedMotionOverride = told.reducedMotion ?? "none";
  if ("scripts" in told) asked.allowJavascript = told.scripts;
  emulated.set(tab.browserId, asked);
  Object.assign(tab, asked);`;

/** Makes a context do in Firefox what its options ask, for each of its pages. */
export function complete(context, options) {
  const newPage = context.newPage.bind(context);
  context.newPage = async () => {
    const page = await newPage();
    page.emulateMedia = (media = {}) => within(page, EMULATE, media);
    const { colorScheme = "light", forcedColors, reducedMotion } = options;
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion });
    tellDownloads(page);
    if (options.javaScriptEnabled === false) await page.emulateMedia({ scripts: false });
    return page;
  };
  // Firefox has no such permission to grant: see the preference above.
  const grantPermissions = context.grantPermissions.bind(context);
  context.grantPermissions = async (permissions, ...more) => {
    const others = permissions.filter((name) => !name.startsWith("clipboard-"));
    if (others.length > 0) await grantPermissions(others, ...more);
  };
}

/** What a script saves has no name by which Playwright knows it, so that it tells of none. */
function tellDownloads(page) {
  const names = new Map();
  const { session } = inside(page);
  session.on("browsingContext.downloadWillBegin", ({ url, suggestedFilename }) => {
    names.set(url, suggestedFilename);
  });
  session.on("browsingContext.downloadEnd", ({ navigation, download, url, filepath }) => {
    if (navigation || download) return;
    page.emit("download", { suggestedFilename: () => names.get(url), path: async () => filepath });
  });
}

/** What a request carries is told to nobody but the page that sends it. */
export async function onPost(page, heard) {
  await page.exposeFunction("tellPost", heard);
  await page.addInitScript(() => {
    const send = globalThis.fetch;
    globalThis.fetch = async (asked, ...more) => {
      if (asked.method === "POST") await tellPost(asked.headers.get("idempotency-key"), await asked.clone().text());
      return send(asked, ...more);
    };
  });
}

/** The entries of the tab's history, and which of them it stands at. */
export function history(page) {
  return within(page, `
    const { sessionHistory: all } = tab;
    const entries = [];
    for (let at = 0; at < all.count; at += 1) entries.push({ url: all.getEntryAtIndex(at).URI.spec });
    return { entries, index: all.index };`);
}

/** `goTo` is done when the browser has been there. */
export const arrives = true;

/** Goes to an entry of the history, as who picks one from the list under the button Back. */
export function goTo(page, index) {
  return within(page, `
    const { embedderElement: browser } = tab;
    await new Promise((resolve) => {
      const listener = {
        QueryInterface: ChromeUtils.generateQI(["nsIWebProgressListener", "nsISupportsWeakReference"]),
        onLocationChange(progress) {
          if (!progress.isTopLevel) return;
          browser.removeProgressListener(listener);
          resolve();
        },
      };
      browser.addProgressListener(listener, Ci.nsIWebProgress.NOTIFY_LOCATION);
      browser.gotoIndex(told.index);
    });`, { index });
}

/** What this expression is in the page that stands there now, as JSON. */
export async function read(page, expression) {
  const { session, tab } = inside(page);
  return JSON.parse(await evaluate(session, tab, `JSON.stringify(${expression})`));
}
