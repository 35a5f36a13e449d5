// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Words of messages.
import type { Content } from "./client.ts";

const quotedMax = 40;
const titleMax = 500; // as the API has it, in code points
const descriptionMax = 16_384;

/** A title as it would be saved: what was pasted may hold tabs and line breaks. */
export const oneLine = (title: string) => title.replace(/[\t-\r]+/g, " ").trim();

/** What of a text the server would refuse, in words; empty if nothing. */
export function faultsOf({ title, description }: Content): { title: string; description: string } {
  const tooLong = (what: string, text: string, max: number) =>
    [...text].length > max ? `A ${what} has at most ${max.toLocaleString()} characters.` : "";
  return {
    title: title === "" ? "A task needs a title." : tooLong("title", title, titleMax),
    description: tooLong("description", description ?? "", descriptionMax),
  };
}

/** A title within a sentence, whose direction it keeps to itself (between U+2068 and U+2069). */
export const quote = (title: string) =>
  `“\u2068${[...title].length > quotedMax ? `${[...title].slice(0, quotedMax - 1).join("")}…` : title}\u2069”`;

/** A time of day, as people say it. */
export const clock = (time: number | string) =>
  new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** As a sentence of its own. */
export const sentence = (text: string) =>
  (/[.!?]$/.test(text) ? text : `${text}.`).replace(/^./u, (first) => first.toUpperCase());
