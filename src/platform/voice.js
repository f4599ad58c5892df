// What reads aloud (aloud.js) comes only where the device itself speaks Dutch: any other
// voice sends what it reads to a company. Its button is there when it is.

import { bring } from "./bring.js";

const speech = globalThis.speechSynthesis;

const voices = () => speech.getVoices().filter((voice) =>
  voice.localService === true && /^nl(?![a-z])/i.test(voice.lang));

const look = () => {
  if (voices()[0]) bring("aloud").then(({ show }) => show(voices), () => {});
};

if (speech) {
  // Some browsers know their voices at once, others later; what was lost comes with the line.
  speech.onvoiceschanged = look;
  addEventListener("load", look);
  addEventListener("online", look);
}
