import { useEffect, useRef } from "react";
import { useTexts } from "../i18n/texts";
import { HOTKEYS } from "./hotkeys";

const SHOWN: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  Enter: "↵",
  Escape: "Esc",
};

/** All keys, out of the same table that the handler reads; single keys can be switched off. */
export function Legend(props: {
  isOn: boolean;
  choose: (isOn: boolean) => void;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="legend-dialog" onClose={props.onClose} aria-labelledby="legend-title">
      <h2 id="legend-title">{t("key-legend")}</h2>
      <dl>
        {HOTKEYS.map(({ action, keys }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{SHOWN[key] ?? key}</kbd>
              ))}
            </dt>
            <dd>{t(`key-${action}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={props.isOn}
          onChange={(event) => props.choose(event.target.checked)}
        />
        {t("keys-on")}
      </label>
      <form method="dialog">
        <button type="submit" className="primary">
          {t("close")}
        </button>
      </form>
    </dialog>
  );
}
