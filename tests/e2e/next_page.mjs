// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// A page of that app without a browser: fetch with relative URLs and a cookie, lib/todod.js of the working folder, and
// what somebody does with it. Prints what came of each step as JSON. $APP_URL is the app.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const steps = {};
const app = process.env.APP_URL;
const fetchAnywhere = globalThis.fetch;
let cookie = "";
let tokensFetched = 0;

globalThis.fetch = async (url, options = {}) => {
  if (!url.startsWith("/")) return fetchAnywhere(url, options);
  if (url === "/api/auth/token") tokensFetched++;
  const answer = await fetchAnywhere(app + url, { ...options, headers: { Origin: app, Cookie: cookie, ...options.headers } });
  cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
  return answer;
};

const post = (path, body) =>
  fetch(`/api/auth${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
const reason = (promise) => promise.then(() => "no error", (error) => error.message);

const { todod, forgetToken } = await import(pathToFileURL(resolve("lib/todod.js")));

steps.signedOut = await reason(todod("/tasks"));
const who = { name: "Alice", email: process.env.EMAIL, password: "correct horse battery staple" };
steps.user = (await (await post("/sign-up/email", who)).json()).user.id;
const task = await todod("/tasks", { method: "POST", body: { title: "Buy milk" } });
steps.created = task;
steps.completed = await todod(`/${steps.user}/tasks/${task.id}/complete`, { method: "PATCH" });
steps.refused = await reason(todod("/tasks", { method: "POST", body: { title: "" } }));
steps.deleted = (await todod(`/tasks/${task.id}`, { method: "DELETE" })) ?? "nothing";
steps.left = await todod("/tasks");
steps.tokensFetched = tokensFetched;

const own = await (await fetch("/api/token")).json();
steps.ownToken = own.token;

await post("/sign-out", {});
forgetToken();
steps.signedOutAgain = await reason(todod("/tasks"));
steps.ownTokenAgain = (await fetch("/api/token")).status;
console.log(JSON.stringify(steps));
