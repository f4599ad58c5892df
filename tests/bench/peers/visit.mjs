// One visit as somebody with a cheap phone and a slow network makes it: nothing cached, 360 px
// wide, a processor four times as slow, 1.6 Mbit/s down, 0.75 up, 150 ms for each request.
//
// Who is in a hurry presses as soon as there is something to press: the choice in the first
// frame after it was painted, "Verder" in the frame after that. If that leads nowhere the press
// was lost, and the visit is made again with a press 50 ms later, then 100, 200 and so on. So what
// is measured is the earliest press that leads to the second question. The page presses itself,
// because a debugger presses when it has time.

import { setTimeout as sleep } from "node:timers/promises";
import { open } from "../../e2e/harness.mjs";

const viewport = { width: 360, height: 740 };
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};
/** How long somebody waits for the second question, and the latest press that is tried, in ms. */
const PATIENCE = 10_000;
const LATEST = 5000;

/** In the page: presses once, `later` than it could; tells when what happened. */
function hurry({ choice, onward, second, later }) {
  const tell = (what, at = performance.now()) => globalThis.tell(what, performance.timeOrigin + at);
  const says = (each, text) => each.offsetHeight > 0 && (each.value || each.textContent).includes(text);
  const find = (selector, text) => [...document.querySelectorAll(selector)].find((each) => says(each, text));
  let painted = false;
  let stood;
  let presses = 0;

  function frame(now) {
    if (find("label", second)) return tell("second");
    requestAnimationFrame(frame);
    if (presses === 1) {
      presses += 1;
      find("button, input[type=button]", onward)?.click();
    }
    const label = presses === 0 && find("label", choice);
    if (label && painted && now >= stood + later) {
      presses += 1;
      tell("pressed");
      label.control.click();
    }
    if (label) stood ??= now;
  }
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntriesByName("first-contentful-paint")) {
      painted = true;
      tell("painted", startTime);
    }
  }).observe({ type: "paint", buffered: true });
  tell("begun", 0);
  requestAnimationFrame(frame);
}

/** A page for a visit; `end` closes it and throws if something went wrong in it. */
async function arrive({ origin, lenient }) {
  const { context, page, guard } = await open({ viewport, baseURL: origin, bypassCSP: lenient });
  const end = async () => {
    await context.close();
    if (guard.errors.length > 0) throw new Error(`${origin}: ${guard.errors.join("\n")}`);
  };
  return { context, page, end };
}

async function slow(context, page) {
  const debug = await context.newCDPSession(page);
  await debug.send("Network.enable");
  await debug.send("Network.emulateNetworkConditions", network);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** One visit with one press; gives when what happened, in ms since it began. */
async function once(site, press) {
  const { context, page, end } = await arrive(site);
  const told = {};
  let resolve;
  const stands = new Promise((it) => { resolve = it; });
  await context.exposeBinding("tell", (_, what, at) => {
    told[what] ??= at;
    if (what === "second") resolve();
  });
  await context.addInitScript(hurry, press);
  await slow(context, page);
  await page.goto(site.path, { waitUntil: "commit" });
  await Promise.race([stands, sleep(PATIENCE, undefined, { ref: false })]);
  await end();
  const since = (what) => told[what] - told.begun;
  return { painted: since("painted"), pressed: since("pressed"), second: since("second") };
}

/** A visit with the earliest press that leads to the second question. */
export async function earliest(site, press) {
  for (let later = 0; later < LATEST; later = later * 2 || 50) {
    const told = await once(site, { ...press, later });
    if (told.second) return told;
  }
  throw new Error(`${site.name}: no press leads to the second question.`);
}

/** What the first question costs on the wire, as sizes.mjs counts: without headers. A program is script. */
export async function weigh(site) {
  const { page, end } = await arrive(site);
  const requests = [];
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(site.path, { waitUntil: "networkidle" });
  let [all, script] = [0, 0];
  for (const request of requests) {
    if (new URL(request.url()).protocol === "data:") continue;
    if (!request.url().startsWith(site.origin)) throw new Error(`${site.name} asks ${request.url()}.`);
    const { responseBodySize } = await request.sizes();
    all += responseBodySize;
    if (/\.(js|wasm)$/.test(request.url())) script += responseBodySize;
  }
  await end();
  return { all, script };
}
