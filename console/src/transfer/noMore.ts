import type { Stage } from "../gen/wire";
import { rules } from "../live/rules";

/** Why a transfer past loading can't be cancelled nor raised: on the road, or over. */
export const noMore = (stage: Stage): "transfer-closed" | "patient-on-board" =>
  rules().closed.has(stage) ? "transfer-closed" : "patient-on-board";
