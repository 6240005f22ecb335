/** The two live layers: routes of open transfers, and units by state. */
import type { Map as LeafletMap } from "leaflet";
import { isFixStale, isFixUnknown, type UnitState, unitState } from "../fleet/state";
import type { TransferView } from "../gen/wire";
import type { BoardState } from "../live/board";
import type { Network } from "../live/network";
import { otherEnd } from "../live/route";
import { rules } from "../live/rules";
import type { Colours } from "./colours";
import { type Canvas, pixelOf } from "./drawBase";
import { type Box, placeLabels } from "./labels";
import { spotOf } from "./moving";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a live layer is drawn from. */
export interface Scene {
  readonly board: BoardState;
  readonly network: Network;
  readonly selected: string | null;
  readonly isStale: boolean;
  readonly now_ms: number;
  readonly paint: Colours;
  /** What the names of hospitals cover. */
  readonly names: readonly Box[];
}

export function clear({ pen, width, height, ratio }: Canvas): void {
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.clearRect(0, 0, width, height);
}

/** From the referring hospital to the other end; dashed until there is an agreement. */
export function drawRoutes(canvas: Canvas, map: LeafletMap, scene: Scene): void {
  clear(canvas);
  const views = [...scene.board.transfers.values()];
  const rank = (view: TransferView): number =>
    (view.transfer_id === scene.selected ? 2 : 0) + (view.priority === "P0" ? 1 : 0);
  for (const view of views.sort((a, b) => rank(a) - rank(b))) drawRoute(canvas, map, scene, view);
  canvas.pen.setLineDash([]);
  canvas.pen.globalAlpha = 1;
}

function drawRoute({ pen }: Canvas, map: LeafletMap, scene: Scene, view: TransferView): void {
  const { paint, network } = scene;
  const from = network.hospitals.get(view.referring);
  const other = otherEnd(view);
  const to = other === null ? undefined : network.hospitals.get(other);
  if (from === undefined) return;
  const isSelected = view.transfer_id === scene.selected;
  const a = pixelOf(map, from);
  pen.strokeStyle = pen.fillStyle = view.priority === "P0" ? paint.p0 : paint.route;
  pen.globalAlpha = isSelected || scene.selected === null ? 0.95 : 0.4;
  pen.lineWidth = isSelected ? 3 : view.priority === "P0" ? 2 : 1.4;
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(a.x, a.y, isSelected ? 10 : 7.5, 0, Math.PI * 2);
  pen.stroke();
  drawApproach(pen, map, scene, view, a);
  if (to === undefined) return;
  pen.setLineDash(view.agreement === null ? [5, 4] : []);
  drawArrow(pen, a, pixelOf(map, to));
}

function drawArrow(pen: CanvasRenderingContext2D, a: Point, b: Point): void {
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length < 20) return;
  const at = (far: number): Point => ({
    x: a.x + Math.cos(angle) * far,
    y: a.y + Math.sin(angle) * far,
  });
  const start = at(9);
  const end = at(length - 8);
  pen.beginPath();
  pen.moveTo(start.x, start.y);
  pen.lineTo(end.x, end.y);
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(end.x, end.y);
  for (const turn of [2.7, -2.7]) {
    pen.lineTo(end.x + Math.cos(angle + turn) * 8, end.y + Math.sin(angle + turn) * 8);
  }
  pen.closePath();
  pen.fill();
}


/** A dotted line from the unit on its way to the hospital where the patient waits. */
function drawApproach(
  pen: CanvasRenderingContext2D,
  map: LeafletMap,
  scene: Scene,
  view: TransferView,
  to: Point,
): void {
  const track = scene.board.tracks.get(view.unit_id ?? "");
  if (track === undefined || !rules().with_unit.has(view.stage)) return;
  const from = pixelOf(map, spotOf(track, scene.now_ms));
  pen.setLineDash([1, 5]);
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
  pen.lineCap = "butt";
}

