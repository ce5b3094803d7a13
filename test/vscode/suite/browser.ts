import { cases } from "./cases.ts";
import { runCases } from "./runner.ts";

/** What VS Code calls in the web-worker extension host. */
export async function run(): Promise<void> {
  const result = await runCases(cases);
  console.log(`@@RESULT ${JSON.stringify(result)}`);
  if (result.failed > 0) throw new Error(`${result.failed} failed`);
}
