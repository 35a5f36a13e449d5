// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// The task operations that the page uses, typed by the API's own document: schema.d.ts is generated from
// openapi/openapi.json by tests/page/check_types, so a change there that breaks the page does not compile.
// No method throws: what went wrong is a value.
import createClient from "openapi-fetch";

import type { components, paths } from "./schema";

export type Task = components["schemas"]["Task"];
export type Content = Pick<Task, "title" | "description">;
type Problem = components["schemas"]["Problem"];

export interface Failure {
  ok: false;
  /** 0 = no answer came: the network, or the server, is away. */
  status: number;
  code: Problem["code"] | "no_answer";
  detail: string;
  retryAfterSeconds: number;
}
export type Outcome<T> = { ok: true; value: T } | Failure;

/** One page of the list, and where the next one is. */
export interface Page {
  tag: string;
  tasks: Task[];
  /** The cursor of the next page; nothing if this is the last. */
  next: string | undefined;
}

const noAnswer: Failure = {
  ok: false,
  status: 0,
  code: "no_answer",
  detail: "the server does not answer",
  retryAfterSeconds: 0,
};

function failureOf(response: Response, error: unknown): Failure {
  const problem = (typeof error === "object" && error !== null ? error : {}) as Partial<Problem>;
  return {
    ok: false,
    status: response.status,
    code: problem.code ?? "internal",
    detail: problem.detail ?? `the server answered ${response.status}`,
    retryAfterSeconds: Number(response.headers.get("Retry-After")) || 0,
  };
}

/** The cursor in `Link: <...>; rel="next"`. */
function nextCursor(link: string | null): string | undefined {
  const target = /<([^>]*)>; *rel="next"/.exec(link ?? "")?.[1];
  return target ? (new URL(target, location.origin).searchParams.get("cursor") ?? undefined) : undefined;
}

export class Client {
  #api;

  /** `send` is fetch, with what authorises a request. */
  constructor(send: (request: Request) => Promise<Response>) {
    this.#api = createClient<paths>({ baseUrl: location.origin, fetch: send, cache: "no-store" });
  }

  /** A page, oldest tasks first, or "unchanged" if it still is what `tag` stands for. */
  async list(cursor: string | undefined, tag: string | undefined): Promise<Outcome<Page | "unchanged">> {
    try {
      const { data, error, response } = await this.#api.GET("/api/tasks", {
        params: {
          query: { sort: "created_at", limit: 1000, ...(cursor && { cursor }) },
          header: tag ? { "If-None-Match": tag } : {},
        },
      });
      if (response.status === 304) return { ok: true, value: "unchanged" };
      if (!data) return failureOf(response, error);
      const { headers } = response;
      const page = { tag: headers.get("ETag") ?? "", tasks: data, next: nextCursor(headers.get("Link")) };
      return { ok: true, value: page };
    } catch {
      return noAnswer;
    }
  }

  read(id: string): Promise<Outcome<Task>> {
    return this.#one(this.#api.GET("/api/tasks/{task_id}", { params: { path: { task_id: id } } }));
  }

  /** Under an id of the client's own, so that a repetition creates nothing twice: 412 if it is there. */
  create(id: string, body: Content & Pick<Task, "completed">): Promise<Outcome<Task>> {
    const params = { path: { task_id: id }, header: { "If-None-Match": "*" } };
    return this.#one(this.#api.PUT("/api/tasks/{task_id}", { params, body }));
  }

  /** 412 unless the task still is `version`. */
  change(id: string, version: number, body: Content): Promise<Outcome<Task>> {
    const params = { path: { task_id: id }, header: { "If-Match": `"${version}"` } };
    return this.#one(this.#api.PATCH("/api/tasks/{task_id}", { params, body }));
  }

  /** Sets one boolean and touches nothing else, so it can neither lose a text nor toggle back. */
  complete(id: string, completed: boolean): Promise<Outcome<Task>> {
    const params = { path: { task_id: id } };
    return this.#one(this.#api.PATCH("/api/tasks/{task_id}/complete", { params, body: { completed } }));
  }

  /** 412 unless the task still is `version`. `keepalive`: also when the page goes away meanwhile. */
  async remove(id: string, version: number, keepalive = false): Promise<Outcome<void>> {
    const params = { path: { task_id: id }, header: { "If-Match": `"${version}"` } };
    try {
      const { error, response } = await this.#api.DELETE("/api/tasks/{task_id}", { params, keepalive });
      return response.ok ? { ok: true, value: undefined } : failureOf(response, error);
    } catch {
      return noAnswer;
    }
  }

  async removeCompleted(): Promise<Outcome<number>> {
    try {
      const params = { query: { status: "completed" as const } };
      const { data, error, response } = await this.#api.DELETE("/api/tasks", { params });
      return data ? { ok: true, value: data.deleted } : failureOf(response, error);
    } catch {
      return noAnswer;
    }
  }

  async #one(sent: Promise<{ data?: Task; error?: unknown; response: Response }>): Promise<Outcome<Task>> {
    try {
      const { data, error, response } = await sent;
      return data ? { ok: true, value: data } : failureOf(response, error);
    } catch {
      return noAnswer;
    }
  }
}
