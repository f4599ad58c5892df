// Makes a file of the shape of CBS' "Buurt, wijk en gemeente voor postcode-huisnummer". It is
// made up and the same every time: 342 municipalities, postcodes of 15 to 25 house numbers,
// most in one wijk and some in two, some digits shared by two municipalities.

import { once } from "node:events";
import { createWriteStream } from "node:fs";

const municipalities = 342;

/** Numbers from 0 to 1 that look drawn, the same every time (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const draw = dice(20_250_801);
const below = (end) => Math.floor(draw() * end);

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Pairs of letters in order, without the three that were never given out. */
const pairs = [...alphabet].flatMap((first) => [...alphabet].map((second) => first + second))
  .filter((pair) => !["SA", "SD", "SS"].includes(pair));

/** Municipalities with the share of the digits they have: a few large ones, many small. */
function towns() {
  const weights = Array.from({ length: municipalities }, (_, at) => 1 / (at + 6));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, at) => ({
    code: 14 + at * 5,
    digits: Math.max(2, Math.round((weight / all) * 3500)),
    wijken: Math.max(3, Math.min(60, Math.round((weight / all) * 3500))),
  }));
}

/** A wijk code, with letters after 99 as Amsterdam has them. */
const wijk = (town, number) =>
  String(town.code).padStart(4, "0") + (number < 10 ? `0${number}` : number < 40 ? number : `A${alphabet[number - 40]}`);

/** The postcodes of four digits, each in stretches of one wijk. */
function* postcodes(digits, town, next, first) {
  const count = 60 + below(110);
  // A border through the digits: the last part lies in the next municipality.
  const border = next && below(12) === 0 ? Math.floor(count * 0.8) : count;
  const own = Array.from({ length: 1 + below(3) }, () => (first + below(3)) % town.wijken);
  let place = below(3);
  let stretch = 0;
  let current = own[0];
  for (let at = 0; at < count && place < pairs.length; at += 1) {
    const here = at < border ? town : next;
    if (stretch === 0) {
      current = at < border ? own[below(own.length)] : 0;
      stretch = 8 + below(40);
    }
    stretch -= 1;
    const second = draw() < 0.04 ? (current + 1) % here.wijken : current;
    yield { six: `${digits}${pairs[place]}`, town: here, wijken: [current, second] };
    place += draw() < 0.06 ? 2 + below(6) : 1;
  }
}

/** Writes the file; gives how many lines it has and how many postcodes each municipality. */
export async function make(file, lines) {
  const out = createWriteStream(file, { highWaterMark: 1 << 22 });
  out.write("PC6;Huisnummer;Buurt2025;Wijk2025;Gemeente2025\r\n");
  const all = towns();
  const perTown = new Map();
  let written = 0;
  let text = "";
  let digits = 1011;
  // Again from the front with other digits until there are enough lines.
  for (let turn = 0; written < lines; turn += 1) {
    const at = turn % all.length;
    const town = all[at];
    for (let number = 0; number < town.digits && written < lines; number += 1, digits += 1 + (below(9) === 0)) {
      const first = Math.floor((number * town.wijken) / town.digits);
      const next = number === town.digits - 1 ? all[at + 1] : undefined;
      for (const { six, town: here, wijken } of postcodes(digits, town, next, first)) {
        const houses = 15 + below(11);
        const municipality = String(here.code).padStart(4, "0");
        perTown.set(municipality, (perTown.get(municipality) ?? 0) + 1);
        for (let house = 0; house < houses && written < lines; house += 1, written += 1) {
          const code = wijk(here, wijken[house < houses * 0.7 ? 0 : 1]);
          text += `${six};${1 + house * 2};${code}${String(house % 4).padStart(2, "0")};${code};${municipality}\r\n`;
        }
        if (text.length > 1 << 20) {
          if (!out.write(text)) await once(out, "drain");
          text = "";
        }
      }
    }
  }
  out.end(text);
  await once(out, "finish");
  return { written, perTown };
}
