/** The still layer: land and borders, hospitals by level, their names. */
import type { Map as LeafletMap } from "leaflet";
import type { Hospital, Level } from "../live/network";
import type { Colours } from "./colours";
import { CORNER, type Geography, projectX, projectY } from "./geography";
import { type Box, type Label, placeLabels } from "./labels";

export interface Canvas {
  readonly pen: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

const RANK: Readonly<Record<Level, number>> = { "SEP-2b": 0, "SEP-2a": 1, "SEP-1": 2 };

export const levelOf = (hospital: Hospital): Level =>
  hospital.adult_level ?? hospital.paediatric_level ?? "SEP-1";

/** Land, borders and sea, scaled from paths made once. */
export function drawLand(canvas: Canvas, map: LeafletMap, land: Geography, paint: Colours): void {
  const { pen, ratio } = canvas;
  const scale = 2 ** map.getZoom();
  const corner = map.getPixelBounds().min;
  if (corner === undefined) return;
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.fillStyle = paint.sea;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  const x = CORNER.x * scale - corner.x;
  const y = CORNER.y * scale - corner.y;
  pen.setTransform(ratio * scale, 0, 0, ratio * scale, x * ratio, y * ratio);
  pen.lineJoin = "round";
  pen.fillStyle = paint.neighbour;
  pen.fill(land.neighbours);
  pen.fillStyle = paint.land;
  pen.fill(land.land);
  stroke(pen, land.towns, paint.town, 0.6 / scale);
  stroke(pen, land.provinces, paint.border, 1.2 / scale);
  stroke(pen, land.land, paint.border, 1 / scale);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function stroke(pen: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(path);
}

/**
 * Square for SEP-2b, diamond for SEP-2a, circle for SEP-1: the shape carries the level. Tells what its
 * names cover.
 */
export function drawHospitals(
  canvas: Canvas,
  map: LeafletMap,
  hospitals: readonly Hospital[],
  paint: Colours,
): Box[] {
  const sorted = [...hospitals].sort((a, b) => RANK[levelOf(a)] - RANK[levelOf(b)]);
  const spots = sorted.map((hospital) => ({ hospital, at: pixelOf(map, hospital) }));
  for (const { hospital, at } of [...spots].reverse()) {
    drawLevel(canvas.pen, at, levelOf(hospital), paint);
  }
  const most = map.getZoom() >= 9 ? 2 : map.getZoom() >= 7.25 ? 1 : 0;
  const named = spots.filter(({ hospital }) => RANK[levelOf(hospital)] <= most);
  return drawNames(canvas, named, paint);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export function pixelOf(map: LeafletMap, place: { lat: number; lon: number }): Point {
  const scale = 2 ** map.getZoom();
  const corner = map.getPixelBounds().min ?? { x: 0, y: 0 };
  return {
    x: projectX(place.lon) * scale - corner.x,
    y: projectY(place.lat) * scale - corner.y,
  };
}

const SIZE: Readonly<Record<Level, number>> = { "SEP-2b": 4.6, "SEP-2a": 5.2, "SEP-1": 2.6 };

function drawLevel(pen: CanvasRenderingContext2D, at: Point, level: Level, paint: Colours): void {
  const size = SIZE[level];
  pen.beginPath();
  if (level === "SEP-2b") pen.rect(at.x - size, at.y - size, size * 2, size * 2);
  else if (level === "SEP-1") pen.arc(at.x, at.y, size, 0, Math.PI * 2);
  else {
    pen.moveTo(at.x, at.y - size);
    pen.lineTo(at.x + size, at.y);
    pen.lineTo(at.x, at.y + size);
    pen.lineTo(at.x - size, at.y);
    pen.closePath();
  }
  pen.fillStyle = paint.hospital;
  pen.strokeStyle = paint.halo;
  pen.lineWidth = 1.5;
  pen.stroke();
  pen.fill();
}

function drawNames(
  { pen, width, height }: Canvas,
  spots: readonly { hospital: Hospital; at: Point }[],
  paint: Colours,
): Box[] {
  pen.font = "600 10.5px system-ui, sans-serif";
  pen.textBaseline = "middle";
  const labels = spots
    .filter(({ at }) => at.x > -20 && at.y > -20 && at.x < width + 20 && at.y < height + 20)
    .map(({ hospital, at }): Label => {
      const text = hospital.short;
      return { ...at, text, width: pen.measureText(text).width, height: 12 };
    });
  pen.strokeStyle = paint.halo;
  pen.lineWidth = 3;
  pen.fillStyle = paint.text;
  const placed = placeLabels(labels);
  for (const { x, y, text } of placed) {
    pen.strokeText(text, x, y);
    pen.fillText(text, x, y);
  }
  return placed.map(({ box }) => box);
}
