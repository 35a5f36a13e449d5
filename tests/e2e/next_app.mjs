// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Serves two route.js files of the working folder as the router of Next.js does: the exported GET and POST take a Request
// and give a Response. Prints "listening on URL".
import { createServer } from "node:http";
import { webcrypto } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

globalThis.crypto ??= webcrypto; // as in Next.js, also on Node 18

const load = (path) => import(pathToFileURL(resolve(path)));
const server = createServer();
await new Promise((done) => server.listen(0, "127.0.0.1", done));
process.env.BETTER_AUTH_URL = `http://127.0.0.1:${server.address().port}`; // before anything reads it

const routes = [
  ["/api/auth/", await load("app/api/auth/[...all]/route.js")],
  ["/api/token", await load("app/api/token/route.js")],
];

server.on("request", async (request, response) => {
  const url = new URL(request.url, process.env.BETTER_AUTH_URL);
  const handle = routes.find(([path]) => url.pathname.startsWith(path))?.[1][request.method];
  if (!handle) return response.writeHead(404).end();
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length ? Buffer.concat(chunks) : undefined;
  const answer = await handle(new Request(url, { method: request.method, headers: request.headers, body }));
  response.writeHead(answer.status, [...answer.headers].flat());
  response.end(Buffer.from(await answer.arrayBuffer()));
});
console.log(`listening on ${process.env.BETTER_AUTH_URL}`);
process.on("SIGTERM", () => process.exit(0));
