import type { ReactNode } from "react";

/** An action behind its own fold; one is open at a time. */
export function Fold(props: { part?: string; label: string; outcome: ReactNode; children: ReactNode }) {
  return (
    <div className="fold" data-part={props.part}>
      <details name="actions">
        <summary>{props.label}</summary>
        {props.children}
      </details>
      {props.outcome}
    </div>
  );
}
