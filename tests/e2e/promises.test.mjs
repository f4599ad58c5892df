// What must never happen to somebody who asks, and what must always be there: taken from
// cases of practice, each walked on the screens as that person would.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { close } from "./harness.mjs";
import { directory, party } from "./town.mjs";
import {
  advice, answer, answerAll, at, begin, choice, givePostcode, heading, needs, onward, press, unfold,
} from "./visit.mjs";

after(close);

const YOUNG = "Ik ben jonger dan 18 en vraag zelf hulp";
const main = (page) => page.locator("main");

/** The text of the screen, without what stands around it. */
const said = (page) => main(page).innerText();

/** Fails when the screen asks to type anything but a postcode. */
async function asksNoNames(page) {
  const fields = await main(page).locator("input:not([type=checkbox], [type=radio]), textarea, select").all();
  for (const field of fields) assert.equal(await field.getAttribute("autocomplete"), "postal-code");
}

/** Goes on until the advice, skipping what is asked; gives every heading on the way. */
async function skipToAdvice(page) {
  const headings = [];
  for (let screen = 0; screen < 15; screen += 1) {
    const title = await heading(page).textContent();
    headings.push(title);
    await asksNoNames(page);
    if (title === advice || title === "Hier kun je terecht") return headings;
    const on = main(page).getByRole("button", { name: /^(Ik weet het niet|Verder (met de vragen|naar mijn advies))$/ });
    await on.first().click();
    await heading(page).filter({ hasNotText: title }).waitFor();
  }
  throw new Error(`no advice after ${headings.join(" | ")}`);
}

/** The first card of the advice. */
const first = (page) => page.locator("section").filter({ hasText: "Eerst dit" });

test("hit just now: no place, age or topic before the lines, and never a team on top", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Ik of een ander is niet veilig");
  await at(page, "Bent u nu in gevaar?");
  await onward(page).click();
  await answer(page, "Wat is er aan de hand?", "Iemand doet mij pijn, bedreigt, dwingt of volgt mij");
  await onward(page).click();
  await answer(page, "Is er nu gevaar, of kan dat zo komen?", "Ja, nu of elk moment");
  await at(page, "Bel nu 112");
  await onward(page).click();
  await answer(page, "Is er een kind in huis?", "Ja");
  await skipToAdvice(page);
  const calls = await main(page).getByRole("link", { name: /^Bel / }).all();
  assert.equal(await calls[0].getAttribute("href"), "tel:112");
  await first(page).getByRole("heading", { level: 2, name: "112" }).waitFor();
  assert.doesNotMatch(await said(page), /sms|bevestiging|naar uw huis/i);
  guard.check();
});

test("a plan for tonight: 113 at once, no judgement and no waiting", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Ik of een ander is niet veilig");
  await onward(page).click();
  await answer(page, "Wat is er aan de hand?", "Ik denk aan de dood of wil niet meer leven");
  await at(page, "Blijf hier niet alleen mee");
  assert.doesNotMatch(await said(page), /werkdagen|egoïst|zonde|moet u/i);
  await skipToAdvice(page);
  await first(page).getByRole("link", { name: "Bel 113" }).waitFor();
  guard.check();
});

test("alone and letters unopened: asked on before any crisis screen, and a person to call", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: ["Brieven, rekeningen, een besluit of DigiD", "Eenzaam, somber, ziek, ruzie, drank of drugs"],
    "Wat past het best bij u?": ["Ik ben veel alleen", "Ik ben somber, gespannen of slaap slecht"],
    "Wat speelt er met brieven of DigiD?": "Ik maak mijn post niet meer open",
    "Denkt u wel eens aan de dood?": "Nee",
  });
  const headings = await skipToAdvice(page);
  assert.ok(!headings.some((each) => /alleen mee|altijd over praten/.test(each)), headings.join(" | "));
  await first(page).getByRole("link", { name: /^Bel / }).waitFor();
  guard.check();
});

test("sixteen, and nobody may know: no parents, no DigiD, no letter, no dead end", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, YOUNG);
  await answer(page, "Wat is er met je aan de hand?", "Ruzie of problemen thuis", "Ik denk aan de dood of doe mezelf pijn");
  await at(page, "Hier kun je altijd over praten");
  await onward(page).click();
  await answer(page, "Ben je bang dat het nu misgaat?", "Nee, nu niet");
  await skipToAdvice(page);
  // A name is nobody's to change: ‘Steunpunt Naast U’.
  const text = directory.providers.reduce((text, { name }) => text.replaceAll(name, ""), await said(page));
  assert.doesNotMatch(text, /toestemming van (je|uw) ouders|DigiD|BSN|18 jaar of ouder/i);
  assert.match(text, /Kindertelefoon/);
  assert.doesNotMatch(text, /(^|[^\p{L}])[Uu]w?([^\p{L}]|$)/u, "somebody of 16 is called u");
  await page.getByRole("heading", { level: 1, name: "Hier kun je terecht" }).waitFor();
  guard.check();
});

test("fifteen and a carer: a place for carers, nothing for the parents to fill in", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, YOUNG);
  await answer(page, "Wat is er met je aan de hand?", "Ik zorg thuis voor iemand die ziek is");
  await skipToAdvice(page);
  await first(page).getByRole("heading", { level: 2, name: "Mantelzorgpunt" }).waitFor();
  guard.check();
});

