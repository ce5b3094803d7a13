import type { Span } from "../../base/span.ts";
import type { ShapeProblem, ShapeRule } from "../../schema/check.ts";
import type { SpecFile } from "../../workspace/spec-file.ts";

/** What the schema check has already found, for the rule that explains it; echoes of what could not be read left out. */
export function problemsOf(file: SpecFile, rule: ShapeRule): readonly ShapeProblem[] {
  const found = file.shape.filter((problem) => problem.rule === rule);
  const unread = unreadSpans(file);
  return unread.length === 0 ? found : found.filter((problem) => !isEcho(problem.span, unread));
}

/** In the order of the text. */
function unreadSpans(file: SpecFile): readonly Span[] {
  const fatal = file.tree.problems.filter((problem) => problem.fatal && problem.rule !== "several-documents");
  const spans = [...fatal.map((problem) => problem.span), ...file.tree.broken.spans];
  return spans.sort((a, b) => a.start - b.start);
}

function isEcho(span: Span, unread: readonly Span[]): boolean {
  return unread.some((each) => each.start < span.end && span.start < each.end);
}
