import { beginCases } from "./begin-cases.ts";
import { editingCases } from "./editing-cases.ts";
import { exportCases } from "./export-cases.ts";
import { featureCases } from "./feature-cases.ts";
import { findingCases } from "./finding-cases.ts";
import { formCases } from "./form-cases.ts";
import type { Case } from "./runner.ts";

/** What holds in every extension host. Nothing here may need Node. */
export const cases: readonly Case[] = [
  ...findingCases,
  ...featureCases,
  ...beginCases,
  ...editingCases,
  ...exportCases,
  ...formCases,
];
