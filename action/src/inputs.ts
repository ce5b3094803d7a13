import path from "node:path";
import { code, listOf, type Message, say } from "../../server/src/base/message.ts";

/** The inputs of `action.yml`, as the step gives them. */
export interface Inputs {
  readonly paths: readonly string[];
  /** Absolute. */
  readonly folder: string;
  readonly failOn: "error" | "hint" | "none" | "warning";
  readonly maxWarnings: string | undefined;
  readonly failOnChange: "goalpost" | "none" | "weakened";
  readonly changed: boolean;
  readonly base: string | undefined;
  readonly comment: boolean;
  readonly token: string;
}

export type Env = Readonly<Record<string, string | undefined>>;

/** Reads what the runner hands over (`INPUT_<NAME>`), or says which input is wrong. */
export function readInputs(env: Env): Inputs | Message {
  const read = (name: string) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const failOn = choice("fail-on", read("fail-on") || "error", ["error", "warning", "hint", "none"]);
  if (typeof failOn !== "string") return failOn;
  const failOnChange = choice("fail-on-change", read("fail-on-change") || "goalpost", ["goalpost", "weakened", "none"]);
  if (typeof failOnChange !== "string") return failOnChange;
  const changed = yesOrNo("changed", read("changed") || "false");
  if (typeof changed !== "boolean") return changed;
  const comment = yesOrNo("comment", read("comment") || "true");
  if (typeof comment !== "boolean") return comment;
  const lines = (env.INPUT_PATHS ?? "").split("\n").map((line) => line.trim());
  return {
    paths: lines.filter((line) => line !== ""),
    folder: path.resolve(env.GITHUB_WORKSPACE ?? "", read("working-directory")),
    failOn,
    maxWarnings: read("max-warnings") || undefined,
    failOnChange,
    changed,
    base: read("base") || undefined,
    comment,
    token: read("token"),
  };
}

function choice<const Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice | Message {
  const chosen = choices.find((each) => each === value);
  return chosen ?? say`The input ${code(name)} takes ${listOf(choices)}, not ${code(value)}.`;
}

function yesOrNo(name: string, value: string): boolean | Message {
  const lower = value.toLowerCase();
  if (lower === "true" || lower === "false") return lower === "true";
  return say`The input ${code(name)} takes ${code("true")} or ${code("false")}, not ${code(value)}.`;
}
