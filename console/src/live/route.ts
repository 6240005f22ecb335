/** Where a patient is taken, as the server says it, and which other hospitals are in the matter. */
import type { Agreement, TransferView } from "../gen/wire";

export interface RouteEnd {
  /** Whose door the patient is at or is driven to, else the hospital asked; null for nobody yet. */
  readonly end: string | null;
  /** Whether that hospital has agreed and has not taken it back. */
  readonly isAgreed: boolean;
  /** Where the crew goes on to, when it only made a stop. */
  readonly onward: string | null;
  /** The hospital that agreed, when the patient is taken elsewhere. */
  readonly agreed: string | null;
  /** A second hospital asked while one has agreed. */
  readonly asked: string | null;
}

/** What of a transfer says where it goes. */
export type Routed = Pick<TransferView, "referring" | "asked" | "arrived_in" | "heading_to"> & {
  readonly agreement: Pick<Agreement, "hospital" | "withdrawn_at"> | null;
};

export function routeEnd(view: Routed): RouteEnd {
  const { agreement, arrived_in, heading_to, asked } = view;
  const end = arrived_in ?? heading_to ?? asked;
  const receiving = agreement?.hospital ?? null;
  const unless = (code: string | null, ...others: (string | null)[]): string | null =>
    code === null || others.includes(code) ? null : code;
  return {
    end,
    isAgreed: agreement !== null && agreement.withdrawn_at === null && end === receiving,
    onward: end === null ? null : unless(heading_to, end),
    agreed: unless(receiving, end, heading_to),
    asked: unless(asked, end),
  };
}

/** The hospital at the other end. */
export const otherEnd = (view: Routed): string | null => routeEnd(view).end;
