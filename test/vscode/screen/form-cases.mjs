// The form of a spec, filled in as somebody does who does not want to see the text.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { audit } from "./audit.mjs";
import { THEMES } from "./pictures.mjs";

const BODY = { vs: "vscode-light", "vs-dark": "vscode-dark", "hc-black": "vscode-high-contrast" };
const ROSTER = "programs/roster.training.yaml";

/** One open part of the page, by its id; opened where it is closed. */
async function openPart(frame, id) {
  const part = frame.locator(`[id="${id}"]`);
  await part.waitFor();
  if (!(await part.evaluate((details) => details.open))) await part.locator("> summary").click();
  return part;
}

/** The text of the file after it is saved from the form. */
async function saved({ page, workspace }) {
  const dirty = page.locator('.tab.dirty[data-resource-name="roster.training.yaml"]');
  await dirty.first().waitFor();
  await page.keyboard.press("Control+s");
  await dirty.first().waitFor({ state: "detached" });
  return readFileSync(path.join(workspace, ROSTER), "utf8");
}

export const formCases = [
  [
    "a button above the text opens its form",
    async ({ page, workspace, openFile, command, frame }) => {
      // A program of its own, with comments: what others have typed in the samples is none of its business.
      const text = readFileSync(path.join(workspace, "programs/call-back.training.yaml"), "utf8");
      const commented = text
        .replace(/^id: .*$/m, "id: roster # lasts")
        .replace(/^title: .*$/m, "title: Call back on time   # for the board")
        .replace(/^metrics:$/m, "# What should move.\nmetrics:");
      writeFileSync(path.join(workspace, ROSTER), commented);
      await command("View: Close All Editors");
      await openFile(ROSTER);
      await page.locator(".editor-actions a[aria-label*='Open Form']").click();
      await frame.getByRole("heading", { level: 1, name: "Call back on time" }).waitFor();
    },
  ],
  [
    "what is typed into a field is written when it is saved, and every comment is kept",
    async ({ page, workspace, frame }) => {
      const title = frame.getByLabel("Program title");
      await title.click();
      await page.keyboard.press("End");
      await page.keyboard.type(", every time");
      await page.keyboard.press("Tab");
      await frame.getByRole("heading", { level: 1, name: "Call back on time, every time" }).waitFor();
      assert.match(await saved({ page, workspace }), /^title: Call back on time, every time {3}# for the board$/m);
      await title.click();
      await page.keyboard.press("End");
      await page.keyboard.type("!");
      await page.keyboard.press("Control+s");
      await frame.getByRole("heading", { level: 1, name: "every time!" }).waitFor();
    },
  ],
  [
    "undo in the form undoes the text, field by field",
    async ({ page, frame }) => {
      const title = frame.getByLabel("Program title");
      await title.click();
      await page.keyboard.press("Control+z");
      await frame.getByRole("heading", { level: 1, name: /every time$/ }).waitFor();
      await page.keyboard.press("Control+z");
      await frame.getByRole("heading", { level: 1, name: /on time$/ }).waitFor();
      assert.equal(await title.inputValue(), "Call back on time");
      await page.keyboard.press("Control+Shift+z");
      await frame.getByRole("heading", { level: 1, name: /every time$/ }).waitFor();
    },
  ],
  [
    "what is being typed stays while the text changes elsewhere",
    async ({ page, frame }) => {
      const title = frame.getByLabel("Program title");
      const before = await title.inputValue();
      await title.click();
      await page.keyboard.press("End");
      await page.keyboard.type(" and");
      // As if somebody had changed another field, and this one, in the text meanwhile.
      await frame.locator("body").evaluate(async () => {
        const shown = new Promise((resolve) =>
          window.addEventListener("message", ({ data }) => data.kind === "show" && resolve(data)),
        );
        const status = document.getElementById("f/status");
        status.value = "draft";
        status.dispatchEvent(new Event("change", { bubbles: true }));
        await shown;
      });
      await page.keyboard.type(" ever");
      assert.equal(await title.inputValue(), `${before} and ever`);
      await page.keyboard.press("Escape");
      assert.equal(await title.inputValue(), before);
      assert.equal(await frame.locator('[id="f/status"]').inputValue(), "draft");
      await frame.locator('[id="f/status"]').selectOption("planned");
    },
  ],
  [
    "a finding stands beside its field, and its fix is a button",
    async ({ page, workspace, frame }) => {
      await openPart(frame, "f/behaviors");
      const behavior = await openPart(frame, "f/behaviors/promise-from-roster");
      const finding = behavior.locator(".finding.error", { hasText: "saved-caller" });
      await finding.getByRole("button", { name: "Change to saved-callers" }).click();
      await finding.waitFor({ state: "detached" });
      await behavior.locator(".chip", { hasText: "Customer save rate" }).waitFor();
      assert.match(await saved({ page, workspace }), /^ {4}moves: \[saved-callers\]$/m);
    },
  ],
  [
    "what is missing is one click away, and the field has the focus then",
    async ({ page, workspace, frame }) => {
      await openPart(frame, "f/metrics");
      const metric = await openPart(frame, "f/metrics/saved-callers");
      await metric
        .getByRole("button", { name: "Add Volume per year" })
        .or(metric.getByLabel("Volume per year"))
        .first()
        .click();
      const volume = metric.getByLabel("Volume per year");
      await volume.fill("3,5");
      await page.keyboard.press("Tab");
      const comma = metric.locator(".finding", { hasText: "3,5" });
      await comma.getByRole("button", { name: /3\.5/ }).click();
      await comma.waitFor({ state: "detached" });
      assert.equal(await volume.inputValue(), "3.5");
      const text = await saved({ page, workspace });
      assert.match(text, /^ {4}volume: 3\.5$/m);
      assert.match(text, /^# What should move\.$/m);
    },
  ],
  [
    "an entry is begun with its words, without a mouse",
    async ({ page, workspace, frame }) => {
      const section = await openPart(frame, "f/objectives");
      await section.getByRole("button", { name: /^\+ Add/ }).focus();
      await page.keyboard.press("Enter");
      const words = frame.getByLabel("Observable performance").last();
      await words.waitFor();
      assert.ok(await words.evaluate((input) => input === document.activeElement), "one has to look for the field");
      await words.pressSequentially("Read a roster aloud");
      await words.press("Enter");
      await frame.locator('[id="f/objectives/read-a-roster-aloud"] [id$="/can"]').waitFor();
      assert.match(await saved({ page, workspace }), /^ {2}read-a-roster-aloud:\n {4}can: Read a roster aloud$/m);
    },
  ],
  [
    "it has no serious fault of access, in the colors of every theme",
    async ({ frame, chooseTheme }) => {
      for (const id of ["f/need", "f/need/causes/0", "f/measurement", "f/measurement/points/week-6", "f/decisions"])
        await openPart(frame, id);
      await frame
        .locator('[id="f/decisions"]')
        .getByRole("button", { name: /^\+ Add/ })
        .click();
      for (const [name, [label, workbenchClass]] of Object.entries(THEMES)) {
        await chooseTheme(label, workbenchClass);
        await frame.locator(`body.${BODY[workbenchClass]}`).waitFor();
        await audit(frame, `form, ${name}`);
      }
    },
  ],
  [
    "the text beside it follows, and what is typed there is shown in the form",
    async ({ page, frame, command }) => {
      await frame.getByLabel("Program title").focus();
      await command("View: Split Editor Right");
      await command("Training Spec: Reopen as Text");
      const line = page.locator(".view-line", { hasText: "title:" }).first();
      await line.click();
      await page.keyboard.press("Home");
      await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.press("Control+ArrowRight");
      await page.keyboard.type("Always ");
      await frame.getByRole("heading", { level: 1, name: /Always/ }).waitFor();
      await command("View: Close All Editors");
      await page.getByRole("button", { name: "Don't Save" }).click();
    },
  ],
];
