// Makes the one stylesheet and the one sprite the pages carry.
//
//   node tools/style.mjs
//
// target/style/wijkdeur.css     NL Design System parts, the theme, then style/*.css
// target/style/pictograms.svg   the pictograms the catalogue names, and the interface's own
//
// Only what is used goes out: of a part the classes listed here, of the theme
// the custom properties that the result reaches through var().

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const packages = `${root}node_modules/`;
const out = `${root}target/style/`;

/** Per part, the classes our markup uses. A rule about any other class is left out. */
const parts = {
  "@nl-design-system-candidate/button-css/dist/button.css": [
    "nl-button", "nl-button--primary", "nl-button--secondary", "nl-button__icon-start", "nl-button__label",
  ],
  "@nl-design-system-candidate/heading-css/dist/heading.css": [
    "nl-heading", "nl-heading--level-1", "nl-heading--level-2", "nl-heading--level-3",
  ],
  "@nl-design-system-candidate/paragraph-css/dist/paragraph.css": ["nl-paragraph"],
  "@nl-design-system-candidate/link-css/dist/link.css": ["nl-link"],
  "@nl-design-system-candidate/skip-link-css/dist/skip-link.css": ["nl-skip-link", "nl-skip-link--visible-on-focus"],
  "@utrecht/alert-css/dist/index.css": [
    "utrecht-alert", "utrecht-alert__content", "utrecht-alert__message",
    "utrecht-alert--info", "utrecht-alert--warning", "utrecht-alert--error",
  ],
  "@utrecht/form-field-css/dist/index.css": ["utrecht-form-field", "utrecht-form-field--invalid"],
  "@utrecht/form-label-css/dist/index.css": ["utrecht-form-label"],
  "@utrecht/form-field-error-message-css/dist/index.css": ["utrecht-form-field-error-message"],
  "@utrecht/textbox-css/dist/index.css": [
    "utrecht-textbox", "utrecht-textbox--html-input", "utrecht-textbox--postal-code-nl-size",
  ],
};
const theme = {
  light: "@nl-design-system-community/ma-design-tokens/dist/theme.css",
  dark: "@nl-design-system-community/ma-design-tokens/dist/color-scheme-dark/theme.css",
  primitive: /^--ma-/, // a palette nobody sets: its values are written out where they are used
};
const own = ["tokens", "base", "shell", "tiles", "parts", "screens", "print"];
const mount = ".wijkdeur-theme";
const banner = "/*! Wijkdeur, EUPL-1.2. With parts of NL Design System (Rijksoverheid, Gemeente Utrecht, Frameless), EUPL-1.2. */\n";

/** Pictograms of the interface itself. */
const interfacePictograms = ["door", "phone", "message-circle", "printer", "map-pin", "volume"];
/** Stands in until the catalogue exists. */
const firstPictograms = [
  "wallet", "home", "wash-machine", "bus", "mood-kid", "heart-handshake",
  "mood-sad", "briefcase", "shield-heart", "help-circle",
];

// ---- a stylesheet as a list of rules

const withoutComments = (css) => css.replace(/\/\*[\s\S]*?\*\//g, "");

/** `[{ head, body }]`, top level only; the body of an at-rule is read again when needed. */
function rules(css) {
  const found = [];
  let depth = 0, start = 0, open = 0;
  for (let i = 0; i < css.length; i++) {
    if (css[i] === "{" && depth++ === 0) open = i;
    if (css[i] === "}" && --depth === 0) {
      found.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, i).trim() });
      start = i + 1;
    }
  }
  return found;
}

/** Splits on commas that stand outside parentheses. */
function commaList(text) {
  const items = [""];
  let depth = 0;
  for (const c of text) {
    if (c === "(") depth++;
    if (c === ")") depth--;
    if (c === "," && depth === 0) items.push("");
    else items[items.length - 1] += c;
  }
  return items.map((item) => item.trim());
}

/** `name -> value` of the custom properties in a block. */
const customProperties = (css) =>
  new Map([...css.matchAll(/(--[\w-]+)\s*:\s*([^;}]+)/g)].map(([, name, value]) => [name, value.trim()]));

const reached = (css) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name);

// ---- the parts

function pruned(css, used) {
  return rules(css)
    .map(({ head, body }) => {
      if (head.startsWith("@media")) {
        const inner = pruned(body, used);
        return inner && `${head}{${inner}}`;
      }
      const kept = commaList(head).filter((selector) => {
        // What a `:not()` names need not exist. The focus ring is our own, the same everywhere.
        const classes = selector.replace(/:not\([^()]*\)/g, "").match(/\.[\w-]+/g) ?? [];
        return classes.every((name) => used.includes(name.slice(1))) && !selector.includes(":focus-visible");
      });
      return kept.length && body ? `${kept.join(",")}{${body}}` : "";
    })
    .join("");
}

/** Drops the half of `var(--name, fallback)` that can never apply. */
function settled(css, isSet, isAnywhere) {
  let result = "";
  for (let i = 0; i < css.length; ) {
    if (!css.startsWith("var(", i)) {
      result += css[i++];
      continue;
    }
    let end = i + 4;
    for (let depth = 1; depth > 0; end++) depth += { "(": 1, ")": -1 }[css[end]] ?? 0;
    const [name, ...rest] = commaList(css.slice(i + 4, end - 1));
    const fallback = settled(rest.join(","), isSet, isAnywhere);
    if (!rest.length || isSet(name)) result += `var(${name})`;
    else result += isAnywhere(name) ? `var(${name},${fallback})` : fallback;
    i = end;
  }
  return result;
}

