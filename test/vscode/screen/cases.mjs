// What a person sees and does, in the order of a first visit.
import assert from "node:assert/strict";
import { auditCases } from "./audit-cases.mjs";
import { beginCases } from "./begin-cases.mjs";
import { formCases } from "./form-cases.mjs";
import { pictureCases } from "./pictures.mjs";
import { portfolioCases } from "./portfolio-cases.mjs";
import { previewCases } from "./preview-cases.mjs";

const CALL_BACK = "programs/call-back.training.yaml";

const findingCases = [
  [
    "a broken promise is underlined",
    async ({ page, openFile }) => {
      await openFile(CALL_BACK);
      await page.locator(".squiggly-error").first().waitFor();
    },
  ],
  [
    "hovering over it says what is wrong and why",
    async ({ page, goTo, lineOf }) => {
      await goTo(lineOf(CALL_BACK, "moves:"), 14);
      await page.keyboard.press("Control+k");
      await page.keyboard.press("Control+i");
      const hover = page.locator(".monaco-hover:visible");
      await hover.getByText("There is no metric", { exact: false }).waitFor();
      await hover.locator("a.code-link", { hasText: "undefined-reference" }).waitFor();
      await page.keyboard.press("Escape");
    },
  ],
  [
    "the Problems panel lists it, and its rule opens the rule's page",
    async ({ page, command, frame }) => {
      await command("View: Focus Problems (Errors, Warnings, Infos)");
      await page.getByPlaceholder("Filter (e.g.").fill("fromat");
      const row = page.locator(".markers-panel .monaco-list-row", { hasText: "fromat" });
      await row.locator("a", { hasText: "unknown-key" }).click();
      await frame.getByRole("heading", { name: "unknown-key" }).first().waitFor();
      await command("View: Close Editor");
      await page.keyboard.press("Control+j");
      await page.locator(".markers-panel").waitFor({ state: "hidden" });
    },
  ],
  [
    "a quick fix is offered, applied and saved",
    async ({ page, openFile, goTo, lineOf, savedText }) => {
      await openFile(CALL_BACK);
      await goTo(lineOf(CALL_BACK, "fromat:"), 8);
      await page.keyboard.press("Control+.");
      await page.locator(".action-widget .monaco-list-row.focused", { hasText: "format" }).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".view-line", { hasText: "format: live practice" }).waitFor();
      assert.match(await savedText(CALL_BACK), /^ {4}format: live practice$/m);
    },
  ],
  [
    "completion offers the ids that can stand here",
    async ({ page, openFile, goTo, lineOf, savedText }) => {
      await openFile(CALL_BACK);
      await goTo(lineOf(CALL_BACK, "moves:"), "    moves: [saved-caller".length + 1);
      await page.keyboard.press("Control+Space");
      const offer = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "saved-callers" });
      await offer.first().waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".view-line", { hasText: "moves: [saved-callers]" }).waitFor();
      assert.match(await savedText(CALL_BACK), /^ {4}moves: \[saved-callers\]$/m);
    },
  ],
];

export const cases = [
  ...findingCases,
  ...previewCases,
  ...pictureCases,
  ...portfolioCases,
  ...auditCases,
  ...beginCases,
  ...formCases,
];
