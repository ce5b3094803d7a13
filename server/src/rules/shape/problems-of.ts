import type { ShapeProblem, ShapeRule } from "../../schema/check.ts";
import type { SpecFile } from "../../workspace/spec-file.ts";

/** What the schema check has already found, for the rule that explains it. */
export function problemsOf(file: SpecFile, rule: ShapeRule): readonly ShapeProblem[] {
  return file.shape.filter((problem) => problem.rule === rule);
}
