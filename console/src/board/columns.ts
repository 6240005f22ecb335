/** The columns of the queue, in order; each is `column-<name>` in the catalogue and in styles. */
export const COLUMNS = [
  "priority",
  "number",
  "clock",
  "route",
  "stage",
  "unit",
  "margin",
  "age",
  "who",
] as const;
