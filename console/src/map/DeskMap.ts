/** Leaflet for panning and zooming, three canvases of our own for everything that is drawn. */
import L from "leaflet";
import type { Hospital } from "../live/network";
import { live } from "../live/store";
import { type Colours, readColours } from "./colours";
import { type Canvas, drawHospitals, drawLand } from "./drawBase";
import { drawRoutes, drawUnits, type Scene } from "./drawLive";
import { geography } from "./geography";
import type { Box } from "./labels";

const CATALONIA: L.LatLngBoundsLiteral = [
  [40.5, 0.1],
  [42.9, 3.35],
];
const FRAME_MS = 33;
const STILL_MS = 1000;

export type SceneParts = Omit<Scene, "paint" | "now_ms" | "board" | "names">;

/** A map that never moves by itself: only a gesture or the fit buttons change the view. */
export class DeskMap {
  private readonly map: L.Map;
  private readonly layers: Canvas[];
  private readonly land = geography();
  private readonly watch: ResizeObserver;
  private readonly dark = window.matchMedia("(prefers-color-scheme: dark)");
  private readonly calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  private paint: Colours;
  private timer = 0;
  /** Until the first gesture the map keeps the whole territory in view as its box changes. */
  private isTouched = false;
  private frame = 0;
  private names: readonly Box[] = [];

  constructor(
    private readonly box: HTMLElement,
    private parts: SceneParts,
  ) {
    this.map = L.map(box, {
      attributionControl: false,
      zoomControl: false,
      zoomAnimation: false,
      inertia: false,
      zoomSnap: 0.25,
      minZoom: 6,
      maxZoom: 14,
    });
    this.layers = [1, 2, 3].map(() => this.addCanvas());
    this.paint = readColours(box);
    this.fit();
    this.map.on("move zoom", () => this.drawAll());
    for (const gesture of ["pointerdown", "wheel", "keydown"] as const) {
      box.addEventListener(gesture, this.touched, { passive: true });
    }
    this.dark.addEventListener("change", this.repaint);
    this.watch = new ResizeObserver(() => this.resized());
    this.watch.observe(box);
    this.resized();
    this.loop();
  }

  remove(): void {
    window.clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.watch.disconnect();
    this.dark.removeEventListener("change", this.repaint);
    this.map.remove();
  }

  show(parts: SceneParts): void {
    const isOther = parts.network !== this.parts.network;
    this.parts = parts;
    if (isOther) this.drawStill();
    this.drawMoving();
  }

  zoom(by: 1 | -1): void {
    this.isTouched = true;
    this.map.setZoom(this.map.getZoom() + by * 0.75);
  }

  fit(): void {
    this.isTouched = false;
    this.map.fitBounds(CATALONIA, { animate: false });
  }

  fitTo(hospitals: readonly Hospital[]): void {
    const points = hospitals.map(({ lat, lon }): L.LatLngTuple => [lat, lon]);
    if (points.length === 0) return;
    this.isTouched = true;
    this.map.fitBounds(L.latLngBounds(points), { animate: false, padding: [50, 50], maxZoom: 11 });
  }

  private addCanvas(): Canvas {
    const element = document.createElement("canvas");
    element.className = "map-canvas";
    this.box.append(element);
    const pen = element.getContext("2d");
    if (pen === null) throw new Error("no 2D canvas in this browser");
    return { pen, width: 0, height: 0, ratio: 1 };
  }

  private resized(): void {
    const { clientWidth: width, clientHeight: height } = this.box;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.layers.forEach((layer, i) => {
      const { canvas } = layer.pen;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      this.layers[i] = { ...layer, width, height, ratio };
    });
    this.map.invalidateSize({ pan: false, animate: false });
    if (!this.isTouched) this.fit();
    this.drawAll();
  }

  private readonly touched = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key === "Tab") return;
    this.isTouched = true;
  };

  private readonly repaint = (): void => {
    this.paint = readColours(this.box);
    this.drawAll();
  };

  private drawAll(): void {
    this.drawStill();
    this.drawMoving();
  }

  private drawStill(): void {
    const [still] = this.layers;
    if (still === undefined || still.width === 0) return;
    drawLand(still, this.map, this.land, this.paint);
    const hospitals = [...this.parts.network.hospitals.values()];
    this.names = drawHospitals(still, this.map, hospitals, this.paint);
  }

  /** Draws routes and units; whether a unit is on the move. */
  private drawMoving(): boolean {
    const [, routes, units] = this.layers;
    if (routes === undefined || units === undefined || units.width === 0) return false;
    const { board } = live.read();
    const scene: Scene = { ...this.parts, board, paint: this.paint, now_ms: live.now(), names: this.names };
    drawRoutes(routes, this.map, scene);
    return drawUnits(units, this.map, scene);
  }

  /** Thirty frames a second at most while something moves, else once a second. */
  private loop(): void {
    const isMoving = this.drawMoving() && !this.calm.matches;
    this.timer = window.setTimeout(
      () => {
        this.frame = requestAnimationFrame(() => this.loop());
      },
      isMoving ? FRAME_MS : STILL_MS,
    );
  }
}
