/** What a list offers now. Lists of live data change under the hand that chooses. */

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Under which heading; options of one group stand together. */
  readonly group?: string;
}

/** What stays chosen: itself wherever it moved, nothing once it is gone. Never another one. */
export function stillChosen(chosen: string, options: readonly Option[]): string {
  return options.some(({ value }) => value === chosen) ? chosen : "";
}

/** The options by their headings, in the order in which these first come. */
export function grouped(options: readonly Option[]): readonly (readonly [string, readonly Option[]])[] {
  const groups = new Map<string, Option[]>();
  for (const option of options) {
    const heading = option.group ?? "";
    groups.set(heading, [...(groups.get(heading) ?? []), option]);
  }
  return [...groups];
}
