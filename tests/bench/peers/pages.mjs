// What the pages of all peers are made with: one document around them, and one way to bundle.

import { build as esbuild } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A document in Dutch, for a phone. */
export const page = (head, body, { root = "", within = "" } = {}) => `<!doctype html>
<html lang="nl"${root && ` class="${root}"`}>
<head>
<meta charset="utf-8">
<title>Wijkdeur</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
${head}
</head>
<body${within && ` class="${within}"`}>${body}</body>
</html>
`;

/** Where a file of a package stands. */
export const place = (file) => join(here, "node_modules", file);

/** A file of a package, as it is. */
export const content = (file) => readFile(place(file));

/** The version of a package that was installed. */
export const version = async (name) => JSON.parse(await content(`${name}/package.json`)).version;

/** A module with what it imports: script and style, made small for browsers that this app is for. */
export async function build(module) {
  const { outputFiles } = await esbuild({
    stdin: { contents: module, resolveDir: here },
    bundle: true,
    minify: true,
    format: "esm",
    target: ["chrome97", "firefox92", "safari16"],
    legalComments: "none",
    outdir: "/",
    write: false,
  });
  const of = (ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text;
  return { js: of(".js"), css: of(".css") };
}
