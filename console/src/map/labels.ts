/** Places labels so that none covers another: the first come wins, the rest stay unlabelled. */

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

export interface Placed {
  readonly text: string;
  readonly box: Box;
  /** Left edge and vertical middle of the text. */
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 8;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Right of the point, left of it, above, below: the first that is free. */
function candidates({ x, y, width, height }: Label): { x: number; y: number }[] {
  return [
    { x: x + GAP, y },
    { x: x - GAP - width, y },
    { x: x - width / 2, y: y - GAP - height / 2 },
    { x: x - width / 2, y: y + GAP + height / 2 },
  ];
}

const boxOf = (label: Label, at: { x: number; y: number }): Box => ({
  left: at.x - 2,
  right: at.x + label.width + 2,
  top: at.y - label.height / 2,
  bottom: at.y + label.height / 2,
});

/** The labels that fit beside what is `covered`, in the order given: the most important first. */
export function placeLabels(labels: readonly Label[], covered: readonly Box[] = []): Placed[] {
  const taken: Box[] = [...covered];
  const placed: Placed[] = [];
  for (const label of labels) {
    const at = candidates(label).find(
      (each) => !taken.some((box) => overlap(box, boxOf(label, each))),
    );
    if (at === undefined) continue;
    const box = boxOf(label, at);
    taken.push(box);
    placed.push({ ...at, box, text: label.text });
  }
  return placed;
}
