/** What a command about a transfer means as it stands: on whom it falls. */
import type { Meaning } from "../forms/meaning";
import type { TransferView } from "../gen/wire";
import { otherEnd } from "../live/route";

/** The same words for another unit, another hospital or another priority are another command. */
export function onTransfer(view: TransferView, does: string, words: string): Meaning {
  const { unit_id, priority, number } = view;
  const hospital = otherEnd(view);
  return {
    does: [does, view.transfer_id, unit_id, hospital, priority].join(" "),
    words: [words, number, ...(unit_id === null ? [] : [unit_id])].join(" · "),
    unit: unit_id,
    hospital,
  };
}
