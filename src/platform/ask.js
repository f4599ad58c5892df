// How the program of a request begins: part of the script that wasm-bindgen wrote
// (tools/publish.sh), whose `__wbg_init` it calls. It begins when all of it is there, and calls
// what the visit gives along (platform/scripts.rs).

const name = `request_bg.wasm${new URL(import.meta.url).search}`;
const program = await fetch(new URL(name, import.meta.url))
  .then((answer) => answer.arrayBuffer());
let visit;

export default (its) => {
  visit = its;
  return __wbg_init({ module_or_path: program });
};
