/** Where a transfer stands, in a word: no stage says that a hospital's door is not the agreed one. */
import type { TransferView } from "../gen/wire";

type Placed = Pick<TransferView, "stage" | "door">;

export const stageSaid = ({ stage, door }: Placed): string =>
  stage === "arrived" ? (door ?? stage) : stage;

/** Whether the patient is at a door where nobody has agreed. */
export const isStrange = ({ stage, door }: Placed): boolean => stage === "arrived" && door !== null;
