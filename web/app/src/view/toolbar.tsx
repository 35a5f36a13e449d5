// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// What is shown of the list, and how much of it there is.
import type { RefObject } from "preact";

import { filters, sorts, type Choice, type Counts, type Filter, type Sort } from "../order.ts";
import { Icon } from "./icons.tsx";

const names: Record<Filter, string> = { all: "All", pending: "Pending", completed: "Completed" };

interface Props {
  choice: Choice;
  counts: Counts;
  change: (part: Partial<Choice>) => void;
  searchField: RefObject<HTMLInputElement | null>;
}

export function Toolbar({ choice, counts, change, searchField }: Props) {
  return (
    <div class="toolbar">
      <div class="filters" role="group" aria-label="Show">
        {filters.map((filter) => (
          <button key={filter} aria-pressed={choice.filter === filter} onClick={() => change({ filter })}>
            {names[filter]} <span class="count">{counts[filter].toLocaleString()}</span>
          </button>
        ))}
      </div>
      <label class="search">
        <Icon name="search" />
        <input ref={searchField} type="search" dir="auto" value={choice.search} aria-label="Search" placeholder="Search"
          onInput={(event) => change({ search: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            change({ search: "" });
            event.currentTarget.blur();
          }} />
      </label>
      <select aria-label="Sort" value={choice.sort}
        onChange={(event) => change({ sort: event.currentTarget.value as Sort })}>
        {Object.entries(sorts).map(([sort, text]) => <option key={sort} value={sort}>{text}</option>)}
      </select>
    </div>
  );
}
