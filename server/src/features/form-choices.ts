import type { Message } from "../base/message.ts";
import { type DocumentKind, describe } from "../schema/describe.ts";
import type { Context } from "../workspace/context.ts";
import { valueSuggestions } from "./completion-values.ts";
import { type FieldType, samplePath } from "./form-types.ts";
import type { Place } from "./place.ts";

/** Values to offer in a field. `only`: a value that is not among them means nothing. */
export interface FormChoices {
  readonly only: boolean;
  readonly items: readonly { readonly value: string; readonly words: Message | undefined }[];
}

/** What fields offer, by the name of the list (`FieldType.suggests`). The same words as in completion. */
export function formChoices(
  context: Context,
  kind: DocumentKind,
  types: ReadonlyMap<string, FieldType>,
): ReadonlyMap<string, FormChoices> {
  const lists = new Map<string, FormChoices>();
  for (const { id, suggests, holds } of types.values()) {
    if (suggests === undefined || lists.has(suggests)) continue;
    const path = samplePath(kind, id.split("."));
    const described = describe(kind, path);
    if (!described) continue;
    const scene = { context, kind, place: { ...NOWHERE, path }, offset: 0, lineBreak: "\n" };
    const items = Array.from(valueSuggestions(scene, described), ({ label, detail }) => ({
      value: label,
      words: detail,
    }));
    if (items.length > 0 || holds === "reference")
      lists.set(suggests, { only: holds === "reference" && !OPEN.has(suggests), items });
  }
  return lists;
}

/** So many may be named that one types to find them. */
const OPEN: ReadonlySet<string> = new Set(["definition", "rule"]);

const HERE = { start: 0, end: 0 };
const NOWHERE: Place = {
  expects: "value",
  path: [],
  typed: "",
  word: HERE,
  replace: HERE,
  prefix: "",
  suffix: "",
  siblings: new Map(),
  items: [],
  flow: false,
  column: 0,
  quote: undefined,
  colon: true,
  body: false,
};
