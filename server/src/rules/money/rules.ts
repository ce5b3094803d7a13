import type { Rule } from "../rule.ts";
import { bcrAsRoi } from "./bcr-as-roi.ts";
import { differingCurrency } from "./differing-currency.ts";
import { discountedTwice } from "./discounted-twice.ts";
import { doubleCountedBenefit } from "./double-counted-benefit.ts";
import { doubtfulApproval } from "./doubtful-approval.ts";
import { fullReach } from "./full-reach.ts";
import { impossibleEstimate } from "./impossible-estimate.ts";
import { inconsistentClaim } from "./inconsistent-claim.ts";
import { longHorizon } from "./long-horizon.ts";
import { mismatchedParticipants } from "./mismatched-participants.ts";
import { mismatchedValue } from "./mismatched-value.ts";
import { missingCostCategory } from "./missing-cost-category.ts";
import { missingCosts } from "./missing-costs.ts";
import { missingMoney } from "./missing-money.ts";
import { missingParticipantTime } from "./missing-participant-time.ts";
import { missingValue } from "./missing-value.ts";
import { missingVolume } from "./missing-volume.ts";
import { overstatedChange } from "./overstated-change.ts";
import { revenueAsBenefit } from "./revenue-as-benefit.ts";
import { singlePointForecast } from "./single-point-forecast.ts";
import { softSaving } from "./soft-saving.ts";
import { unadjustedEstimate } from "./unadjusted-estimate.ts";
import { unapprovedMoney } from "./unapproved-money.ts";
import { unapprovedValue } from "./unapproved-value.ts";
import { unisolatedBenefit } from "./unisolated-benefit.ts";
import { unlikelyPayback } from "./unlikely-payback.ts";
import { unsourcedValue } from "./unsourced-value.ts";
import { unsupportedClaim } from "./unsupported-claim.ts";
import { unusualHourlyRate } from "./unusual-hourly-rate.ts";

/** What a program brings and costs: what is counted, what is left out, and whether stated figures follow. */
export const MONEY_RULES: readonly Rule[] = [
  missingMoney,
  missingCosts,
  missingParticipantTime,
  missingCostCategory,
  unusualHourlyRate,
  mismatchedParticipants,
  missingValue,
  missingVolume,
  unsourcedValue,
  unapprovedValue,
  unapprovedMoney,
  doubtfulApproval,
  differingCurrency,
  revenueAsBenefit,
  softSaving,
  mismatchedValue,
  doubleCountedBenefit,
  longHorizon,
  impossibleEstimate,
  overstatedChange,
  fullReach,
  unisolatedBenefit,
  unadjustedEstimate,
  discountedTwice,
  singlePointForecast,
  unlikelyPayback,
  inconsistentClaim,
  bcrAsRoi,
  unsupportedClaim,
];
