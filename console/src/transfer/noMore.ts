import type { Stage } from "../gen/wire";
import { CLOSED } from "../live/stage";

/** Why a transfer past loading can't be cancelled nor raised: on the road, or over. */
export const noMore = (stage: Stage): "transfer-closed" | "patient-on-board" =>
  CLOSED.has(stage) ? "transfer-closed" : "patient-on-board";
