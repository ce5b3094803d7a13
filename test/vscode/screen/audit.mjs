// What axe finds on the page of a webview: the preview, the portfolio, the form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const GRAVE = new Set(["serious", "critical"]);

/** Fails with everything serious or critical that axe finds, by WCAG 2.2 AA, on the page in `frame`, all of it unfolded. */
export async function audit(frame, what) {
  const root = await frame.locator("html").elementHandle();
  const page = await root.ownerFrame();
  await page.evaluate(unfold, true);
  // A page that was loaded anew has lost it.
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(AXE);
  const { violations, passes } = await page.evaluate(runAxe, TAGS);
  await page.evaluate(unfold, false);
  assert.ok(passes > 10, `${what}: axe looked at next to nothing`);
  const grave = violations.filter(({ impact }) => GRAVE.has(impact));
  assert.deepEqual(grave.map(tell), [], what);
}

/** Runs on the page: opens what is closed, and closes it again. */
function unfold(isOpening) {
  for (const details of document.querySelectorAll(isOpening ? "details:not([open])" : "details[data-unfolded]")) {
    details.open = isOpening;
    if (isOpening) details.dataset.unfolded = "";
    else delete details.dataset.unfolded;
  }
}

/** Runs on the page. */
async function runAxe(values) {
  const { violations, passes } = await globalThis.axe.run(document, { runOnly: { type: "tag", values } });
  return { violations, passes: passes.length };
}

function tell({ id, impact, help, nodes }) {
  const places = nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`);
  return `${impact} ${id}: ${help} (${nodes.length})\n${places.join("\n")}`;
}
