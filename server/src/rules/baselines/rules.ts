import type { Rule } from "../rule.ts";
import { eventsAsExposure } from "./events-as-exposure.ts";
import { extremeSelection } from "./extreme-selection.ts";
import { futureBaseline } from "./future-baseline.ts";
import { missingSpread } from "./missing-spread.ts";
import { oldBaseline } from "./old-baseline.ts";
import { seasonalBaseline } from "./seasonal-baseline.ts";
import { shortBaseline } from "./short-baseline.ts";
import { tinyGroup } from "./tiny-group.ts";

/** Whether the values before launch are a ground to stand on. */
export const BASELINE_RULES: readonly Rule[] = [
  shortBaseline,
  oldBaseline,
  futureBaseline,
  seasonalBaseline,
  missingSpread,
  tinyGroup,
  eventsAsExposure,
  extremeSelection,
];
