// Every kind of screen there is, and the way to it.

import { changed, withoutDesk } from "./town.mjs";
import {
  advice, answer, answerAll, at, choice, code, flaggedAdvice, givePostcode, household, householdAdvice, needs, press, ready, toDanger, unfold,
} from "./visit.mjs";

const visit = (walk, address = () => "") => async (page) => {
  await page.goto(`${await address()}/voorbeeldstad/`);
  await ready(page);
  await walk(page);
};

/** A screen of a request to be contacted, where there is a desk. */
const request = (walk) => async (page) => {
  await page.goto("/voorbeeldstad/");
  await ready(page);
  await answerAll(page, household);
  await givePostcode(page, "1231 AB");
  await at(page, advice);
  await press(page, "Vraag of zij contact opnemen");
  await at(page, "Hoe kunnen zij u bereiken?");
  await walk(page);
};

async function toReview(page) {
  await page.getByLabel("Telefoonnummer").fill("06-12 34 56 78");
  await press(page, "Verder");
  await at(page, "Wilt u nog iets zeggen?");
  await press(page, "Verder");
  await at(page, "Klopt het zo?");
}

async function send(page, title) {
  await toReview(page);
  await page.getByLabel(/^Ik vind het goed/).check();
  await page.getByRole("button", { name: /^Versturen naar/ }).click();
  await at(page, title);
}

const plain = (path, title) => async (page) => {
  await page.goto(path);
  await at(page, title);
};

async function toPostcode(page) {
  await answerAll(page, household);
  await at(page, "Wat is uw postcode?");
}

async function toAge(page) {
  await answer(page, needs, "Eenzaam, somber, ziek, ruzie, drank of drugs");
  await answer(page, "Wat past het best bij u?", "Ik ben somber, gespannen of slaap slecht");
  await answer(page, "Denkt u wel eens aan de dood?", "Nee");
  await at(page, "Hoe oud bent u?");
}

