import { randomUUID } from "node:crypto";
import { code, type Message, say } from "../../server/src/base/message.ts";
import { appendText } from "../../server/src/host/append-text.ts";
import type { Env } from "./inputs.ts";

/** GitHub shows no summary of a step that is longer than 1 MiB. */
const MOST_IN_A_SUMMARY = 1024 * 1024;

/** Adds to the summary of the job: all of what is said, or where that is too long, the short form of it. */
export function addSummary(env: Env, whole: string, short: string): Message | undefined {
  const text = Buffer.byteLength(whole) < MOST_IN_A_SUMMARY ? whole : short;
  return add(env, "GITHUB_STEP_SUMMARY", `${text}\n`);
}

/** Sets outputs of the step, whatever stands in them. */
export function setOutputs(env: Env, outputs: Readonly<Record<string, string>>): Message | undefined {
  const mark = `training-spec-${randomUUID()}`;
  const text = Object.entries(outputs).map(([name, value]) => `${name}<<${mark}\n${value}\n${mark}\n`);
  return add(env, "GITHUB_OUTPUT", text.join(""));
}

/** Outside of a job there are no such files, and nothing is added. */
function add(env: Env, name: string, text: string): Message | undefined {
  const file = env[name];
  if (!file) return undefined;
  const failure = appendText(file, text);
  return failure === undefined ? undefined : say`The file in ${code(name)} could not be written (${failure}).`;
}
