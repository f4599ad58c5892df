// Stands before the desk, as the line between a resident and it, and is told what that line
// does: refuses, holds, or changes what comes. WebDriver can do none of this to a browser.

import { createServer, request } from "node:http";

/** The neutral page outside, as this machine plays it: under another name, so another origin. */
const NEUTRAL = "<!doctype html><title>Neutraal</title><h1>Neutraal</h1>";
const OUTSIDE = /https:\/\/(nl\.wikipedia\.org|www\.rijksoverheid\.nl)\//g;

export async function front(desk) {
  const line = {
    /** Which addresses cannot be reached now. */
    refuses: () => false,
    /** Resolves when an address may go on. */
    holds: async () => {},
    /** Headers of every page, changed. */
    headers: {},
    /** A script that every page begins with. */
    first: "",
    asked: [],
  };
  const server = createServer(async (asked, answer) => {
    if (asked.headers.host.startsWith("localhost")) {
      answer.setHeader("content-type", "text/html");
      answer.end(NEUTRAL);
      return;
    }
    line.asked.push(`${asked.method} ${asked.url}`);
    if (line.refuses(asked.url)) {
      asked.socket.destroy();
      return;
    }
    await line.holds(asked.url);
    if (asked.url === "/first.js") {
      answer.setHeader("content-type", "text/javascript");
      answer.end(line.first);
      return;
    }
    const headers = { ...asked.headers };
    delete headers["accept-encoding"];
    const onward = request(`${desk}${asked.url}`, { method: asked.method, headers }, (came) => {
      const page = came.headers["content-type"]?.startsWith("text/html");
      if (!page) {
        answer.writeHead(came.statusCode, came.headers);
        came.pipe(answer);
        return;
      }
      const parts = [];
      came.on("data", (part) => parts.push(part));
      came.on("end", () => {
        const script = line.first && '<script src="/first.js"></script>';
        const text = Buffer.concat(parts).toString()
          .replace(OUTSIDE, `http://localhost:${server.address().port}/`)
          .replace("<head>", `<head>${script}`);
        const { "content-length": _, etag: __, ...kept } = came.headers;
        answer.writeHead(came.statusCode, { ...kept, ...line.headers });
        answer.end(text);
      });
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, resolve));
  line.origin = `http://127.0.0.1:${server.address().port}`;
  line.close = () => { server.close(); server.closeAllConnections(); };
  return line;
}
