// The questions in Form.io, as a wizard. Its own file with the renderer alone is taken as it
// is: made anew out of its modules with esbuild it is 366 KB with brotli, not 320. Bootstrap
// stands beside it because its templates are written for that; the font of icons that its
// manual adds is left out, because nothing here uses it.

import { content, page } from "./pages.mjs";

export const name = "Form.io";

const panel = ({ title, hint, choices }, number) => ({
  type: "panel",
  key: `page-${number}`,
  breadcrumb: "none",
  title,
  components: [{
    type: "selectboxes",
    key: `question-${number}`,
    label: title,
    description: hint,
    input: true,
    values: choices.map((label, value) => ({ label, value: `${value}` })),
  }],
});

const start = (form) => `
  Formio.createForm(document.getElementById("form"), ${JSON.stringify(form)}, {
    language: "nl",
    i18n: { nl: { next: "Verder" } },
    buttonSettings: { showCancel: false },
  });
`;

export async function pages(questions) {
  const head = `
    <link rel="stylesheet" href="/bootstrap.css">
    <link rel="stylesheet" href="/formio.css">
    <script src="/formio.js" defer></script>
    <script src="/form.js" defer></script>`;
  return {
    "/": page(head, '<div id="form" class="container"></div>'),
    "/bootstrap.css": await content("bootstrap/dist/css/bootstrap.min.css"),
    "/formio.css": await content("@formio/js/dist/formio.form.min.css"),
    "/formio.js": await content("@formio/js/dist/formio.form.min.js"),
    "/form.js": start({ display: "wizard", components: questions.map(panel) }),
  };
}
