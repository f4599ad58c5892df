// A copy of the data and of the published app that a test may change and publish anew.

import { rmSync } from "node:fs";
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dist, root } from "./harness.mjs";

/** Makes one; it is gone when the file that asked has ended. The data are those named in
    WIJKDEUR_DATA, or the project's. */
export async function room() {
  const place = await mkdtemp(join(tmpdir(), "wijkdeur-"));
  process.once("exit", () => rmSync(place, { recursive: true, force: true }));
  const [data, into] = [join(place, "data"), join(place, "dist")];
  await cp(process.env.WIJKDEUR_DATA ?? join(root, "public", "data"), data, { recursive: true });
  await cp(dist, into, { recursive: true, preserveTimestamps: true });
  return { place, data, into };
}
