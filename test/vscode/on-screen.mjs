// Drives the real workbench: what is underlined, listed, offered and drawn.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { cases } from "./screen/cases.mjs";
import { openScreen } from "./screen/open-screen.mjs";

/** After this many failures in a row the screen is no longer what the next case expects. */
const GIVE_UP_AFTER = 3;

/** Resolves like a suite does. The picture of the screen at a failure is kept. */
export async function runOnScreen(setup) {
  const lines = [];
  let failed = 0;
  let inARow = 0;
  const shots = path.join(setup.root, "build/shots");
  mkdirSync(shots, { recursive: true });
  const screen = await openScreen({ ...setup, first: "programs/call-back.training.yaml" });
  try {
    for (const [name, check] of cases) {
      if (inARow >= GIVE_UP_AFTER) {
        failed += 1;
        lines.push(`  NOT RUN ${name}`);
        continue;
      }
      const begin = Date.now();
      try {
        await check(screen);
        inARow = 0;
        lines.push(`  ok      ${name} (${Date.now() - begin} ms)`);
      } catch (error) {
        failed += 1;
        inARow += 1;
        const shot = path.join(shots, `failed-${failed}.png`);
        await screen.page.screenshot({ path: shot }).catch(() => undefined);
        lines.push(`  FAILED  ${name}: see ${shot}\n${error instanceof Error ? error.stack : error}`);
      }
    }
  } finally {
    await screen.close();
  }
  return { passed: cases.length - failed, failed, trouble: undefined, lines };
}
