import type { Fix } from "../../base/finding.ts";
import { code, say } from "../../base/message.ts";
import type { ShapeProblem } from "../../schema/check.ts";
import { childOf, definitionOf, describe } from "../../schema/describe.ts";
import { nodeAt } from "../../syntax/locate.ts";
import type { Context } from "../../workspace/context.ts";
import { defineRule } from "../rule.ts";
import { writeKey } from "../write-key.ts";
import { problemsOf } from "./problems-of.ts";

export const missingKey = defineRule({
  id: "missing-key",
  family: "shape",
  severity: "error",
  kind: "gap",
  summary: "A key that has to stand here is missing.",
  decidedBy: "shape",
  fixable: true,
  on: "file",
  *check(file, context) {
    for (const problem of problemsOf(file, "missing-key")) yield { ...problem, fixes: fixesOf(problem, context) };
  },
});

/** The key with a place to fill in; behind it each word that may stand there, because nobody knows which is meant. */
function fixesOf({ absent }: ShapeProblem, context: Context): readonly Fix[] {
  const { document, tree } = context.source;
  const map = absent && nodeAt(tree, absent.path);
  const schema = document && absent && describe(document.is, absent.path)?.definition;
  const child = absent && schema && childOf(schema, absent.key);
  if (map?.kind !== "map" || !absent || !child) return [];
  const { key } = absent;
  const { const: only, enum: words, type, properties, additionalProperties } = definitionOf(child);
  const write = (word: unknown) =>
    writeKey(context, map, key, String(word), say`Add ${code(`${key}: ${String(word)}`)}`);
  if (only !== undefined) return write(only);
  if (type === "array") return writeKey(context, map, key, "[${1}]");
  if (properties || additionalProperties) return [];
  return [...writeKey(context, map, key, "${1}"), ...(words ?? []).flatMap(write)];
}
