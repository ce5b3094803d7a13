import type { Context } from "../workspace/context.ts";
import type { Measure } from "../workspace/measure.ts";
import type { Standing } from "./change.ts";
import type { Difference } from "./differences.ts";
import type { NameOf } from "./leaf.ts";

/** What a judgment may look at beyond the difference itself. */
export interface Scene {
  readonly before: Context;
  readonly after: Context;
  readonly standing: Standing;
  readonly nameAfter: NameOf;
  /** The metric or behavior that a path leads to, on both sides; in a catalog the definition. */
  measures(difference: Difference): { readonly before: Measure | undefined; readonly after: Measure | undefined };
}
