import { code, say } from "../base/message.ts";
import { keyText, type Pair } from "./node.ts";
import type { SyntaxProblem } from "./tree.ts";

/** A problem for each pair whose key stands in the map before it. Linear, unlike the check of the `yaml` package. */
export function* duplicateKeys(pairs: readonly Pair[]): Iterable<SyntaxProblem> {
  const seen = new Map<string, Pair>();
  for (const pair of pairs) {
    const key = keyText(pair);
    const first = seen.get(key);
    if (first) yield duplicateKey(pair, first);
    else seen.set(key, pair);
  }
}

function duplicateKey(pair: Pair, first: Pair): SyntaxProblem {
  return {
    rule: "duplicate-key",
    fatal: false,
    span: pair.key,
    message: say`${code(keyText(pair))} stands here a second time.`,
    help: say`Only the first one counts. Keep one of the two, or give this one another name.`,
    related: [{ span: first.key, message: say`The first one stands here.` }],
  };
}
