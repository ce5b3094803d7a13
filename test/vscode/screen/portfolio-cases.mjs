// The portfolio of the workspace, drawn, clicked and kept up with the text.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";

const SAVE_THE_CUSTOMER = "programs/save-the-customer.training.yaml";
const THEMES = {
  light: ["Light Modern", "vs", "vscode-light"],
  dark: ["Dark Modern", "vs-dark", "vscode-dark"],
  "high-contrast": ["Dark High Contrast", "hc-black", "vscode-high-contrast"],
};
const folder = path.resolve(import.meta.dirname, "../../../build/shots");

export const portfolioCases = [
  [
    "the portfolio ranks the programs of the workspace",
    async ({ command, frame }) => {
      await command("View: Close All Editors");
      await command("Training Spec: Show Portfolio");
      await frame.getByRole("heading", { level: 1, name: "Portfolio" }).waitFor();
      await frame.getByRole("heading", { level: 2, name: "Grow recurring revenue by 6 % in FY27" }).waitFor();
      await frame.locator("svg .ts-node[data-uri]", { hasText: "Save the customer" }).waitFor();
    },
  ],
  [
    "it can be read in every theme",
    async ({ page, frame, chooseTheme }) => {
      mkdirSync(folder, { recursive: true });
      await frame.locator("summary").first().click();
      for (const [name, [label, workbenchClass, bodyClass]] of Object.entries(THEMES)) {
        await chooseTheme(label, workbenchClass);
        await frame.locator(`body.${bodyClass}`).waitFor();
        await page.screenshot({ path: path.join(folder, `portfolio-${name}.png`), animations: "disabled" });
      }
    },
  ],
  [
    "Enter on a program opens its spec beside it",
    async ({ page, frame }) => {
      const part = frame.locator("svg .ts-node[data-uri]", { hasText: "Save the customer" });
      await part.focus();
      await part.press("Enter");
      await page.locator(`.tab.active[data-resource-name="${path.basename(SAVE_THE_CUSTOMER)}"]`).waitFor();
      assert.equal(await page.locator(".editor-group-container").count(), 2);
    },
  ],
  [
    "it follows what is typed, and stays where it was read",
    async ({ page, frame, goTo, lineOf, command }) => {
      await frame.locator("summary").first().scrollIntoViewIfNeeded();
      const table = frame.locator("details[open]");
      await table.waitFor();
      await goTo(lineOf(SAVE_THE_CUSTOMER, "title:"), "title: ".length + 1);
      await page.keyboard.type("Now ");
      await frame.locator("svg .ts-node[data-uri]", { hasText: "Now Save the customer" }).waitFor();
      await table.waitFor();
      await command("File: Revert File");
      await frame.locator("svg .ts-node[data-uri]", { hasText: "1. Save the customer" }).waitFor();
    },
  ],
];
