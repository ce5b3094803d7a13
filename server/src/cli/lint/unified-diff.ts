import { createTwoFilesPatch } from "diff";

/** What changes in a file, as `git diff` shows it and `git apply` takes it. */
export function unifiedDiff(file: string, before: string, after: string): string {
  const patch = createTwoFilesPatch(`a/${file}`, `b/${file}`, before, after, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, "");
}
