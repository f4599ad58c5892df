// What a crowd does to the desk: how many pages it hands out in a second, how many it
// refuses because it is too busy (503), and how many got no answer at all; also while others
// hold connections open and say nothing. Run by hand; DESK names another desk to compare
// with. The load comes from wrk. The desk starts with room for 1,024 files, as most systems
// start a program.

import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { root } from "../e2e/harness.mjs";

const run = promisify(execFile);
const desk = process.env.DESK ?? join(root, "target/host/balie");
const seconds = Number(process.env.SECONDS_EACH ?? 8);
/** How many ask, and how many beside them say nothing. */
const crowds = [[64, 0], [1200, 0], [3500, 0], [64, 1200]];

async function serve(data) {
  const start = 'ulimit -Sn 1024; exec "$0" "$@"';
  const options = ["serve", "--port", "0", "--db", "sqlite::memory:", "--data", data];
  const child = spawn("sh", ["-c", start, desk, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => child.kill());
  for await (const line of createInterface({ input: child.stdout })) return { child, origin: line };
}

/** Connections that never finish what they say. */
function silent(origin, many) {
  const { hostname, port } = new URL(origin);
  return Array.from({ length: many }, () => {
    const socket = connect(port, hostname);
    socket.on("error", () => {});
    socket.write("GET / HTTP/1.1\r\n");
    return socket;
  });
}

async function ask(origin, many) {
  const { stdout } = await run("wrk", [
    "-t1", `-c${many}`, `-d${seconds}s`, "--timeout", "5s", "-s", join(root, "tests/bench/crowd.lua"), origin,
  ]);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

const number = (value, width) => Math.round(value).toLocaleString("en").padStart(width);

execFileSync("bash", ["-c", ". tools/setup.sh; setup_load"], { cwd: root, stdio: "inherit" });
const data = await mkdtemp(join(tmpdir(), "wijkdeur-"));
try {
  await writeFile(join(data, "index.html"), "<!doctype html><title>Wijkdeur</title>".repeat(500));
  console.log("asking  silent  pages/s    503/s  no answer  p50, ms  p99, ms");
  for (const [asking, others] of crowds) {
    const { child, origin } = await serve(data);
    const sockets = silent(origin, others);
    if (others) await new Promise((resolve) => setTimeout(resolve, 2000));
    const told = await ask(origin, asking);
    const each = (count) => (count * 1e6) / told.microseconds;
    console.log(
      `${number(asking, 6)}${number(others, 8)}${number(each(told.right), 9)}${number(each(told.busy), 9)}` +
        `${number(told.broken, 11)}${number(told.p50 / 1000, 9)}${number(told.p99 / 1000, 9)}`,
    );
    for (const socket of sockets) socket.destroy();
    child.kill();
    await new Promise((resolve) => child.once("exit", resolve));
  }
} finally {
  await rm(data, { recursive: true });
}
