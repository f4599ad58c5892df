// Twelve walks in WebKit, whole from the first screen: the engine of every iPhone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { dist, hurry, serve } from "../harness.mjs";
import { close, open, until } from "./browser.mjs";
import { front } from "./front.mjs";

const needs = "Waar wilt u hulp bij?";
const advice = "Hier kunt u terecht";
const house = "Hulp in huis, hulpmiddelen, vervoer of parkeren";
const danger = "Bent u nu in gevaar?";

/** What only a page says where something was answered. */
const visited = /Hier kunt u terecht|Iemand spreken|Bent u nu in gevaar|Schoonmaken|Vraag \d/;

/** A walk presses faster than anybody, as every other test does. */
const HURRY = `(${hurry})();`;

let desk;
let line;

before(async () => {
  desk = await serve(dist);
  line = await front(desk.origin);
});

after(async () => {
  await close();
  line?.close();
  desk?.child.kill();
});

/** A walk in a browser of its own, over a line that does what it should. */
function walk(name, steps) {
  test(name, async () => {
    Object.assign(line, { refuses: () => false, holds: async () => {}, headers: {}, first: HURRY, asked: [] });
    const page = await open();
    try {
      await steps(page);
    } finally {
      await page.close();
    }
  });
}

async function begin(page, path = "/voorbeeldstad/") {
  await page.goto(line.origin + path);
  await page.ready();
}

async function household(page, postcode = "1230") {
  await page.answer(needs, house);
  await page.answer("Wat lukt niet meer in huis of buiten?", "Schoonmaken lukt niet meer");
  await page.answer("Hoe lang hebt u hulp nodig?", "Langer dan een half jaar");
  await page.givePostcode(postcode);
  await page.at(advice);
}

async function toDanger(page) {
  await page.answer(needs, "Ik of een ander is niet veilig");
  await page.at(danger);
}

async function overview(page) {
  await page.click("//main//a[normalize-space()='Alle teams en nummers per wijk']");
  await page.at("Alle hulp in Voorbeeldstad, per wijk");
}

const LOOK = `(() => {
  const started = !document.getElementById("app") || document.documentElement.dataset.ready === "true";
  if (document.readyState !== "complete" || !started) return null;
  let kept = "";
  try { kept = Object.values({ ...sessionStorage }).join(""); } catch {}
  const chosen = document.querySelectorAll("input:checked").length;
  return { url: location.href, text: document.body.innerText, chosen, kept };
})()`;

/** What stands at every entry before this one, reached by going back from here. */
async function behind(page) {
  const seen = [];
  let at = (await page.read("history.length")) - 1;
  for (let steps = 1; at - steps >= 0; ) {
    await page.read(`[globalThis.here = true,
      addEventListener("popstate", () => { globalThis.here = false; }, { once: true }),
      history.go(-${steps})].length`);
    await until(`the page ${steps} back`, () => page.read("!globalThis.here"));
    let found = await until("a page that stands there", () => page.read(LOOK));
    // The neutral page of our own goes on by itself; then the tab is where it was.
    if (found.url.endsWith("/weg/")) {
      await page.at("Neutraal");
      found = await page.read(LOOK);
    }
    seen.push(found);
    if (found.url.startsWith(line.origin)) {
      at -= steps;
      steps = 1;
    } else if (found.url.startsWith("http")) {
      at = (await page.read("history.length")) - 1;
      steps += 1;
    } else break;
  }
  return seen;
}

async function nothingBehind(page) {
  const seen = await behind(page);
  assert.ok(seen.length > 0, "no entry was seen");
  for (const { url, text, chosen, kept } of seen) {
    if (!url.startsWith(line.origin)) continue;
    assert.doesNotMatch(text, visited, url);
    assert.equal(chosen, 0, "a choice is left");
    assert.equal(kept, "", "answers are left");
  }
}

async function leave(page) {
  await page.click("//a[@id='leave']");
  await page.at("Neutraal");
}

async function wipe(page) {
  await page.click("//summary[normalize-space()='Hulp']");
  await page.button("Wis alles en begin opnieuw");
  await page.at(needs);
}

walk("one need, from the first screen to a number to call", async (page) => {
  await begin(page);
  await household(page);
  await page.one("//section[contains(., 'Eerst dit')]//*[normalize-space()='Wijkteam Noord']");
  await page.one("//a[@href='tel:0123456711']");
  await page.one("//*[contains(text(), 'U koos: ‘Schoonmaken lukt niet meer’.')]");
});

walk("three needs: each is asked on, and one contact leads", async (page) => {
  await begin(page);
  await page.answer(needs, house, "Geld tekort, schulden of iets niet kunnen betalen", "Ik zorg voor iemand, of maak mij zorgen om iemand");
  // The questions follow one after another: the first choice of each, but the postcode.
  for (let asked = 0; asked < 12; asked += 1) {
    const title = await page.read("document.title");
    const next = await until("a screen", () => page.read("document.querySelector('h1')?.innerText"));
    if (next === advice) break;
    if (next === "Wat is uw postcode?") await page.givePostcode("1230");
    else {
      await page.click("(//main//input[not(@type='text')])[1]/following::label[1] | (//main//label)[1]");
      await page.button("Verder");
    }
    await until("the next screen", async () => (await page.read("document.title")) !== title);
  }
  await page.at(advice);
  assert.equal((await page.all("//*[normalize-space()='Eerst dit']")).length, 1);
});

