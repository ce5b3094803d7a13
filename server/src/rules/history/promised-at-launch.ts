import type { Day } from "../../base/date.ts";
import type { Baseline, Target } from "../../model/spec.ts";
import { settledVersion } from "../../review/settled-version.ts";
import type { Context } from "../../workspace/context.ts";
import type { Measure } from "../../workspace/measure.ts";

/** What a program promised of a measure when it was launched; undefined where that is not known. */
export function promisedAtLaunch(
  { id, is }: Measure,
  context: Context,
): { readonly launch: Day; readonly baseline: Baseline | undefined; readonly target: Target | undefined } | undefined {
  const settled = settledVersion(context);
  if (!settled) return undefined;
  const { program, names, launch } = settled;
  const section = is === "metric" ? program.metrics : program.behaviors;
  for (const [earlier, entry] of section?.entries ?? []) {
    if (names.after(is, earlier) === id) return { launch, baseline: entry.baseline, target: entry.target };
  }
  return undefined;
}
