import { useTexts } from "../i18n/texts";
import type { Problem } from "../live/api";
import { useNetwork } from "../live/network";

/** What failed and what to do: never looks like an empty list. */
export function LoadFailure(props: {
  problem: Problem;
  again: () => void;
  isWholePage?: boolean;
}) {
  const { t, problem: sentence } = useTexts();
  const network = useNetwork();
  return (
    <div className={props.isWholePage ? "failure whole" : "failure"} role="alert">
      <p>
        <strong>{t("load-failed")}</strong> {sentence(props.problem, network)}
      </p>
      <p>
        <button type="button" onClick={props.again}>
          {t("try-again")}
        </button>{" "}
        <code>{props.problem.code}</code>
      </p>
    </div>
  );
}
