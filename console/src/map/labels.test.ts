import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLabels } from "./labels";

const label = (text: string, x: number, y: number) => ({ text, x, y, width: 40, height: 12 });

describe("labels of the map", () => {
  it("never cover one another", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 40 }), (points) => {
        const placed = placeLabels(points.map(([x, y], i) => label(`${i}`, x, y)));
        placed.forEach(({ box: a }, i) =>
          placed.slice(i + 1).forEach(({ box: b }) => {
            const isApart =
              a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            expect(isApart).toBe(true);
          }),
        );
      }),
    );
  });

  it("keep the first and try another side for the second", () => {
    const placed = placeLabels([label("a", 100, 100), label("b", 104, 100)]);
    expect(placed.map(({ text, x }) => [text, x])).toEqual([
      ["a", 108],
      ["b", 56],
    ]);
  });

  it("stay clear of what is covered already", () => {
    const covered = [{ left: 0, top: 0, right: 500, bottom: 500 }];
    expect(placeLabels([label("a", 100, 100)], covered)).toEqual([]);
  });
});
