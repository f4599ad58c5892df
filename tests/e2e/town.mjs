// A town of a test's own: Voorbeeldstad with a change, published into a copy of the app and
// served by a desk of its own. For what the invented town as it stands cannot be: real, without
// a desk for requests, not confirmed. What a town of the data says belongs in `towns.test.mjs`.

import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { author, dist, root, serve } from "./harness.mjs";

const data = join(root, "public", "data");
const file = join("municipalities", "voorbeeldstad.json");

/** The directory of the invented town, as it stands in the data. */
export const directory = JSON.parse(await readFile(join(data, file), "utf8"));

/** One party of a directory. */
export const party = (town, id) => town.providers.find((it) => it.id === id);

/** As if the town were there: its numbers could be called, and nobody takes requests unless it is told where to. */
export function real(town) {
  delete town.municipality.demonstration;
  withoutDesk(town);
  const said = JSON.stringify(town).replaceAll("012-345", "010-345").replaceAll(/\.example\b/g, ".nl");
  return Object.assign(town, JSON.parse(said));
}

/** Nobody there takes requests to be contacted. */
export function withoutDesk(town) {
  delete town.municipality.desk;
}

const served = new Map();

/** The address of a desk on the town with this change, which goes on as long as the file that asks. */
export function changed(change) {
  if (!served.has(change)) served.set(change, publish(change));
  return served.get(change);
}

async function publish(change) {
  const place = await mkdtemp(join(tmpdir(), "wijkdeur-"));
  process.once("exit", () => rmSync(place, { recursive: true, force: true }));
  const [own, into] = [join(place, "data"), join(place, "dist")];
  await mkdir(join(own, "municipalities"), { recursive: true });
  await cp(join(data, "catalogue"), join(own, "catalogue"), { recursive: true });
  await cp(join(data, "texts"), join(own, "texts"), { recursive: true });
  await cp(dist, into, { recursive: true, preserveTimestamps: true });
  const town = structuredClone(directory);
  change(town);
  await writeFile(join(own, file), JSON.stringify(town));
  await promisify(execFile)(author, ["publish", "--data", own, "--into", into]);
  return (await serve(into)).origin;
}
