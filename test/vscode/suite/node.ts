import { writeFileSync } from "node:fs";
import { cases } from "./cases.ts";
import { nodeCases } from "./node-cases.ts";
import { runCases } from "./runner.ts";

/** What VS Code calls in a Node extension host, behind the server and on the desktop. */
export async function run(): Promise<void> {
  const result = await runCases([...cases, ...nodeCases]);
  console.log(`@@RESULT ${JSON.stringify(result)}`);
  const file = process.env.TRAINING_SPEC_RESULT;
  if (file) writeFileSync(file, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
