import { Component, lazy, type ReactNode, Suspense, useEffect } from "react";
import { useTexts } from "../i18n/texts";
import { rules } from "../live/rules";
import { PreAlertCount } from "../prealert/PreAlertCount";
import { useDesk } from "../transfer/desk";
import type { Move, Side } from "./useBoardScreen";

const loadUnits = () => import("../fleet/UnitsPanel");
const loadBeds = () => import("../hospital/BedsPanel");
const loadDuty = () => import("../agreement/DutyPanel");
const loadPreAlerts = () => import("../prealert/PreAlertsPanel");
const loadEnded = () => import("../transfer/EndedPanel");
const MapPanel = lazy(() => import("../map/MapPanel"));
const UnitsPanel = lazy(async () => ({ default: (await loadUnits()).UnitsPanel }));
const BedsPanel = lazy(async () => ({ default: (await loadBeds()).BedsPanel }));
const DutyPanel = lazy(async () => ({ default: (await loadDuty()).DutyPanel }));
const PreAlertsPanel = lazy(async () => ({ default: (await loadPreAlerts()).PreAlertsPanel }));
const EndedPanel = lazy(async () => ({ default: (await loadEnded()).EndedPanel }));

const SIDES: readonly Side[] = ["map", "units", "beds", "duty", "pre-alerts", "ended"];

/** Map, units, beds, who is on duty, or what was closed lately. The map is an aid: every fact on it is also in the lists. */
export function SidePanel(props: {
  side: Side;
  move: (move: Move) => void;
  selected: string | null;
}) {
  const { t } = useTexts();
  const mayAct = rules().at_the_desk.has(useDesk().you.role);
  useListsSoon();
  return (
    <aside className="side" aria-label={t("side-panel")}>
      <div className="tabs" role="group" aria-label={t("side-panel")}>
        {SIDES.filter((side) => mayAct || side !== "ended").map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={side === props.side}
            onClick={() => props.move({ to: "side", side })}
          >
            {t(`side-${side}`)}
            {side === "pre-alerts" && <PreAlertCount />}
          </button>
        ))}
      </div>
      <WithoutIt key={props.side} words={t("side-failed")}>
        <Suspense fallback={<p className="calm">{t("loading")}</p>}>
          {props.side === "units" && <UnitsPanel />}
          {props.side === "beds" && <BedsPanel />}
          {props.side === "duty" && <DutyPanel />}
          {props.side === "pre-alerts" && <PreAlertsPanel />}
          {props.side === "ended" && (
            <EndedPanel onOpen={(id) => props.move({ to: "select", id })} />
          )}
          {props.side === "map" && <MapPanel selected={props.selected} />}
        </Suspense>
      </WithoutIt>
    </aside>
  );
}

/** The lists come after the board, and before anybody needs them: the link may be gone then. */
function useListsSoon(): void {
  useEffect(() => {
    void Promise.allSettled([loadUnits(), loadBeds(), loadDuty(), loadPreAlerts(), loadEnded()]);
  }, []);
}

/** A panel that can't be loaded takes nothing else with it. */
class WithoutIt extends Component<{ words: string; children: ReactNode }, { isBroken: boolean }> {
  state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  render(): ReactNode {
    return this.state.isBroken ? <p className="failure">{this.props.words}</p> : this.props.children;
  }
}