// ---- the theme

const read = (file) => customProperties(withoutComments(readFileSync(packages + file, "utf8")));

/** The theme's properties that `css` reaches, but for those our own tokens set anyway. */
function themeCss(css, light, dark, ownTokens) {
  const wanted = new Set();
  const visit = (name) => {
    if (wanted.has(name)) return;
    wanted.add(name);
    for (const values of [light, dark, ownTokens]) reached(values.get(name) ?? "").forEach(visit);
  };
  reached(css).forEach(visit);

  const plain = (value) => value.replace(/var\((--[\w-]+)\)/g, (whole, name) =>
    theme.primitive.test(name) ? plain(light.get(name)) : whole);
  const block = (values, unless) => {
    const lines = [...values]
      .filter(([name]) => wanted.has(name) && !ownTokens.has(name) && !theme.primitive.test(name))
      .map(([name, value]) => [name, plain(value)])
      .filter(([name, value]) => unless?.get(name) !== value);
    return `${mount}{${lines.map(([name, value]) => `${name}:${value};`).join("")}}`;
  };
  return `${block(light)}@media (prefers-color-scheme:dark){${block(dark, light)}}`;
}

const minified = (css) =>
  withoutComments(css)
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,]) ?/g, "$1")
    .replace(/: /g, ":")
    .replace(/;}/g, "}")
    .trim();

function stylesheet() {
  const ownFiles = own.map((name) => withoutComments(readFileSync(`${root}style/${name}.css`, "utf8")));
  const ownCss = ownFiles.join("");
  // The first block of tokens.css holds for every colour scheme and medium.
  const ownTokens = customProperties(rules(ownFiles[0])[0].body);
  const light = read(theme.light);
  const dark = read(theme.dark);

  const used = Object.entries(parts)
    .map(([file, classes]) => pruned(withoutComments(readFileSync(packages + file, "utf8")), classes))
    .join("");
  const local = customProperties(used + ownCss);
  const partsCss = settled(used, (name) => light.has(name) || ownTokens.has(name), (name) => local.has(name));

  const unset = reached(ownCss).filter((name) => !light.has(name) && !local.has(name));
  if (unset.length) throw new Error(`custom properties that nothing sets: ${[...new Set(unset)].join(", ")}`);
  return banner + minified(themeCss(partsCss + ownCss, light, dark, ownTokens) + partsCss + ownCss);
}

// ---- the pictograms

function named(value, found = new Set()) {
  if (value && typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "pictogram" && typeof inner === "string") found.add(inner);
      else named(inner, found);
    }
  }
  return found;
}

function sprite() {
  const catalogue = `${root}public/data/catalogue/`;
  const found = new Set();
  if (existsSync(catalogue)) {
    for (const file of readdirSync(catalogue).filter((name) => name.endsWith(".json"))) {
      named(JSON.parse(readFileSync(catalogue + file, "utf8")), found);
    }
  }
  const names = [...new Set([...(found.size ? found : firstPictograms), ...interfacePictograms])].sort();
  const unknown = names.filter((name) => !/^[a-z0-9-]+$/.test(name) || !existsSync(iconFile(name)));
  if (unknown.length) throw new Error(`no pictogram of this name in @tabler/icons: ${unknown.join(", ")}`);
  const symbols = names.map((name) => {
    const shapes = readFileSync(iconFile(name), "utf8")
      .replace(/^[\s\S]*?<svg[^>]*>|<\/svg>\s*$/g, "")
      .replace(/<path stroke="none"[^>]*\/>/g, "")
      .replace(/\s*\n\s*/g, "")
      .replace(/ \/>/g, "/>");
    return `<symbol id="p-${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" class="wd-sprite" width="0" height="0" aria-hidden="true" focusable="false"><!-- Tabler Icons, MIT -->${symbols.join("")}</svg>\n`;
}

const iconFile = (name) => `${packages}@tabler/icons/icons/outline/${name}.svg`;

// ---- our markup must not use a class that was left out

function strayClasses() {
  const kept = new Set(Object.values(parts).flat());
  const stray = new Set();
  for (const file of readdirSync(`${root}src`, { recursive: true }).filter((name) => name.endsWith(".rs"))) {
    const text = readFileSync(`${root}src/${file}`, "utf8");
    for (const [name] of text.matchAll(/\b(?:nl|utrecht)-(?:button|heading|paragraph|link|skip-link|alert|form|textbox)[\w-]*/g)) {
      if (!kept.has(name)) stray.add(`${name} (src/${file})`);
    }
  }
  return [...stray];
}

// ---- write and say how large

const css = stylesheet();
const svg = sprite();
const stray = strayClasses();
if (stray.length) throw new Error(`classes that tools/style.mjs leaves out: ${stray.join(", ")}`);

mkdirSync(out, { recursive: true });
for (const [name, text] of [["wijkdeur.css", css], ["pictograms.svg", svg]]) {
  writeFileSync(out + name, text);
  const small = brotliCompressSync(text, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
  });
  console.log(`target/style/${name}: ${text.length} bytes, brotli ${small.length}`);
}
