// Makes a program for a browser as small as it can be, after wasm-bindgen and before terser:
// `node tools/shrink.mjs PROGRAM_bg.wasm PROGRAM.js`. First goes what a library exports and
// nothing of ours uses (the server functions of Leptos bring streams along, and an export
// keeps all that it calls), then wasm-opt does its work. Nothing of ours lies in the first
// kilobyte of memory: it is the far end of the stack.

import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const UNUSED = /intounderlying(bytesource|sink|source)/i;
const FEATURES = [
  "bulk-memory", "bulk-memory-opt", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "multivalue",
  "reference-types",
].map((feature) => `--enable-${feature}`);

const [wasm, script] = process.argv.slice(2);

const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(wasm)));
const kept = exported.map(({ name }) => name).filter((name) => !UNUSED.test(name));
const graph = `${wasm}.json`;
const exports = kept.map((name) => ({ name, export: name }));
writeFileSync(graph, JSON.stringify([{ name: "page", root: true, reaches: kept }, ...exports]));
const run = (tool, ...options) => execFileSync(tool, [...FEATURES, wasm, "-o", wasm, ...options], { stdio: "ignore" });
run("wasm-metadce", "-f", graph);
run("wasm-opt", "-Oz", "--converge", "--low-memory-unused", "--strip-debug", "--strip-producers");
rmSync(graph);

// The classes, each up to the brace that closes it, and what belongs to them. What a class
// is given by the program stands in an import of its own, which nothing calls any more.
const source = readFileSync(script, "utf8")
  .replace(/^export class IntoUnderlying\w+ \{\n[\s\S]*?^\}\n/gm, "")
  .replace(/^if \(Symbol\.dispose\) IntoUnderlying.*\n/gm, "")
  .replace(/^const IntoUnderlying\w+Finalization = [\s\S]*?;\n/gm, "");
const left = source.match(/IntoUnderlying\w+/);
if (left) throw new Error(`${script} still says ${left[0]}: tools/shrink.mjs does not fit it any more.`);
writeFileSync(script, source);
