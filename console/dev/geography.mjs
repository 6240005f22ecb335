// Writes src/gen/catalonia.json: land, neighbours and borders for the map, no tiles needed.
// Sources: es-atlas (IGN, CC BY 4.0) and world-atlas (Natural Earth, public domain).
// Every line is [lon, lat, dlon, dlat, ...] in thousandths of a degree, differences after the first.
import { readFileSync, writeFileSync } from "node:fs";
import { merge, mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const BOX = { west: -4, south: 38.2, east: 7.5, north: 45.5 };
const CATALAN = new Set(["08", "17", "25", "43"]);

const read = (path) =>
  JSON.parse(readFileSync(new URL(`../node_modules/${path}`, import.meta.url), "utf8"));
const province = (geometry) => geometry.id.slice(0, 2);

/** One side of Sutherland-Hodgman: the part of a ring on the kept side of a line. */
function clipSide(ring, keeps, cut) {
  const kept = [];
  ring.forEach((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length];
    if (keeps(point) !== keeps(before)) kept.push(cut(before, point));
    if (keeps(point)) kept.push(point);
  });
  return kept;
}

function clip(ring) {
  const along = (axis, value) => (a, b) => {
    const share = (value - a[axis]) / (b[axis] - a[axis]);
    return [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])];
  };
  let kept = clipSide(ring, (p) => p[0] >= BOX.west, along(0, BOX.west));
  kept = clipSide(kept, (p) => p[0] <= BOX.east, along(0, BOX.east));
  kept = clipSide(kept, (p) => p[1] >= BOX.south, along(1, BOX.south));
  return clipSide(kept, (p) => p[1] <= BOX.north, along(1, BOX.north));
}

function packed(line) {
  let before = [0, 0];
  const numbers = [];
  for (const point of line) {
    const here = point.map((degree) => Math.round(degree * 1000));
    if (numbers.length && here[0] === before[0] && here[1] === before[1]) continue;
    numbers.push(here[0] - before[0], here[1] - before[1]);
    before = here;
  }
  return numbers;
}

const packedAll = (lines, least = 4) => lines.map(packed).filter((line) => line.length >= least);
const rings = (polygons) => polygons.coordinates.flat();

const spain = simplify(presimplify(read("es-atlas/es/municipalities.json")), 1.2e-6);
const towns = spain.objects.municipalities;
const catalan = {
  type: "GeometryCollection",
  geometries: towns.geometries.filter((town) => CATALAN.has(province(town))),
};
const rest = towns.geometries.filter((town) => !CATALAN.has(province(town)));
const world = read("world-atlas/countries-10m.json");
const beyond = world.objects.countries.geometries.filter((country) =>
  ["France", "Andorra"].includes(country.properties.name),
);

const geography = {
  attribution: "Límits: IGN (CC BY 4.0) · Natural Earth",
  neighbours: packedAll(
    [...rings(merge(world, beyond)), ...rings(merge(spain, rest))].map(clip),
    12,
  ),
  land: packedAll(rings(merge(spain, catalan.geometries)), 8),
  provinces: packedAll(
    mesh(spain, catalan, (a, b) => a !== b && province(a) !== province(b)).coordinates,
  ),
  towns: packedAll(
    mesh(spain, catalan, (a, b) => a !== b && province(a) === province(b)).coordinates,
  ),
};
writeFileSync(
  new URL("../src/gen/catalonia.json", import.meta.url),
  `${JSON.stringify(geography)}\n`,
);
