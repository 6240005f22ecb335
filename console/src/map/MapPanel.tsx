import "leaflet/dist/leaflet.css";
import "../styles/map.css";
import { useEffect, useRef } from "react";
import { UNIT_STATES } from "../fleet/state";
import { UnitShape } from "../fleet/UnitShape";
import { LevelShape } from "../hospital/LevelMark";
import { useTexts } from "../i18n/texts";
import { type Hospital, type Level, useNetwork } from "../live/network";
import { otherEnd } from "../live/route";
import { live, useLive } from "../live/store";
import { DeskMap } from "./DeskMap";
import { ATTRIBUTION } from "./geography";

const LEVELS: readonly Level[] = ["SEP-2b", "SEP-2a", "SEP-1"];

/** The map with its buttons and legend. Everything on it also stands in the lists. */
export default function MapPanel({ selected }: { selected: string | null }) {
  const { t } = useTexts();
  const { box, map } = useDeskMap(selected);
  const network = useNetwork();
  const fitSelection = (): void => {
    const view = live.read().board.transfers.get(selected ?? "");
    const codes = [view?.referring, view && otherEnd(view)];
    const ends = codes.map((code) => network.hospitals.get(code ?? ""));
    map.current?.fitTo(ends.filter((end): end is Hospital => end !== undefined));
  };
  return (
    <section className="map-panel" aria-label={t("side-map")}>
      <div className="map-box" ref={box} role="application" aria-label={t("map-label")} />
      <div className="map-buttons">
        <MapButton words="map-zoom-in" onPress={() => map.current?.zoom(1)} text="+" />
        <MapButton words="map-zoom-out" onPress={() => map.current?.zoom(-1)} text="−" />
        <MapButton words="map-fit-words" onPress={() => map.current?.fit()} text={t("map-fit")} />
        {selected !== null && (
          <MapButton
            words="map-fit-selection-words"
            onPress={fitSelection}
            text={t("map-fit-selection")}
          />
        )}
      </div>
      <MapLegend />
      <p className="attribution">{ATTRIBUTION}</p>
    </section>
  );
}

function MapButton(props: { words: string; text: string; onPress: () => void }) {
  const { t } = useTexts();
  const words = t(props.words);
  return (
    <button type="button" title={words} aria-label={words} onClick={props.onPress}>
      {props.text}
    </button>
  );
}

function useDeskMap(selected: string | null) {
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<DeskMap | null>(null);
  const network = useNetwork();
  const isStale = useLive((state) => state.link === "stale");
  const first = useRef({ network, selected, isStale });
  useEffect(() => {
    if (box.current === null) return;
    const made = new DeskMap(box.current, first.current);
    map.current = made;
    return () => {
      made.remove();
      map.current = null;
    };
  }, []);
  useEffect(() => map.current?.show({ network, selected, isStale }), [network, selected, isStale]);
  return { box, map };
}

function MapLegend() {
  const { t, word } = useTexts();
  return (
    <details className="map-legend">
      <summary>{t("map-legend")}</summary>
      <ul>
        {LEVELS.map((level) => (
          <li key={level}>
            <LevelShape level={level} /> {level}
          </li>
        ))}
        {UNIT_STATES.map((state) => (
          <li key={state}>
            <UnitShape state={state} /> {word("unit-states", state)}
          </li>
        ))}
      </ul>
    </details>
  );
}
