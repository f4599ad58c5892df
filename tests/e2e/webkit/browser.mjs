// WebKitGTK's own small browser, through WebDriver: what of it a walk needs, and no more.
// A client from a registry knows no WebKitGTK; the protocol is a handful of addresses.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const own = (child) => {
  // A test that dies must not leave a program behind.
  process.once("exit", () => child.kill());
  return child;
};

/** A screen that nobody sees: WebKitGTK draws on nothing less. */
function startScreen() {
  const child = own(spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  }));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Xvfb stopped at its start (${code}).`)));
    createInterface({ input: child.stdio[3] }).once("line", (line) => {
      resolve({ child, display: `:${line.trim()}` });
    });
  });
}

/** Asks until it is there: a program that has just begun, a page that is on its way. */
export async function until(what, ask, patience = 10_000) {
  const deadline = Date.now() + patience;
  for (let last; ; ) {
    try {
      const found = await ask();
      if (found) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`not there: ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let running;

async function start() {
  const screen = await startScreen();
  const port = await freePort();
  const driver = own(spawn("WebKitWebDriver", [`--port=${port}`], {
    env: { ...process.env, DISPLAY: screen.display },
    stdio: "ignore",
  }));
  const origin = `http://127.0.0.1:${port}`;
  await until("WebKitWebDriver", async () => (await fetch(`${origin}/status`)).ok);
  return { screen, driver, origin };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** WebKitGTK's small browser: `find_webkit` of tools/setup.sh names it. */
function miniBrowser() {
  if (!process.env.MINIBROWSER) throw new Error("Name WebKitGTK's MiniBrowser in MINIBROWSER.");
  return process.env.MINIBROWSER;
}

async function call(method, address, body) {
  const said = await fetch(address, {
    method,
    headers: { "content-type": "application/json" },
    body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
  });
  const { value } = await said.json();
  if (!said.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** A browser of its own: nothing cached, nothing stored. */
export async function open(settings = []) {
  running ??= start();
  const { origin } = await running;
  const { sessionId } = await call("POST", `${origin}/session`, {
    capabilities: {
      alwaysMatch: {
        "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation", ...settings] },
      },
    },
  });
  return new Page(`${origin}/session/${sessionId}`);
}

export async function close() {
  if (!running) return;
  const { screen, driver } = await running;
  running = undefined;
  driver.kill();
  screen.child.kill();
}

const quoted = (words) => (words.includes('"') ? `'${words}'` : `"${words}"`);
const says = (words) => `normalize-space()=${quoted(words)}`;

/** The page in one browser, used as a resident does: by what is to be seen. */
class Page {
  constructor(session) {
    this.session = session;
  }

  close = () => call("DELETE", this.session);
  goto = (url) => call("POST", `${this.session}/url`, { url });
  url = () => call("GET", `${this.session}/url`);
  reload = () => call("POST", `${this.session}/refresh`);
  back = () => call("POST", `${this.session}/back`);

  /** What this expression is in the page. */
  read = (expression) =>
    call("POST", `${this.session}/execute/sync`, { script: `return (${expression});`, args: [] });

  text = () => this.read("document.body.innerText");

  /** The elements on this path that can be seen. */
  async all(value) {
    const found = await call("POST", `${this.session}/elements`, { using: "xpath", value });
    const shown = await Promise.all(
      found.map((it) => call("GET", `${this.session}/element/${it[ELEMENT]}/displayed`)),
    );
    return found.filter((_, at) => shown[at]).map((it) => it[ELEMENT]);
  }

  one = (path) => until(path, async () => (await this.all(path))[0]);

  /** Clicks it, also where a screen that comes draws it anew meanwhile. */
  click = (path) =>
    until(`a click on ${path}`, async () => {
      const [element] = await this.all(path);
      if (!element) return false;
      // The driver brings it to an edge, where it may lie half outside.
      const script = 'arguments[0].scrollIntoView({ block: "center" });';
      await call("POST", `${this.session}/execute/sync`, { script, args: [{ [ELEMENT]: element }] });
      await call("POST", `${this.session}/element/${element}/click`);
      return true;
    });

  button = (words) => this.click(`//button[${says(words)}]`);
  link = (words) => this.click(`//a[${says(words)}]`);
  /** Waits for the screen with this heading. */
  at = (words) => this.one(`//h1[${says(words)}]`);
  /** Waits until the app has taken over from the page's own first screen. */
  ready = () => this.one("//html[@data-ready='true']//h1");

  choose = (words) => this.click(`//label[${says(words)}]`);

  async answer(question, ...choices) {
    await this.at(question);
    for (const each of choices) await this.choose(each);
    await this.button("Verder");
  }

  async fill(label, text) {
    await this.one(`//label[${says(label)}]`);
    const value = `//*[@id=//label[${says(label)}]/@for]`;
    const field = await call("POST", `${this.session}/element`, { using: "xpath", value });
    await call("POST", `${this.session}/element/${field[ELEMENT]}/value`, { text });
  }

  async givePostcode(postcode) {
    await this.at("Wat is uw postcode?");
    await this.fill("Wat is uw postcode?", postcode);
    await this.button("Verder");
  }

  async says(pattern) {
    await until(String(pattern), async () => pattern.test(await this.text()));
  }
}

