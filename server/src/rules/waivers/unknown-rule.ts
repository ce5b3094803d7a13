import type { Fix } from "../../base/finding.ts";
import { code, listOf, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import type { Span } from "../../base/span.ts";
import { findInParts } from "../../workspace/symbol-parts.ts";
import type { FileSymbols, Reference } from "../../workspace/symbols.ts";
import { defineRule } from "../rule.ts";

export const unknownRule = defineRule({
  id: "unknown-rule",
  family: "waivers",
  severity: "error",
  kind: "conflict",
  summary: "A waiver or a configuration names a rule, or a threshold of a rule, that does not exist.",
  decidedBy: "links",
  fixable: true,
  on: "file",
  check: () => [],
  *review({ file }, { rules }) {
    for (const { kind, name, span, path } of findInParts(file.symbols, NAMING, namingIn)) {
      if (kind === "rule" && !rules.has(name)) {
        const meant = nearest(name, rules.keys());
        yield {
          span,
          message: meant
            ? say`There is no rule ${code(name)}. Did you mean ${code(meant)}?`
            : say`There is no rule ${code(name)}.`,
          help: say`${code("training-spec explain")} lists all rules; they stand in ${code("docs/rules.md")} too.`,
          fixes: changeTo(span, meant),
        };
      }
      if (kind !== "threshold") continue;
      const rule = rules.get(String(path.at(-1)));
      const known = Object.keys(rule?.thresholds ?? {});
      if (!rule || known.includes(name)) continue;
      const meant = nearest(name, known) ?? (known.length === 1 ? known[0] : undefined);
      yield {
        span,
        message: say`${code(rule.id)} has no threshold ${code(name)}.`,
        help: known.length > 0 ? say`It has ${listOf(known)}.` : say`It compares with no number.`,
        fixes: changeTo(span, meant),
      };
    }
  },
});

/** Names of rules and thresholds, of which there are few among many others. */
const NAMING = new WeakMap<FileSymbols, readonly Reference[]>();

function namingIn({ references }: FileSymbols): readonly Reference[] {
  return references.filter(({ kind }) => kind === "rule" || kind === "threshold");
}

function changeTo(span: Span, name: string | undefined): readonly Fix[] {
  return name === undefined
    ? []
    : [{ title: say`Change to ${code(name)}`, safe: false, edits: [{ span, text: name }] }];
}
