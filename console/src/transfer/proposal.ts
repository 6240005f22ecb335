/** Which proposal is still one. */
import type { TransferView, UnitProposal } from "../gen/wire";
import { at } from "../live/margin";

/** None once a unit is assigned, but one worked out since: what it needs may have grown. */
export function standingProposal(view: TransferView): UnitProposal | null {
  const { proposal, unit_id } = view;
  if (proposal === null || unit_id === null) return proposal;
  const assigned_ms = at(view.milestones.assigned_at);
  const isNewer = assigned_ms !== null && Date.parse(proposal.computed_at) > assigned_ms;
  return isNewer && proposal.unit_id !== unit_id ? proposal : null;
}
