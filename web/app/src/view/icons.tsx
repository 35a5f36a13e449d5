// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
const paths = {
  add: "M12 5v14M5 12h14",
  edit: "M4 20h4L19 9l-4-4L4 16v4z",
  remove: "M6 6l12 12M18 6L6 18",
  search: "M10.5 17a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM15.5 15.5L20 20",
};

export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
