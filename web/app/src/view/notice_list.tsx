// SPDX-FileCopyrightText: 2026 the todod authors
// SPDX-License-Identifier: MIT
import type { Notices } from "../notices.ts";
import { useObservable } from "../observable.ts";

export function NoticeList({ notices }: { notices: Notices }) {
  const shown = useObservable(notices.shown);
  return (
    <div class="notices" role="status" aria-live="polite">
      {shown.map(({ id, text, kind, action }) => (
        <p key={id} id={`notice-${id}`} class={`notice ${kind}`}>
          <span>{text}</span>
          {action && <button onClick={action.run}>{action.label}</button>}
        </p>
      ))}
    </div>
  );
}
