// The questions in SurveyJS. Of its renderers `survey-js-ui` is the leanest, because Preact
// comes with it and no framework has to: 272 KB of script with brotli, where those for Vue and
// React make it 292 and 324. The style sheet is the one without fonts, which it has for who
// brings their own.

import { build, page } from "./pages.mjs";

export const name = "SurveyJS";

const element = ({ title, hint, choices }, number) => ({
  type: "checkbox",
  name: `question-${number}`,
  title,
  description: hint,
  choices,
});

export async function pages(questions) {
  const survey = {
    pages: questions.map((question, number) => ({ elements: [element(question, number)] })),
    pageNextText: "Verder",
    completeText: "Verder",
  };
  const { js, css } = await build(`
    import { Model } from "survey-core";
    import "survey-js-ui";
    import "survey-core/survey-core.fontless.min.css";
    new Model(${JSON.stringify(survey)}).render(document.getElementById("form"));
  `);
  const head = '<link rel="stylesheet" href="/form.css"><script type="module" src="/form.js"></script>';
  return { "/": page(head, '<div id="form"></div>'), "/form.js": js, "/form.css": css };
}
