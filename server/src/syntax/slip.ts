import type { Fix } from "../base/finding.ts";
import type { Message } from "../base/message.ts";
import type { Block, Span, Stretch } from "../base/span.ts";
import type { Source } from "./source.ts";
import type { SyntaxProblem, SyntaxRule } from "./tree.ts";

/** A slip as it is found, with offsets in the text that YAML was given. */
export interface Slip extends Stretch {
  readonly rule: SyntaxRule;
  readonly message: Message;
  readonly help: Message;
  readonly fix?: SlipFix;
}

export interface SlipFix {
  readonly title: Message;
  /** It is certain that this was meant. */
  readonly safe: boolean;
  readonly edits: readonly (Stretch & { readonly text: string })[];
}

/** The slip as a problem of the file. */
export function problemOf(slip: Slip, block: Block, source: Source): SyntaxProblem {
  const inFile = ({ start, end }: Stretch): Span => {
    const from = source.originalOf(start);
    return { block, start: from, end: Math.max(from, source.originalOf(end)) };
  };
  const fixes: Fix[] = slip.fix
    ? [{ ...slip.fix, edits: slip.fix.edits.map((edit) => ({ span: inFile(edit), text: edit.text })) }]
    : [];
  return {
    rule: slip.rule,
    fatal: true,
    span: inFile(slip),
    message: slip.message,
    help: slip.help,
    ...(fixes.length > 0 ? { fixes } : {}),
  };
}
