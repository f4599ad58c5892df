// How many requests to be contacted the desk keeps in a second, and how long the slowest
// of a hundred waits, with SQLite and with PostgreSQL; run by hand, on a machine that does
// nothing else. The load comes from wrk.
//
// Beside it stands what group commit allows on this machine. The desk may only say "kept"
// once a record is on disk, and a disk syncs so many times a second. With so many people
// waiting at once one can write what all of them sent and sync once for all: people times
// syncs. That is measured in the same minute, by a loop that appends as many bytes and does
// nothing else: no HTTP, no JSON, no encryption, no index, no load tool on the same
// processors. A database that writes over room it already has can beat it while few wait.
// Where many wait and the disk is fast, the processors are the nearer limit: how fast the
// desk answers requests that it refuses, and keeps nothing of, is printed too.

import { execFile, execFileSync, spawn } from "node:child_process";
import { closeSync, fdatasyncSync, openSync, statfsSync, writeSync } from "node:fs";
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root, serve } from "../e2e/harness.mjs";

const run = promisify(execFile);

const people = [1, 16, 64];
const seconds = Number(process.env.SECONDS_EACH ?? 8);
/** What one request of desk.lua weighs. */
const weight = 700;
const TMPFS = 0x01021994;

/** An app of one page, with a municipality that takes requests. */
async function publish(into) {
  await mkdir(into);
  await writeFile(join(into, "index.html"), "<!doctype html><title>Wijkdeur</title>");
  const taker = { id: "wijkteam-noord", name: "Wijkteam Noord", municipal: true };
  const town = { slug: "voorbeeldstad", name: "Voorbeeldstad", demonstration: false };
  Object.assign(town, { working_days: 3, entrance: taker.id, receivers: [taker] });
  await writeFile(join(into, "desk.json"), JSON.stringify([town]));
  return into;
}

/** Syncs a second of a loop that appends so much at a time and does nothing else. */
function syncs(place, bytes, forSeconds) {
  const file = openSync(join(place, "appended"), "w");
  const batch = Buffer.alloc(bytes, "x");
  const begin = performance.now();
  let count = 0;
  while (performance.now() - begin < forSeconds * 1000) {
    writeSync(file, batch);
    fdatasyncSync(file);
    count += 1;
  }
  closeSync(file);
  return (count * 1000) / (performance.now() - begin);
}

/** A PostgreSQL server for this run: the address of a database, and how to stop it. */
async function postgres(place) {
  const versions = await readdir("/usr/lib/postgresql").catch(() => []);
  const newest = versions.sort((one, other) => other - one)[0];
  const programs = newest ? `/usr/lib/postgresql/${newest}/bin/` : "";
  const data = join(place, "postgres");
  await mkdir(data);
  // PostgreSQL refuses root.
  const as = [];
  if (process.getuid() === 0) {
    const id = (option) => Number(execFileSync("id", [option, "postgres"]));
    for (const path of [place, data]) await chown(path, id("-u"), id("-g"));
    as.push("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups");
  }
  const command = (name, ...more) => [...as, programs + name, ...more];
  const start = ([program, ...more], use) => use(program, more, { cwd: "/", stdio: "ignore" });
  start(command("initdb", "--auth=trust", "--username=wijkdeur", "--pgdata", data), execFileSync);
  const server = start(command("postgres", "-D", data, "-k", data, "-c", "listen_addresses="), spawn);
  process.once("exit", () => server.kill("SIGINT"));
  for (;;) {
    const ready = run(`${programs}pg_isready`, ["-h", data]).then(() => true, () => false);
    if (await ready) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const sync = await run(`${programs}pg_test_fsync`, ["-s", "1", "-f", join(place, "synced")]);
  return {
    programs,
    sync: sync.stdout.match(/fdatasync +([\d.]+) ops/)?.[1],
    url: (database) => `postgres://wijkdeur@${data.replaceAll("/", "%2F")}/${database}`,
    create: (database) => run(`${programs}createdb`, ["-h", data, "-U", "wijkdeur", database]),
    stop: () => {
      server.kill("SIGINT");
      return new Promise((resolve) => server.once("exit", resolve));
    },
  };
}

const lines = [];

/** Lets so many people send, each the next request as soon as the last is answered. */
async function load(origin, connections, script, name) {
  const threads = Math.max(1, Math.floor(availableParallelism() / 2));
  const { stdout } = await run("wrk", [
    `-t${threads}`, `-c${connections}`, `-d${seconds}s`, "--timeout", "20s",
    "-s", join(root, "tests/bench", script), origin, "--", name,
  ]);
  const told = JSON.parse(stdout.trim().split("\n").at(-1));
  return { ...told, rate: (told.requests * 1e6) / told.microseconds };
}

const number = (value, width = 9) => Math.round(value).toLocaleString("en").padStart(width);
const milliseconds = (value) => (value / 1000).toFixed(1).padStart(7);

async function measure(name, url, data, place, connections) {
  const before = syncs(place, weight * connections, 2);
  const desk = await serve(data, ["--db", url, "--limit-per-minute", "0", "--limit-overall", "0"]);
  const told = await load(desk.origin, connections, "desk.lua", `${name}-${connections}`);
  const ceiling = await load(desk.origin, connections, "refused.lua", name);
  desk.child.kill();
  await new Promise((resolve) => desk.child.once("exit", resolve));
  const limit = ((before + syncs(place, weight * connections, 2)) / 2) * connections;
  const share = `${((100 * told.rate) / limit).toFixed(0)}%`.padStart(6);
  lines.push(
    `${name.padEnd(11)}${number(connections, 6)}${number(told.rate)}${milliseconds(told.p50)}` +
      `${milliseconds(told.p99)}${number(limit)}${share}${number(ceiling.rate)}`,
  );
  if (told.refused + told.broken > 0) {
    console.error(`${told.refused} refused, ${told.broken} broken`);
    process.exitCode = 1;
  }
}

process.env.BALIE_KEY = "5eed".repeat(16);
execFileSync("bash", ["-c", ". tools/setup.sh; setup_load"], { cwd: root, stdio: "inherit" });
if (statfsSync(tmpdir()).type === TMPFS) throw new Error("Name a place on a disk in TMPDIR.");
const place = await mkdtemp(join(tmpdir(), "wijkdeur-"));
const server = await postgres(place);
const [busy] = loadavg();
if (busy > 0.5) console.log(`Others use this machine too (load ${busy.toFixed(1)}): expect less.`);
try {
  const data = await publish(join(place, "dist"));
  console.log(`pg_test_fsync: ${number(server.sync, 0)} syncs of 8 KB in a second\n`);
  for (const connections of people) {
    await measure("SQLite", `sqlite://${join(place, `${connections}.sqlite`)}`, data, place, connections);
    await server.create(`of${connections}`);
    await measure("PostgreSQL", server.url(`of${connections}`), data, place, connections);
  }
  console.log("\ndatabase   people   kept/s p50, ms p99, ms  limit/s share  refused/s");
  console.log(lines.join("\n"));
} finally {
  await server.stop();
  await rm(place, { recursive: true });
}
