// From nothing to a draft, as a person does it; pictures of it in three themes, for the walkthrough.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { THEMES } from "./pictures.mjs";

const root = path.resolve(import.meta.dirname, "../../..");
const updates = process.env.UPDATE_SCREENSHOTS === "1";
const folder = path.join(root, updates ? "client/media/walkthrough" : "build/shots");
const DRAFT = "programs/raise-win-rate.training.yaml";

const input = (page) => page.locator(".quick-input-widget input").first();
const rows = (page) => page.locator(".quick-input-list .monaco-list-row");
const titled = (page, title) => page.locator(".quick-input-title", { hasText: title }).waitFor();

/** Answers a question once the line that answers it is the chosen one. */
async function answer(page, title, typed, line) {
  await titled(page, title);
  if (typed !== "") await input(page).fill(typed);
  const wanted = rows(page).filter({ hasText: line }).first();
  await wanted.waitFor();
  await wanted.click();
}

/** A picture of a part of the screen; `from` and `to` are shares of its height. */
async function picture(page, name, locator, { from = 0, to = 1 } = {}) {
  mkdirSync(folder, { recursive: true });
  const box = await locator.boundingBox();
  const clip = box && { ...box, y: box.y + box.height * from, height: box.height * (to - from) };
  await page.screenshot({ path: path.join(folder, `${name}.png`), clip, animations: "disabled", caret: "hide" });
}

export const beginCases = [
  [
    "four questions become a draft with its preview, at the first gap",
    async ({ page, command, frame, workspace }) => {
      await command("Training Spec: New Training Spec…");
      await answer(page, "What is off in the business?", "We lose every second offer to a cheaper supplier", "Sales");
      await titled(page, "Which number shows it?");
      await page.locator(".quick-input-titlebar .codicon-quick-input-back").click();
      await answer(page, "What is off in the business?", "We lose every second offer to a cheaper supplier", "Sales");
      await answer(page, "Which number shows it?", "win rate", "Win rate");
      await answer(page, "Who answers for it?", "", "Luis Ortega");
      await answer(page, "When does it launch?", "1 Feb 2027", "2027-02-01");
      await page.locator(`.tab.active[data-resource-name="${path.basename(DRAFT)}"]`).waitFor();
      await frame.getByRole("heading", { level: 1, name: "Raise win rate" }).waitFor();
      const text = readFileSync(path.join(workspace, DRAFT), "utf8");
      for (const line of [
        "business: luis-ortega",
        "use: library/win-rate",
        "launch: 2027-02-01",
        "catalogs: [../company",
      ])
        assert.ok(text.includes(line), line);
      await page.locator("#status\\.editor\\.selection", { hasText: "Col 16" }).waitFor();
    },
  ],
  [
    "rows from a spreadsheet are pasted as entries",
    async ({ page, goTo, lineOf, savedText }) => {
      await page.keyboard.press("Control+1");
      await goTo(lineOf(DRAFT, "objectives:"), 99);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate(() => navigator.clipboard.writeText("Objective\tCriterion\nname the budget\t4 of 5 cases\n"));
      await page.keyboard.press("Control+v");
      await page.locator(".view-line", { hasText: "can: name the budget" }).waitFor();
      assert.match(await savedText(DRAFT), /^ {2}name-the-budget:\n {4}can: name the budget\n {4}to: 4 of 5 cases$/m);
    },
  ],
  [
    "File: New File… offers a training spec",
    async ({ page, command }) => {
      await command("Create: New File...");
      await rows(page).filter({ hasText: "Training Spec" }).first().waitFor();
      await page.keyboard.press("Escape");
    },
  ],
  [
    "the walkthrough and the questions can be read in every theme",
    async (screen) => {
      for (const [name, [label, workbenchClass]] of Object.entries(THEMES)) {
        await screen.chooseTheme(label, workbenchClass);
        await pictureQuestions(screen, name);
        await pictureFix(screen, name);
        await pictureSample(screen, name);
        await pictureWalkthrough(screen, name);
      }
      rmSync(path.join(screen.workspace, DRAFT));
    },
  ],
];

async function pictureQuestions({ page, command }, name) {
  await command("Training Spec: New Training Spec…");
  await answer(page, "What is off in the business?", "We lose every second offer to a cheaper supplier", "Sales");
  await titled(page, "Which number shows it?");
  await rows(page).filter({ hasText: "Win rate" }).first().waitFor();
  await page.mouse.move(1, 600);
  await picture(page, `new-${name}`, page.locator(".quick-input-widget"));
  await page.keyboard.press("Escape");
}

async function pictureFix({ page, openFile, goTo, lineOf, frame }, name) {
  await openFile(DRAFT);
  await frame.getByRole("heading", { level: 1, name: "Raise win rate" }).waitFor();
  await goTo(lineOf(DRAFT, "baseline:"), 7);
  await picture(page, `preview-${name}`, page.locator(".part.editor"), { to: 0.75 });
  await page.keyboard.press("Control+.");
  await page.locator(".action-widget .monaco-list-row").first().waitFor();
  await picture(page, `fix-${name}`, page.locator(".editor-group-container").first(), { from: 0.3, to: 0.9 });
  await page.keyboard.press("Escape");
}

async function pictureSample({ page, command, frame }, name) {
  await command("Training Spec: Open a Sample…");
  await rows(page).filter({ hasText: "Save the customer" }).first().click();
  await frame.getByRole("heading", { level: 1, name: "Save the customer" }).waitFor();
  await frame.locator("svg .ts-node").first().waitFor();
  await picture(page, `sample-${name}`, page.locator(".editor-group-container").nth(1), { to: 0.65 });
  await page.keyboard.press("Control+1");
  await command("View: Close Editor");
}

async function pictureWalkthrough({ page, command }, name) {
  await command("Welcome: Open Walkthrough...");
  await input(page).fill("Begin with Training Spec");
  await rows(page).filter({ hasText: "Begin with Training Spec" }).first().click();
  await page.locator(".getting-started-step", { hasText: "Begin your own" }).first().waitFor();
  await page.screenshot({ path: path.join(root, "build/shots", `walkthrough-${name}.png`), animations: "disabled" });
  await command("View: Close Editor");
}
