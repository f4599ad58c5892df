// Serves the pages of a peer as the desk serves the app: packed with brotli beforehand, with
// the headers that the desk sends, a page never kept and a file for ever. A page also answers
// who posts to it.

import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";

const types = {
  "": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
};
/** What differs from file to file, or belongs to one connection. */
const own = ["connection", "date", "etag", "keep-alive", "transfer-encoding"];

/** The headers that the desk sends with every answer. */
export async function headersOf(desk) {
  const { headers } = await fetch(desk, { method: "HEAD" });
  return [...headers].filter(([name]) => !own.includes(name) && !/^(content|cache)-(?!security)/.test(name));
}

/** Serves pages by their path; gives their address and how to stop. */
export async function serve(pages, headers) {
  const packed = new Map(Object.entries(pages).map(([path, text]) => [path, brotliCompressSync(text)]));
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const body = packed.get(pathname);
    const kind = extname(pathname);
    response.writeHead(body ? 200 : 404, [
      ...headers.flat(),
      "content-type", types[kind],
      "content-encoding", "br",
      "content-length", body?.length ?? 0,
      "cache-control", kind ? "public, max-age=31536000, immutable" : "no-store",
    ]);
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
