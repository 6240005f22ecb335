import { useState } from "react";
import { FormDialog } from "../forms/FormDialog";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { numbers } from "../live/numbers";
import { live } from "../live/store";
import { useDesk } from "../transfer/desk";
import { instantAt, setPaperTime, usePaper, wallAt } from "./paper";

/** Above the board while commands are of a paper's time, and when that has ended by itself. */
export function PaperBand() {
  const { t } = useTexts();
  const { written_at_ms, ends_at_ms } = usePaper();
  const [isOpen, setOpen] = useState(false);
  if (ends_at_ms === null) return null;
  const ends = writeTime(ends_at_ms, live.now());
  if (written_at_ms === null) {
    return (
      <section className="paper-band over" role="alert">
        <strong>{t("late-over", { time: ends })}</strong>
        <button type="button" onClick={() => setPaperTime(null)}>
          {t("late-over-read")}
        </button>
      </section>
    );
  }
  return (
    <section className="paper-band" role="status">
      <span>
        <span aria-hidden>✎</span>{" "}
        <strong>{t("late-now-at", { time: writeTime(written_at_ms, live.now()) })}</strong>{" "}
        {t("late-now-hint")} {t("late-ends", { time: ends, minutes: numbers().paper_idle_min })}
      </span>
      <span>
        <button type="button" onClick={() => setOpen(true)}>
          {t("late-change")}
        </button>{" "}
        <button type="button" onClick={() => setPaperTime(null)}>
          {t("late-end")}
        </button>
      </span>
      {isOpen && <PaperTime onClose={() => setOpen(false)} />}
    </section>
  );
}

/** What headquarters does when no screen worked: the sheet, and what was written on it. */
export function PaperLinks() {
  const { t } = useTexts();
  const { blocked } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (blocked === "blocked-role") return null;
  return (
    <>
      <a href="/requests/new">{t("late-request")}</a>
      <a href="/sheet" target="_blank" rel="noopener">
        {t("sheet-print")}
      </a>
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {t("late-enter")}
      </button>
      {isOpen && <PaperTime onClose={() => setOpen(false)} />}
    </>
  );
}

function PaperTime({ onClose }: { onClose: () => void }) {
  const { t } = useTexts();
  const before_ms = usePaper().written_at_ms;
  const [wall, setWall] = useState(before_ms === null ? "" : wallAt(before_ms));
  const at_ms = instantAt(wall);
  const isSound = at_ms !== null && at_ms <= live.now();
  const begin = (): Promise<boolean> => {
    if (isSound) setPaperTime(at_ms);
    return Promise.resolve(isSound);
  };
  return (
    <FormDialog title={t("late-enter")} submit={begin} onClose={onClose}>
      <p>{t("late-now-hint")}</p>
      <label className="field">
        <span>{t("late-time")}</span>
        <input
          type="datetime-local"
          name="written_at"
          value={wall}
          max={wallAt(live.now())}
          required
          aria-invalid={!isSound}
          onChange={(event) => setWall(event.target.value)}
        />
      </label>
      {wall !== "" && !isSound && <p className="notice warn">{t("page-fault-written_at")}</p>}
      <p className="ending">
        <button className="primary">{t("late-begin")}</button>
      </p>
    </FormDialog>
  );
}
