// What a person sees and does, in the order of a first visit.
import assert from "node:assert/strict";

const PROGRAM = "programs/save-the-customer.training.yaml";

export const cases = [
  [
    "a broken promise is underlined",
    async ({ page }) => {
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
    },
  ],
  [
    "the Problems panel lists it, and its rule opens the rule's page",
    async ({ page }) => {
      await page.keyboard.press("Control+Shift+m");
      const row = page.locator(".markers-panel .monaco-list-row", { hasText: "TODO found" }).first();
      await row.waitFor();
      await row.locator("a", { hasText: "need-missing" }).click();
      await page
        .frameLocator("iframe.webview.ready")
        .frameLocator("iframe#active-frame")
        .getByRole("heading", { name: "need-missing" })
        .waitFor();
    },
  ],
  [
    "preview",
    async ({ page, command, preview, openFile, goTo, cursorAt, chooseTheme }) => {
      await openFile("save-the-customer.training.yaml");
      await page
        .getByRole("button", { name: "Training Spec: Open Preview" })
        .or(page.locator('.editor-actions a[aria-label*="Open Preview"]'))
        .first()
        .click();
      await preview.locator("h1").waitFor();
      await page.keyboard.press("Control+j");
      await goTo(15, 1);
      await preview.locator("svg [aria-current]").first().waitFor();
      await chooseTheme("Dark Modern", "vs-dark");
      await page.screenshot({ path: "/work/main/build/shots/d.png" });
      await chooseTheme("Dark High Contrast", "hc-black");
      await page.screenshot({ path: "/work/main/build/shots/h.png" });
      await chooseTheme("Light Modern", "vs");
      await page.screenshot({ path: "/work/main/build/shots/l.png" });
      await preview.locator("svg [data-range]").nth(1).click();
      await cursorAt(31);
    },
  ],
];