test("a complaint goes past the team it is about, with somebody independent beside you", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Brieven, rekeningen, een besluit of DigiD");
  await answer(page, "Wat speelt er met brieven of DigiD?", "Ik ben niet goed geholpen of hoor niets");
  await answer(page, "Waar gaat het over?", "Hulp, zorg of een hulpmiddel van de gemeente");
  await givePostcode(page, "1230");
  await at(page, advice);
  assert.doesNotMatch(await first(page).innerText(), /Wijkteam/);
  await page.getByText(party(directory, directory.municipality.client_support.known).name).first().waitFor();
  guard.check();
});

test("no fixed address is no reason to be sent away", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Huis, huur, energie, buren of geen slaapplek");
  await answer(page, "Wat speelt er met uw huis?", "Ik heb geen vaste plek om te wonen");
  await answer(page, "Bent u bang voor iemand, of is een kind dat?", "Nee");
  await answer(page, "Hebt u vannacht een plek om te slapen?", "Nee, vannacht niet");
  await at(page, "Een plek voor vannacht");
  await onward(page).click();
  await answer(page, "Zijn er kinderen bij u?", "Nee");
  await press(page, "Ik heb geen vast adres");
  await at(page, advice);
  await first(page).getByRole("link", { name: /^Bel / }).waitFor();
  guard.check();
});

test("for a mother elsewhere: not sent away, told how it goes there", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: "Hulp in huis, hulpmiddelen, vervoer of parkeren",
    "Wat lukt niet meer in huis of buiten?": "De trap, douche of drempel lukt niet meer",
  });
  await at(page, "Wat is uw postcode?");
  await page.getByText("Geef dan de postcode van diegene").waitFor();
  await press(page, "Het is in een andere gemeente");
  await at(page, advice);
  await first(page).getByText(/Bel de gemeente waar u woont, of de gemeente van degene voor wie u vraagt/).waitFor();
  assert.doesNotMatch(await first(page).innerText(), /Wijkteam|012-345 67/);
  guard.check();
});

test("bruises next door: Veilig Thuis, without the name of the child or of who calls", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Ik of een ander is niet veilig");
  await onward(page).click();
  await answer(page, "Wat is er aan de hand?", "Ik ben bang dat een kind niet veilig is");
  await at(page, "Goed dat u aan dit kind denkt");
  await page.getByText("Uw naam hoeft niet.").waitFor();
  await skipToAdvice(page);
  await first(page).getByRole("link", { name: "Bel 0800-2000" }).waitFor();
  assert.doesNotMatch(await said(page), /praat eerst (zelf )?met de ouders/i);
  guard.check();
});

test("for work: a child perhaps not safe is advice first, and no form about the child", async () => {
  const { page, guard } = await begin();
  await answer(page, needs, "Iets anders, ik weet het niet, geen papieren, gevangenis");
  await answer(page, "Wat past het best bij u?", "Voor mijn werk: een kind is misschien niet veilig");
  await at(page, "Goed dat u aan dit kind denkt");
  await skipToAdvice(page);
  await first(page).getByRole("link", { name: "Bel 0800-2000" }).waitFor();
  guard.check();
});

test("to be put out of the house the day after tomorrow: today's desk by phone, not by mail alone", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: "Huis, huur, energie, buren of geen slaapplek",
    "Wat speelt er met uw huis?": "Ik moet uit huis, of ze sluiten stroom, gas of water af",
    "Waarom moet u eruit of sluit men af?": "Door een schuld of achterstand",
    "Staat er een datum in een brief?": "Ja, ik moet eruit of word afgesloten",
  });
  await at(page, "Bel vandaag nog");
  await main(page).getByRole("link", { name: /^Bel / }).first().waitFor();
  await skipToAdvice(page);
  await first(page).getByRole("link", { name: /^Bel / }).waitFor();
  assert.doesNotMatch(await said(page), /weken wachten/i);
  guard.check();
});

test("somebody who reads letters with a child's help is asked for a grown-up instead", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: ["Geld tekort, schulden of iets niet kunnen betalen", "Brieven, rekeningen, een besluit of DigiD"],
    "Wat speelt er met geld?": "Ik loop achter met betalen, of heb een boete",
    "Wat speelt er met brieven of DigiD?": "Ik begrijp brieven niet",
    "Staat er een datum in een brief?": "Nee, zo'n datum staat er niet in",
    "Zijn er kinderen bij u?": "Ja",
    "Wie leest nu uw brieven voor u?": "Mijn kind",
  });
  await skipToAdvice(page);
  await unfold(page);
  assert.match(await said(page), /liever niet uw kind/);
  guard.check();
});

test("four digits in areas of two teams: never guessed, and 'ik weet het niet' still reaches a person", async () => {
  const { page, guard } = await begin();
  await answerAll(page, {
    [needs]: "Hulp in huis, hulpmiddelen, vervoer of parkeren",
    "Wat lukt niet meer in huis of buiten?": "Schoonmaken lukt niet meer",
    "Hoe lang hebt u hulp nodig?": "Langer dan een half jaar",
  });
  await givePostcode(page, "1231");
  await at(page, "In welke wijk woont u?");
  assert.ok((await choice(page, "Havenkwartier").count()) === 1);
  await press(page, "Ik weet het niet");
  await at(page, advice);
  assert.doesNotMatch(await first(page).innerText(), /Wijkteam (Noord|Zuid)/);
  await first(page).getByRole("link", { name: "Bel 012-345 67 01" }).waitFor();
  guard.check();
});
