import type { SyntaxProblem, SyntaxRule } from "../../syntax/tree.ts";
import type { SpecFile } from "../../workspace/spec-file.ts";

/** What reading the text has already found, for the rule that explains it. */
export function problemsOf(file: SpecFile, rule: SyntaxRule): readonly SyntaxProblem[] {
  return file.tree.problems.filter((problem) => problem.rule === rule);
}
