// The questions as plain pages, with GOV.UK Frontend: "Verder" posts the form and the answer is
// the next page. As its manual advises for a live service: packed by oneself, with style and
// script of the parts in use alone, and with another font, because theirs is for gov.uk only. Its
// files for who only tries it, with all parts, would be 23 KB with brotli in place of 6.

import { pathToFileURL } from "node:url";
import { compileString } from "sass";
import { build, page, place } from "./pages.mjs";

export const name = "plain page";

const style = `
  @use "base" with ($govuk-font-family: "arial, sans-serif");
  @use "core";
  @use "objects";
  @use "components/button";
  @use "components/checkboxes";
  @use "components/skip-link";
`;

const script = `
  import { Button, Checkboxes, SkipLink, createAll } from "govuk-frontend";
  for (const part of [Button, Checkboxes, SkipLink]) createAll(part);
`;

const box = (label, number) => `
  <div class="govuk-checkboxes__item">
    <input class="govuk-checkboxes__input" id="answer-${number}" name="answer" type="checkbox" value="${number}">
    <label class="govuk-label govuk-checkboxes__label" for="answer-${number}">${label}</label>
  </div>`;

const question = ({ title, hint, choices }) => `
  <script>
    document.body.className +=
      " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
  </script>
  <a href="#main-content" class="govuk-skip-link" data-module="govuk-skip-link">Naar de vraag</a>
  <div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
    <form method="post" action="/second/" novalidate>
      <div class="govuk-form-group"><fieldset class="govuk-fieldset" aria-describedby="hint">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--l">
          <h1 class="govuk-fieldset__heading">${title}</h1>
        </legend>
        <div id="hint" class="govuk-hint">${hint}</div>
        <div class="govuk-checkboxes" data-module="govuk-checkboxes">${choices.map(box).join("")}</div>
      </fieldset></div>
      <button type="submit" class="govuk-button" data-module="govuk-button">Verder</button>
    </form>
  </main></div>`;

export async function pages([first, second]) {
  const beside = pathToFileURL(place("govuk-frontend/dist/govuk/index.scss"));
  const { css } = compileString(style, { style: "compressed", url: beside });
  const { js } = await build(script);
  const head = '<link rel="stylesheet" href="/form.css"><script type="module" src="/form.js"></script>';
  const drawn = (asked) => page(head, question(asked), { root: "govuk-template", within: "govuk-template__body" });
  return { "/": drawn(first), "/second/": drawn(second), "/form.css": css, "/form.js": js };
}
