/** What the server refused, under the field it names. */
import { useTexts } from "../i18n/texts";
import { useNetwork } from "../live/network";
import type { Command } from "../transfer/useCommand";
import { type Faults, faultOf } from "./faults";

/** The faults of the last command at these fields; another's stands beside the button. */
export function useFaults({ phase }: Command, fields: readonly string[]): Faults {
  const { problem: sentence } = useTexts();
  const network = useNetwork();
  const refused = phase.is === "failed" ? phase.problem : null;
  return faultOf(refused, fields, (problem) => sentence(problem, network));
}
