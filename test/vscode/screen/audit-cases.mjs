// The pages that we draw, held against WCAG 2.2 AA by axe, in the colors of a light, a dark and a high-contrast theme.
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { audit } from "./audit.mjs";
import { THEMES } from "./pictures.mjs";

const SAVE_THE_CUSTOMER = "programs/save-the-customer.training.yaml";
const COMPANY = "company.training.yaml";
const DRAFT = "programs/fresh.training.yaml";
const BODY = { vs: "vscode-light", "vs-dark": "vscode-dark", "hc-black": "vscode-high-contrast" };

/** Little, some of it wrong, something waived: all that a preview can complain about. */
const FRESH = `version: 1
kind: program
id: fresh
title: A fresh draft
status: draft
launch: 2026-02-01
need: { problem: We lose every second offer, goal: nowhere }
metrics:
  win-rate: { name: Win rate, role: primary, unit: "%", baseline: { value: 31, from: 2026-09-01, to: 2026-01-30 } }
behaviors:
  ask-budget: { does: Asks for the budget, moves: [win-rate, nothing] }
measurement:
  points:
    start: { phase: before, when: 2026-01-15, measures: [win-rate] }
waivers:
  - { rule: missing-source, reason: The report is being built, by: luis-ortega, until: 2026-03-01 }
`;

export const auditCases = [
  [
    "previews of a program, a catalog, a fresh draft and a broken text, and the portfolio, have no serious fault of access",
    async (screen) => {
      const { page, frame, command, chooseTheme, openFile, goTo, lineOf, workspace } = screen;
      writeFileSync(path.join(workspace, DRAFT), FRESH);
      await command("View: Close All Editors");
      await openFile(SAVE_THE_CUSTOMER);
      await command("Training Spec: Open Preview");
      for (const [name, [label, workbenchClass]] of Object.entries(THEMES)) {
        await chooseTheme(label, workbenchClass);
        await frame.locator(`body.${BODY[workbenchClass]}`).waitFor();
        for (const [file, title] of [
          [SAVE_THE_CUSTOMER, "Save the customer"],
          [COMPANY, "company"],
          [DRAFT, "A fresh draft"],
        ]) {
          await openFile(file);
          await frame.getByRole("heading", { level: 1, name: title }).waitFor();
          await audit(frame, `${title}, ${name}`);
        }
        await goTo(lineOf(DRAFT, "behaviors:"), "behaviors:".length + 1);
        await page.keyboard.press("Enter");
        await page.keyboard.type("}}}");
        await frame.locator(".strip", { hasText: "cannot be read whole" }).waitFor();
        await audit(frame, `broken text, ${name}`);
        await command("File: Revert File");
        await frame.locator(".strip.none").waitFor({ state: "attached" });
      }
      await command("View: Close All Editors");
      await command("Training Spec: Show Portfolio");
      for (const [name, [label, workbenchClass]] of Object.entries(THEMES)) {
        await chooseTheme(label, workbenchClass);
        await frame.locator(`body.${BODY[workbenchClass]}`).waitFor();
        await frame.getByRole("heading", { level: 1, name: "Portfolio" }).waitFor();
        await audit(frame, `portfolio, ${name}`);
      }
      rmSync(path.join(workspace, DRAFT));
    },
  ],
];
