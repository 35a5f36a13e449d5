// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Better Auth as an app has it: accounts with address and password, and the jwt plugin as it comes, which signs with
// EdDSA, publishes its keys at /api/auth/jwks and issues a token for a session at /api/auth/token.
import { betterAuth } from "better-auth";
import { getMigrations } from "better-auth/db/migration";
import { jwt } from "better-auth/plugins";
import pg from "pg";

/** Tables user, session, account, verification and jwks, in the schema where todod's stand (public, as it comes). */
export function makeAuth({ baseURL, secret, databaseUrl, pageOrigins }) {
  const database = new pg.Pool({ connectionString: databaseUrl });
  // A database that restarts breaks connections that wait in the pool; unheard, that would end the process.
  database.on("error", (error) => console.error(`database: ${error.message}`));
  return betterAuth({
    baseURL,
    secret,
    database,
    // The page is of another origin than this server: only from these may a browser sign in.
    trustedOrigins: pageOrigins,
    emailAndPassword: { enabled: true },
    plugins: [jwt()],
  });
}

/** Brings Better Auth's tables to what its version needs; leaves all others alone. */
export async function migrate(auth) {
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
}
