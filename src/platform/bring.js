// Fetches a module that comes when it is asked for, from the build that asks. What failed can
// be asked for again: a browser may remember a module that failed under its address, so each
// time it is another.
//
// Such a module does nothing by itself; it begins by what it gives as its default. So one that
// was given up and comes after all does not run beside the one that came in its place.

/** Who waits longer than this, in milliseconds, is told that it does not work. */
const PATIENCE = 20_000;

const coming = {};
let failures = 0;

/** The module, once it has begun with what it asks of the program. */
export function bring(name, program) {
  coming[name] ??= new Promise((here, lost) => {
    setTimeout(lost, PATIENCE);
    import(`./${name}.js${failures ? `?${failures}` : ""}`).then(here, lost);
  }).then(async (module) => {
    await module.default?.(program);
    return module;
  }).catch((error) => {
    failures += 1;
    delete coming[name];
    throw error;
  });
  return coming[name];
}
