// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Better Auth behind Node's HTTP server. Settings, from the environment:
//   DATABASE_URL         PostgreSQL, which todod may share
//   BETTER_AUTH_SECRET   signs cookies and encrypts the private keys in the database: keep it, or all must sign in anew
//   PAGE_ORIGIN          the pages that may call, comma separated (http://127.0.0.1:8080; * stands for any characters)
//   PORT                 3000; 0 takes a free one. The line "listening on URL" tells which
//   BETTER_AUTH_URL      how pages and todod reach this server (http://127.0.0.1:PORT)
import { createServer } from "node:http";
import { webcrypto } from "node:crypto";
import { toNodeHandler } from "better-auth/node";
import { makeAuth, migrate } from "./auth.mjs";

globalThis.crypto ??= webcrypto; // Node 18 has it, but not under this name

const env = process.env;
let open;
const opened = new Promise((resolve) => (open = resolve));
// Requests that come while Better Auth starts wait for it.
const server = createServer(async (request, response) => (await opened)(request, response));
await new Promise((resolve, reject) => {
  server.once("error", reject);
  server.listen(Number(env.PORT ?? 3000), env.HOST ?? "127.0.0.1", resolve);
});
const baseURL = env.BETTER_AUTH_URL ?? `http://127.0.0.1:${server.address().port}`;

const auth = makeAuth({
  baseURL,
  secret: env.BETTER_AUTH_SECRET,
  databaseUrl: env.DATABASE_URL,
  pageOrigins: (env.PAGE_ORIGIN ?? "http://127.0.0.1:8080").split(","),
});
const trusted = await auth.$context;
await migrate(auth);

/** CORS for the pages that Better Auth trusts: with cookies, since the session is one. */
function allowPage(request, response) {
  const { origin } = request.headers;
  response.setHeader("Vary", "Origin");
  if (!origin || !trusted.isTrustedOrigin(origin)) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Allow-Credentials", "true");
  response.setHeader("Access-Control-Allow-Methods", "GET, POST");
  response.setHeader("Access-Control-Allow-Headers", "Content-Type");
  response.setHeader("Access-Control-Max-Age", "600");
}

const answer = toNodeHandler(auth);
open((request, response) => {
  allowPage(request, response);
  if (request.method === "OPTIONS") return response.writeHead(204).end();
  return answer(request, response);
});
console.log(`listening on ${baseURL}`);

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}
