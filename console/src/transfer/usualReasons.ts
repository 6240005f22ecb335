/** The usual reasons for another choice than the proposed one, as ids of the catalogue. */
export const OVERRIDE_REASONS = [
  "override-closer",
  "override-equipment",
  "override-phone",
  "override-crew",
  "override-road",
  "override-capacity",
] as const;
