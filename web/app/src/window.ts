// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
// Which rows of a long list are in the document: those near the screen, of whatever height they turn out to
// have. What is above and below them is two blocks of the height that those rows have or will likely have.
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

export interface Row {
  id: string;
  /** How high it probably is, in px, until it has been measured. */
  likely: number;
}

export interface Visible {
  first: number;
  /** One past the last one. */
  end: number;
  above: number;
  below: number;
}

const margin = 800; // px beyond the screen, so that a quick scroll finds rows there

/** The first index whose row ends below `y`. `starts` has one entry more than there are rows. */
function rowAt(starts: Float64Array, y: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle + 1] ?? Infinity) <= y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `list` holds the rows in question, in order, each with the attribute data-id. */
export function useVisible(rows: readonly Row[], list: RefObject<HTMLElement | null>): [Visible, (index: number) => void] {
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const [screen, setScreen] = useState({ top: 0, bottom: innerHeight });

  const starts = useMemo(() => {
    const sums = new Float64Array(rows.length + 1);
    rows.forEach((row, i) => (sums[i + 1] = (sums[i] ?? 0) + (heights.current.get(row.id) ?? row.likely)));
    return sums;
  }, [rows, measured]);
  const total = starts[rows.length] ?? 0;
  const first = Math.min(rowAt(starts, screen.top - margin), Math.max(0, rows.length - 1));
  const end = Math.min(rows.length, rowAt(starts, screen.bottom + margin) + 1);
  const above = starts[first] ?? 0;

  // Where the list's first row would be, in the coordinates of the screen.
  const origin = () => (list.current?.getBoundingClientRect().top ?? 0) - above;
  const originNow = useRef(origin);
  originNow.current = origin;

  useLayoutEffect(() => {
    let differs = false;
    for (const element of list.current?.children ?? []) {
      const { id } = (element as HTMLElement).dataset;
      const { height } = element.getBoundingClientRect();
      if (id === undefined || Math.abs((heights.current.get(id) ?? 0) - height) < 0.5) continue;
      heights.current.set(id, height);
      differs = true;
    }
    if (differs) setMeasured((times) => times + 1);
  });

  useEffect(() => {
    let frame = 0;
    let width = innerWidth;
    const look = () => {
      frame = 0;
      if (innerWidth !== width) {
        width = innerWidth;
        heights.current.clear(); // lines break elsewhere
        setMeasured((times) => times + 1);
      }
      const top = -originNow.current();
      setScreen((old) => (Math.abs(old.top - top) < 100 && old.bottom - old.top === innerHeight ? old
        : { top, bottom: top + innerHeight }));
    };
    const soon = () => (frame ||= requestAnimationFrame(look));
    look();
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", soon);
      removeEventListener("resize", soon);
    };
  }, []);

  /** Brings a row near the screen, so that it is in the document after the next drawing. */
  const reveal = (index: number) => {
    const top = starts[index] ?? 0;
    setScreen({ top, bottom: top + innerHeight });
    if (index < first || index >= end) scrollTo({ top: scrollY + origin() + top - innerHeight / 2 });
  };
  return [{ first, end, above, below: total - (starts[end] ?? total) }, reveal];
}
