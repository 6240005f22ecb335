import type { TransferView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeTime } from "../live/clock";
import { shortName, useNetwork } from "../live/network";
import { useNow } from "../live/ticker";
import { PhoneAgreement } from "./PhoneAgreement";
import { PhoneRefusal } from "./PhoneRefusal";

/** The ladder of a request without an answer, in its order. */
export const RUNGS = ["repeat", "second", "head", "coordinating"] as const;

/** Who was asked, who after them, and when the next ones are; the agreement by telephone.
 * A return wakes nobody, and is answered on its page. */
export function Asking({ view }: { view: TransferView }) {
  const { t } = useTexts();
  return (
    <>
      {view.offers.length > 0 && <Offers view={view} />}
      {view.asked !== null && view.returns === null && (
        <section className="block asking">
          <h3>{t("escalation")}</h3>
          <Ladder view={view} />
          <PhoneAgreement key={view.asked} view={view} />
          <PhoneRefusal key={`no ${view.asked}`} view={view} />
        </section>
      )}
    </>
  );
}

function Ladder({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const now_ms = useNow(60);
  const names = (doctors: readonly string[]): string => doctors.join(", ") || t("nobody");
  const next = RUNGS[view.escalated.length];
  return (
    <>
      <p>{t("escalation-asked", { doctors: names(view.asked_doctors) })}</p>
      <ul className="ladder">
        {view.escalated.map((step) => (
          <li key={step.rung}>
            {t("escalation-step", {
              time: writeTime(Date.parse(step.escalated_at), now_ms),
              rung: word("rung", step.rung),
              doctors: step.rung === "coordinating" ? "" : names(step.doctors),
            })}
          </li>
        ))}
      </ul>
      {next !== undefined && view.escalates_at !== null ? (
        <p className="muted">
          {t("escalation-next", {
            rung: word("rung", next),
            time: writeTime(Date.parse(view.escalates_at), now_ms),
          })}
        </p>
      ) : (
        <p className="notice warn">{t("escalation-end")}</p>
      )}
    </>
  );
}

function Offers({ view }: { view: TransferView }) {
  const { t, word } = useTexts();
  const network = useNetwork();
  const now_ms = useNow(60);
  return (
    <section className="block">
      <h3>{t("offers")}</h3>
      <ul>
        {view.offers.map((offer) => (
          <li key={offer.offered_at}>
            {t("offer-line", {
              hospital: shortName(network, offer.hospital),
              offer: word("offer", offer.kind),
              detail:
                offer.suggested !== null
                  ? `(${shortName(network, offer.suggested)})`
                  : offer.available_at !== null
                    ? `(${t("offer-from", { time: writeTime(Date.parse(offer.available_at), now_ms) })})`
                    : "",
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
