// Makes the module that draws QR codes: lean-qr as it is published, under its licence.
//
//   node tools/qr.mjs
//
// target/npm/qr.js

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (name) => readFileSync(`${root}node_modules/lean-qr/${name}`, "utf8").trim();
const { version } = JSON.parse(read("package.json"));

mkdirSync(`${root}target/npm`, { recursive: true });
writeFileSync(`${root}target/npm/qr.js`, `/*! lean-qr ${version}\n\n${read("LICENSE")}\n*/\n${read("index.mjs")}\n`);