walk("danger: two taps to a number to call, before any other question", async (page) => {
  await begin(page);
  await toDanger(page);
  await page.one("//main//a[@href='tel:112']");
  await page.button("Verder met de vragen");
  await page.answer("Wat is er aan de hand?", "Iemand doet mij pijn, bedreigt, dwingt of volgt mij");
  await page.at("Goed dat u dit zegt");
  await page.one("//a[@href='tel:08002000']");
});

walk("'Snel weg' from the lines for danger: Back finds nothing of them", async (page) => {
  await begin(page);
  await toDanger(page);
  await leave(page);
  await nothingBehind(page);
});

walk("'Snel weg' from another page: Back finds nothing of the lines for danger", async (page) => {
  await begin(page);
  await toDanger(page);
  await page.goto(`${line.origin}/voorbeeldstad/overzicht/`);
  await page.at("Alle hulp in Voorbeeldstad, per wijk");
  await leave(page);
  await nothingBehind(page);
});

walk("'Wis alles': Back finds no answer", async (page) => {
  await begin(page);
  await household(page);
  await wipe(page);
  assert.equal(await page.read("Object.values({ ...sessionStorage }).join('')"), "");
  assert.equal(await page.read("document.querySelectorAll('input:checked').length"), 0);
  await nothingBehind(page);
});

walk("'Wis alles' on a page that was followed to: Back finds no answer", async (page) => {
  await begin(page);
  await household(page);
  await page.goto(`${line.origin}/voorbeeldstad/`);
  await page.ready();
  await wipe(page);
  await nothingBehind(page);
});

async function toSend(page) {
  await begin(page, "/voorbeeldstad/");
  await household(page, "1231 AB");
  await page.button("Vraag of zij contact opnemen");
  await page.at("Hoe kunnen zij u bereiken?");
  await page.fill("Telefoonnummer", "06-12 34 56 78");
  await page.button("Verder");
  await page.at("Wilt u nog iets zeggen?");
  await page.button("Verder");
  await page.at("Klopt het zo?");
  await page.click("//label[starts-with(normalize-space(), 'Ik vind het goed')]");
}

const sent = () => line.asked.filter((asked) => asked === "POST /api/contact-requests").length;

walk("a request to be contacted arrives, once", async (page) => {
  await toSend(page);
  await page.button("Versturen naar Wijkteam Noord");
  await page.at("Uw bericht is aangekomen");
  await page.says(/WD-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.equal(sent(), 1);
});

walk("offline a request waits, and is sent when the connection is back", async (page) => {
  await toSend(page);
  line.refuses = () => true;
  await page.button("Versturen naar Wijkteam Noord");
  await page.at("Uw bericht is nog niet verstuurd");
  line.refuses = () => false;
  await page.read("dispatchEvent(new Event('online'))");
  await page.at("Uw bericht is aangekomen");
});

walk("storage that is refused: the visit works from memory, and says so", async (page) => {
  line.first += `Object.defineProperty(globalThis, "sessionStorage", {
    get() { throw new DOMException("denied", "SecurityError"); },
  });`;
  await begin(page);
  await page.answer(needs, house);
  await page.at("Wat lukt niet meer in huis of buiten?");
  await page.says(/Deze browser onthoudt niets/);
  await page.answer("Wat lukt niet meer in huis of buiten?", "Schoonmaken lukt niet meer");
  await page.answer("Hoe lang hebt u hulp nodig?", "Langer dan een half jaar");
  await page.givePostcode("1230");
  await page.at(advice);
});

walk("no script: the numbers, and the way to the team of a wijk", async (page) => {
  // A document in such a sandbox has no scripts, and shows what stands in `noscript`.
  line.headers = { "content-security-policy": "sandbox allow-same-origin allow-top-navigation" };
  await page.goto(`${line.origin}/voorbeeldstad/`);
  await page.at(needs);
  await page.says(/De vragen werken niet in deze browser/);
  await page.one("//a[@href='tel:112']");
  await overview(page);
  await page.link("Havenkwartier");
  await page.at("Hulp in Havenkwartier");
});

walk("a slow line: what is pressed before the app has come is done when it has", async (page) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  line.holds = async (url) => { if (url.endsWith(".wasm")) await held; };
  try {
    // The page has loaded when all of it has; a resident begins before that.
    await page.goto("about:blank");
    await page.read(`location.assign(${JSON.stringify(`${line.origin}/voorbeeldstad/`)})`);
    await page.at(needs);
    await page.choose("Ik of een ander is niet veilig");
    await page.button("Verder");
    assert.equal((await page.all("//html[@data-ready='true']")).length, 0, "the app was there already");
  } finally {
    release();
  }
  await page.at(danger);
});
