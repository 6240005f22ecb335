/** The colours of the map, read from the page's own tokens so that dark and light agree. */

const NAMES = {
  sea: "--map-sea",
  land: "--map-land",
  neighbour: "--map-neighbour",
  border: "--map-border",
  town: "--map-town",
  text: "--map-text",
  halo: "--map-halo",
  hospital: "--map-hospital",
  route: "--map-route",
  p0: "--p0-line",
  free: "--unit-free",
  onTheWay: "--unit-en-route",
  busy: "--unit-busy",
  off: "--unit-off",
} as const;

export type Colours = Readonly<Record<keyof typeof NAMES, string>>;

export function readColours(element: Element): Colours {
  const style = getComputedStyle(element);
  return Object.fromEntries(
    Object.entries(NAMES).map(([name, token]) => [name, style.getPropertyValue(token).trim()]),
  ) as Colours;
}
