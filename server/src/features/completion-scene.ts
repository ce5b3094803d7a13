import type { DocumentKind } from "../schema/describe.ts";
import type { Context } from "../workspace/context.ts";
import type { Place } from "./place.ts";

/** Everything a suggestion may depend on. */
export interface Scene {
  readonly context: Context;
  readonly kind: DocumentKind;
  readonly place: Place;
  readonly offset: number;
  readonly lineBreak: string;
}
