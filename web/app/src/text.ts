// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Words of messages.
import type { Content } from "./client.ts";

const quotedMax = 40;
const titleMax = 500; // as the API has it, in code points
const descriptionMax = 16_384;

/** What the server would refuse, in words; empty if nothing. */
export function faultOf({ title, description }: Content): string {
  if (title === "") return "A task needs a title.";
  if ([...title].length > titleMax) return `A title has at most ${titleMax} characters.`;
  const tooLong = [...(description ?? "")].length > descriptionMax;
  return tooLong ? `A description has at most ${descriptionMax.toLocaleString()} characters.` : "";
}

/** A title within a sentence. */
export const quote = (title: string) =>
  `“${[...title].length > quotedMax ? `${[...title].slice(0, quotedMax - 1).join("")}…` : title}”`;

/** A time of day, as people say it. */
export const clock = (time: number | string) =>
  new Date(time).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** As a sentence of its own. */
export const sentence = (text: string) =>
  (/[.!?]$/.test(text) ? text : `${text}.`).replace(/^./u, (first) => first.toUpperCase());
