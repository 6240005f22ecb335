import type { BedsView } from "../gen/wire";
import { useTexts } from "../i18n/texts";
import { writeAge } from "../live/clock";
import { freeNow } from "./beds";

/** Free beds as they are now, with the age of the news; a report that is too old is only the last. */
export function BedsNow({ beds, now_ms }: { beds: BedsView | undefined; now_ms: number }) {
  const { t } = useTexts();
  if (beds === undefined || beds.free === null) return <span>{t("beds-not-known")}</span>;
  const free = freeNow(beds, now_ms);
  return (
    <span>
      {free === null ? t("beds-not-known") : t("beds-free", { beds: free })}{" "}
      <small>
        {free === null && `${t("beds-last", { free: beds.free, total: beds.total })} · `}
        {beds.reported_at !== null && writeAge((now_ms - Date.parse(beds.reported_at)) / 1000)}
      </small>
      {free !== null && beds.overbooked > 0 && (
        <>
          {" "}
          <b className="bad">{t("beds-overbooked", { count: beds.overbooked })}</b>
        </>
      )}
    </span>
  );
}
