import { readFileSync } from "node:fs";
import { lint } from "../../server/src/rules/lint.ts";
import { RULES } from "../../server/src/rules/registry.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const NUMBERS: ReadonlySet<string> = new Set(["statistics", "money", "decisions", "results"]);
const FOLDER = "file:///p/";

/** Processor time in milliseconds of reading and checking a sample after an edit of one character, edit by edit. */
export function measure(sample: string, edits: number, withNumbers: boolean): number[] {
  const workspace = new Workspace();
  const uri = `${FOLDER}s/s.training.yaml`;
  const text = readFileSync(sample, "utf8");
  const off = RULES.filter(({ family }) => NUMBERS.has(family)).map(({ id }) => `  ${id}: off`);
  if (!withNumbers) workspace.set(`${FOLDER}training-spec.config.yaml`, `version: 1\nrules:\n${off.join("\n")}\n`);
  workspace.set(`${FOLDER}company.training.yaml`, readFileSync("samples/company.training.yaml", "utf8"));
  const at = text.indexOf("\nmoney:");
  return Array.from({ length: edits }, (_, count) => {
    // A digit behind a comment's sign above the money case: the text is another one each time.
    const edited = `${text.slice(0, at)}\n# ${count}${text.slice(at)}`;
    const before = process.cpuUsage();
    workspace.set(uri, edited);
    lint(workspace.snapshot(20_779), uri);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}