/** The ways to them, by name. */
export const screens = {
  "the first screen": visit((page) => at(page, needs)),
  "the first screen, chosen": visit((page) => choice(page, "Hulp in huis, hulpmiddelen, vervoer of parkeren").check()),
  "the first screen, nothing chosen": visit(async (page) => {
    await press(page, "Verder");
    await page.getByRole("group", { name: "Kijk nog even naar uw antwoord" }).waitFor();
  }),
  "other numbers": visit((page) => page.getByText("Andere nummers", { exact: true }).click()),
  "help": visit((page) => page.getByText("Hulp", { exact: true }).click()),
  "a question of many": visit(async (page) => {
    await answer(page, needs, "Hulp in huis, hulpmiddelen, vervoer of parkeren");
    await at(page, "Wat lukt niet meer in huis of buiten?");
  }),
  "a question of one": visit(async (page) => {
    const { [needs]: topic, "Wat lukt niet meer in huis of buiten?": what } = household;
    await answerAll(page, { [needs]: topic, "Wat lukt niet meer in huis of buiten?": what });
    await at(page, "Hoe lang hebt u hulp nodig?");
  }),
  "an age": visit(toAge),
  "the postcode": visit(toPostcode),
  "the postcode, refused": visit(async (page) => {
    await toPostcode(page);
    await givePostcode(page, "geen");
    await page.getByRole("link", { name: /^Dit lijkt geen postcode/ }).waitFor();
  }),
  "the wijk": visit(async (page) => {
    await toPostcode(page);
    await press(page, "Ik kies mijn wijk uit een lijst");
    await at(page, "In welke wijk woont u?");
  }),
  "danger": visit(toDanger),
  "the advice": visit(householdAdvice),
  "the advice after danger": visit(flaggedAdvice),
  "the advice, another lead": visit(async (page) => {
    await householdAdvice(page);
    await unfold(page);
    await page.getByRole("button", { name: /^Ik kies liever deze/ }).first().click();
    await page.getByText("Dit koos u zelf als eerste.").waitFor();
  }),
  "the advice, changed": visit(async (page) => {
    await householdAdvice(page);
    await unfold(page);
    await page.locator(".wd-card--first").getByRole("button", { name: /^Klopt dit niet/ }).click();
    await press(page, "Verder");
    await page.getByText("Dit is er veranderd").waitFor();
  }),
  "the advice, all of it open": visit(async (page) => {
    await householdAdvice(page);
    for (const part of await page.locator("main summary").all()) if (await part.isVisible()) await part.click();
  }),
  "the advice, with a code": visit(async (page) => {
    await householdAdvice(page);
    await press(page, "Verder op een telefoon");
    await page.locator("#link svg").waitFor();
  }),
  "my story": visit(async (page) => {
    await householdAdvice(page);
    await press(page, "Mijn verhaal");
    await at(page, "Mijn verhaal");
  }),
  "a request: how to reach": request(() => {}),
  "a request: how to reach, refused": request(async (page) => {
    await page.getByLabel("Telefoonnummer").fill("12");
    await press(page, "Verder");
    await page.getByRole("link", { name: /^Dit lijkt geen telefoonnummer/ }).waitFor();
  }),
  "a request: what about": request(async (page) => {
    await page.getByLabel("Telefoonnummer").fill("06-12 34 56 78");
    await press(page, "Verder");
    await at(page, "Wilt u nog iets zeggen?");
  }),
  "a request: all of it": request(toReview),
  "a request: received": request((page) => send(page, "Uw bericht is aangekomen")),
  "a request: not sent yet": request(async (page) => {
    // An answer that says nothing, and no fault that a browser reports.
    await page.route("**/api/contact-requests", (route) => route.fulfill({ status: 201, body: "" }));
    await send(page, "Uw bericht is nog niet verstuurd");
  }),
  "a request: without a desk": visit(async (page) => {
    await householdAdvice(page);
    await press(page, "Andere manieren voor contact");
    await at(page, "Contact vragen");
  }, () => changed(withoutDesk)),
  "taken along": plain(`/voorbeeldstad/#w1/WK999903/${code("gemeente-voorbeeldstad")}/${code("wijkteam-noord")}`, "Dit nam u mee"),
  "taken along, partly gone": plain(`/voorbeeldstad/#w1//${code("wijkteam-noord")}/weg`, "Dit nam u mee"),
  "a link of garbage": async (page) => {
    await page.goto("/voorbeeldstad/#onzin");
    await page.getByText("De link werkt niet.").waitFor();
  },
  "speaking": visit(async (page) => {
    await page.locator("main").getByRole("button", { name: "Ik wil iemand spreken" }).click();
    await at(page, "Iemand spreken");
  }),
  "can somebody look along": visit(async (page) => {
    await flaggedAdvice(page);
    await press(page, "Print dit");
    await at(page, "Kan iemand meekijken?");
  }),
  "wiped": visit(async (page) => {
    await page.getByText("Hulp", { exact: true }).click();
    await press(page, "Wis alles en begin opnieuw");
    await page.getByText("Alles is gewist.").waitFor();
  }),
  "failure": async (page) => {
    await page.route(/_bg\.wasm$/, (route) => route.fulfill({ contentType: "application/wasm", body: "no" }));
    await page.goto("/voorbeeldstad/");
    await at(page, "Het lukt nu niet");
    await page.unrouteAll();
  },
  "home": plain("/", "Hulp in uw eigen wijk"),
  "the overview": plain("/voorbeeldstad/overzicht/", "Alle hulp in Voorbeeldstad, per wijk"),
  "the list of a wijk": plain("/voorbeeldstad/wijk/havenkwartier/", "Hulp in Havenkwartier"),
  "the list of a wijk, choosing": async (page) => {
    await plain("/voorbeeldstad/wijk/havenkwartier/", "Hulp in Havenkwartier")(page);
    await page.getByText("Kies een onderwerp").click();
    await page.getByRole("radio", { name: "Kind en gezin" }).check();
  },
  "how complete a list is": plain("/voorbeeldstad/overzicht/volledig/", "Hoe volledig is de lijst van Voorbeeldstad?"),
  "a number that may be old": plain(`/voorbeeldstad/#w1//${code("formulierenhulp-zuid")}`, "Dit nam u mee"),
  "privacy": plain("/privacy/", "Wat gebeurt er met mijn antwoorden?"),
  "accessibility": plain("/toegankelijkheid/", "Toegankelijkheid"),
  "not there": plain("/nergens/", "Deze pagina is er niet"),
};
