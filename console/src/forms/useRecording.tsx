import { type ReactNode, useCallback, useState } from "react";
import { useTexts } from "../i18n/texts";
import { writeClock } from "../live/clock";
import { live } from "../live/store";
import { useDesk } from "../transfer/desk";

/** Which row of a list is being recorded, and what was recorded last. */
export interface Recording {
  /** The key of the row whose form is open. */
  readonly open: string | null;
  readonly begin: (row: string) => void;
  readonly end: () => void;
  readonly done: (what: string) => void;
  /** Whether this person records at all; others see no button. */
  readonly isAllowed: boolean;
  readonly last: { readonly what: string; readonly at_ms: number } | null;
}

export function useRecording(): Recording {
  const [open, setOpen] = useState<string | null>(null);
  const [last, setLast] = useState<Recording["last"]>(null);
  const end = useCallback(() => setOpen(null), []);
  const done = useCallback((what: string) => setLast({ what, at_ms: live.now() }), []);
  const isAllowed = useDesk().blocked !== "blocked-role";
  return { open, begin: setOpen, end, done, isAllowed, last };
}

/** The button of a row; its full name says which row. */
export function RecordButton(props: { row: string; of: string; recording: Recording }) {
  const { t } = useTexts();
  if (!props.recording.isAllowed) return null;
  return (
    <button type="button" className="row-button" onClick={() => props.recording.begin(props.row)}>
      {t("record")}
      <span className="hidden"> {props.of}</span>
    </button>
  );
}

/** That the server has the last record, and when; or the usual line of the panel. */
export function LastRecord({ recording, children }: { recording: Recording; children?: ReactNode }) {
  const { t } = useTexts();
  const { last } = recording;
  return (
    <div className="legend">
      <span role="status">
        {last !== null && (
          <span className="good">
            ✓ {last.what} · {t("done-at", { time: writeClock(last.at_ms) })}{" "}
          </span>
        )}
      </span>
      {children}
    </div>
  );
}
