// What it costs to make a table of postcodes out of a file as large as that of CBS: time and
// memory of `wijkdeur import-cbs`, beside plainly reading the same file.
//
//   node tests/bench/import.mjs [LINES]     (9,000,000, in a file of 300 MB)

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { cp, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { make } from "./addresses.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const author = join(root, "target", "host", "wijkdeur");
const lines = Number(process.argv[2] ?? 9_000_000);
/** Runs a program and gives its seconds and the most memory it held, in MB. */
async function measured(command, options) {
  const start = performance.now();
  const child = spawn(command[0], command.slice(1), options);
  let most = 0;
  const look = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    most = Math.max(most, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0));
  }, 10);
  const [code] = await once(child, "close");
  clearInterval(look);
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}.`);
  return { seconds: (performance.now() - start) / 1000, megabytes: most / 1024 };
}

/** Reads the file and counts its lines, as a program does that looks at nothing. */
async function countLines(file) {
  const start = performance.now();
  let count = 0;
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
    for (let at = part.indexOf(10); at !== -1; at = part.indexOf(10, at + 1)) count += 1;
  }
  return { count, seconds: (performance.now() - start) / 1000 };
}

const place = await mkdtemp(join(tmpdir(), "wijkdeur-import-"));
try {
  const file = join(place, "pc6hnr20250801_gwb.csv");
  const { written, perTown } = await make(file, lines);
  const { size } = await stat(file);
  console.log(`${written} lines, ${(size / 1e6).toFixed(0)} MB, ${perTown.size} municipalities`);
  const data = join(place, "data");
  await cp(join(root, "public", "data", "catalogue"), join(data, "catalogue"), { recursive: true });
  await cp(join(root, "public", "data", "texts"), join(data, "texts"), { recursive: true });
  const bySize = [...perTown].sort(([, one], [, other]) => other - one);
  // The largest, one of about 5,000 postcodes, and a small one.
  const usual = bySize.find(([, count]) => count <= 5000) ?? bySize[0];
  for (const [number, [code, count]] of [...new Set([bySize[0], usual, bySize.at(-1)])].entries()) {
    const name = `Stad ${"ABC"[number]}`;
    const slug = name.toLowerCase().replace(" ", "-");
    execFileSync(author, ["new", `GM${code}`, "--name", name, "--data", data], { stdio: "ignore" });
    const command = [author, "import-cbs", file, "--municipality", slug, "--data", data];
    const { seconds, megabytes } = await measured(command, { stdio: ["ignore", "ignore", "inherit"] });
    const ranges = (await readFile(join(data, "municipalities", `${slug}.json`), "utf8")).match(/"from"/g).length;
    console.log(`import-cbs: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB; ${count} postcodes in ${ranges} ranges`);
  }
  const wc = await measured(["wc", "-l", file], { stdio: "ignore" });
  console.log(`wc -l: ${wc.seconds.toFixed(1)} s`);
  const read = await countLines(file);
  console.log(`reading and counting in Node: ${read.seconds.toFixed(1)} s, ${read.count} lines`);
} finally {
  await rm(place, { recursive: true });
}
