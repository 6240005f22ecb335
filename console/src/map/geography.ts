/** The built-in geography as canvas paths, in pixels of the Mercator world at zoom 0. */
import packed from "../gen/catalonia.json";

const WORLD_PX = 256;

export const projectX = (lon: number): number => ((lon + 180) / 360) * WORLD_PX;

export function projectY(lat: number): number {
  const sine = Math.sin((lat * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD_PX;
}

/** Paths are kept relative to this corner: a canvas computes in single precision. */
export const CORNER = { x: projectX(0), y: projectY(43) };

function pathOf(lines: readonly (readonly number[])[], isClosed: boolean): Path2D {
  const path = new Path2D();
  for (const line of lines) {
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < line.length; i += 2) {
      lon += (line[i] ?? 0) / 1000;
      lat += (line[i + 1] ?? 0) / 1000;
      const x = projectX(lon) - CORNER.x;
      const y = projectY(lat) - CORNER.y;
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    if (isClosed) path.closePath();
  }
  return path;
}

export const ATTRIBUTION: string = packed.attribution;

/** Built once, when the map is first shown. */
export const geography = () => ({
  neighbours: pathOf(packed.neighbours, true),
  land: pathOf(packed.land, true),
  provinces: pathOf(packed.provinces, false),
  towns: pathOf(packed.towns, false),
});

export type Geography = ReturnType<typeof geography>;
