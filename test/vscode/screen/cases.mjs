// What a person sees and does, in the order of a first visit.
import assert from "node:assert/strict";

const PROGRAM = "programs/save-the-customer.training.yaml";

export const cases = [
  ["a broken promise is underlined", async ({ page }) => {
    await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
  }],
  ["the Problems panel lists it, and its rule opens the rule's page", async ({ page }) => {
    await page.keyboard.press("Control+Shift+m");
    const row = page.locator(".markers-panel .monaco-list-row", { hasText: "TODO found" }).first();
    await row.waitFor();
    await row.locator("a", { hasText: "need-missing" }).click();
    await page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame").getByRole("heading", { name: "need-missing" }).waitFor();
  }],
];