/** All units; whether any is between two fixes and so wants another frame soon. */
export function drawUnits(canvas: Canvas, map: LeafletMap, scene: Scene): boolean {
  clear(canvas);
  const { pen } = canvas;
  let isMoving = false;
  const size = Math.min(1, Math.max(0.6, (map.getZoom() - 5) / 3.2));
  pen.globalAlpha = scene.isStale ? 0.45 : 1;
  const named: { text: string; at: Point }[] = [];
  for (const unit of scene.board.units.values()) {
    const track = scene.board.tracks.get(unit.unit_id);
    if (track === undefined) continue;
    const spot = spotOf(track, scene.now_ms);
    isMoving ||= spot.isMoving;
    const at = pixelOf(map, spot);
    if (at.x < -20 || at.y < -20 || at.x > canvas.width + 20 || at.y > canvas.height + 20) continue;
    const state = isFixUnknown(spot.age_s) ? "unknown" : unitState(unit);
    const isHollow = isFixStale(spot.age_s) || state === "unknown";
    const { heading_deg } = spot;
    drawUnit(pen, at, { state, isHollow, heading_deg, size, paint: scene.paint });
    if (unit.transfer_id !== null) named.push({ text: unit.unit_id, at });
  }
  drawCallSigns(pen, named, scene);
  pen.globalAlpha = 1;
  return isMoving && !scene.isStale;
}

interface Look {
  readonly state: UnitState;
  readonly isHollow: boolean;
  readonly heading_deg: number | null;
  /** 1 close up, smaller from afar so that units don't hide the land. */
  readonly size: number;
  readonly paint: Colours;
}

const ARROW: readonly Point[] = [
  { x: 0, y: -7 },
  { x: 5.4, y: 6 },
  { x: 0, y: 3 },
  { x: -5.4, y: 6 },
];
const TAILED: readonly Point[] = [
  { x: 0, y: -8 },
  { x: 6, y: 0 },
  { x: 2, y: 0 },
  { x: 2, y: 8 },
  { x: -2, y: 8 },
  { x: -2, y: 0 },
  { x: -6, y: 0 },
];
const SQUARE: readonly Point[] = [
  { x: -3.6, y: -3.6 },
  { x: 3.6, y: -3.6 },
  { x: 3.6, y: 3.6 },
  { x: -3.6, y: 3.6 },
];

const SHAPES: Readonly<Record<UnitState, readonly Point[] | null>> = {
  free: ARROW,
  "en-route": TAILED,
  busy: SQUARE,
  off: null,
  unknown: ARROW,
};

function drawUnit(pen: CanvasRenderingContext2D, at: Point, look: Look): void {
  const { paint, state } = look;
  const colours = { free: paint.free, "en-route": paint.onTheWay, busy: paint.busy } as const;
  const colour = state === "off" || state === "unknown" ? paint.off : colours[state];
  const shape = SHAPES[state];
  const turn = state === "busy" ? 0 : ((look.heading_deg ?? 0) * Math.PI) / 180;
  const cos = Math.cos(turn) * look.size;
  const sin = Math.sin(turn) * look.size;
  pen.beginPath();
  if (shape === null) pen.arc(at.x, at.y, 2.2, 0, Math.PI * 2);
  shape?.forEach(({ x, y }, i) => {
    const px = at.x + x * cos - y * sin;
    const py = at.y + x * sin + y * cos;
    if (i === 0) pen.moveTo(px, py);
    else pen.lineTo(px, py);
  });
  pen.closePath();
  pen.lineJoin = "round";
  pen.strokeStyle = look.isHollow ? colour : paint.halo;
  pen.lineWidth = look.isHollow ? 1.6 : 2;
  pen.fillStyle = look.isHollow ? paint.halo : colour;
  pen.stroke();
  pen.fill();
  if (look.isHollow) pen.stroke();
}

/** Call signs of units on a transfer of ours, where they cover no other name. */
function drawCallSigns(
  pen: CanvasRenderingContext2D,
  named: readonly { text: string; at: Point }[],
  { names, paint }: Scene,
): void {
  pen.font = "700 11px system-ui, sans-serif";
  pen.textBaseline = "middle";
  pen.lineWidth = 3;
  pen.strokeStyle = paint.halo;
  pen.fillStyle = paint.text;
  const labels = named.map(({ text, at }) => {
    return { ...at, text, width: pen.measureText(text).width, height: 12 };
  });
  for (const { text, x, y } of placeLabels(labels, names)) {
    pen.strokeText(text, x, y);
    pen.fillText(text, x, y);
  }
}
