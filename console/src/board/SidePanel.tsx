import { Component, lazy, type ReactNode, Suspense } from "react";
import { UnitsPanel } from "../fleet/UnitsPanel";
import { BedsPanel } from "../hospital/BedsPanel";
import { useTexts } from "../i18n/texts";
import type { Move, Side } from "./useBoardScreen";

const MapPanel = lazy(() => import("../map/MapPanel"));

const SIDES: readonly Side[] = ["map", "units", "beds"];

/** Map, units or beds. The map is an aid: every fact on it is also in the lists. */
export function SidePanel(props: {
  side: Side;
  move: (move: Move) => void;
  selected: string | null;
}) {
  const { t } = useTexts();
  return (
    <aside className="side" aria-label={t("side-panel")}>
      <div className="tabs" role="group" aria-label={t("side-panel")}>
        {SIDES.map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={side === props.side}
            onClick={() => props.move({ to: "side", side })}
          >
            {t(`side-${side}`)}
          </button>
        ))}
      </div>
      {props.side === "units" && <UnitsPanel />}
      {props.side === "beds" && <BedsPanel />}
      {props.side === "map" && (
        <WithoutMap words={t("map-failed")}>
          <Suspense fallback={<p className="calm">{t("loading")}</p>}>
            <MapPanel selected={props.selected} />
          </Suspense>
        </WithoutMap>
      )}
    </aside>
  );
}

/** A map that can't be loaded takes nothing else with it. */
class WithoutMap extends Component<{ words: string; children: ReactNode }, { isBroken: boolean }> {
  state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  render(): ReactNode {
    return this.state.isBroken ? <p className="failure">{this.props.words}</p> : this.props.children;
  }
}
