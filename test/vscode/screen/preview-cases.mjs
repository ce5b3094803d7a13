// The preview beside the editor, drawn and clicked both ways.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const CALL_BACK = "programs/call-back.training.yaml";
const SAVE_THE_CUSTOMER = "programs/save-the-customer.training.yaml";

export const previewCases = [
  [
    "the button above the editor opens the preview beside it",
    async ({ page, openFile, frame }) => {
      await openFile(CALL_BACK);
      await page.locator(".editor-actions a[aria-label*='Open Preview']").click();
      await frame.getByRole("heading", { level: 1, name: "Call back on time" }).waitFor();
      await frame.locator("svg .ts-node").first().waitFor();
      await frame.getByRole("heading", { name: / before this is live$/ }).waitFor();
    },
  ],
  [
    "a click on the picture goes to the line",
    async ({ frame, cursorAt, lineOf }) => {
      await frame.locator("svg .ts-behavior[data-range]").first().click();
      await cursorAt(lineOf(CALL_BACK, "promise-from-roster:"));
    },
  ],
  [
    "so does Enter, without a mouse",
    async ({ frame, cursorAt, lineOf }) => {
      const part = frame.locator("svg .ts-objective[data-range]").first();
      await part.focus();
      await part.press("Enter");
      await cursorAt(lineOf(CALL_BACK, "read-the-roster:"));
    },
  ],
  [
    "the cursor marks its part of the picture",
    async ({ frame, goTo, lineOf }) => {
      await goTo(lineOf(CALL_BACK, "role: primary"));
      await frame.locator("#chain svg .ts-metric[aria-current]").waitFor();
      assert.equal(await frame.locator("#chain svg [aria-current]").count(), 1);
    },
  ],
  [
    "the list of what is missing leads to the line and to the rule's page",
    async ({ frame, cursorAt, lineOf }) => {
      const part = frame.locator("#part-metrics");
      if (!(await part.evaluate((details) => details.open))) await part.locator("summary").click();
      const step = part.locator("li", { hasText: "has no baseline" });
      await step.getByRole("button", { name: /^Go to line/ }).click();
      await cursorAt(lineOf(CALL_BACK, "saved-callers:"));
    },
  ],
  [
    "the picture is there as a table too",
    async ({ frame }) => {
      await frame.locator("#chain").getByText("As a table").click();
      await frame.getByRole("cell", { name: "promise-from-roster" }).or(frame.locator("td")).first().waitFor();
    },
  ],
  [
    "a picture is zoomed by keys, and stays so while the text changes",
    async ({ page, openFile, goTo, lineOf, frame, command }) => {
      const canvas = frame.locator("#chain-canvas");
      const percent = frame.locator("#chain .zoom [data-percent]");
      const fits = await percent.textContent();
      await canvas.press("+");
      await canvas.press("+");
      const zoomed = await percent.textContent();
      assert.notEqual(zoomed, fits);
      await canvas.press("ArrowRight");
      await openFile(CALL_BACK);
      await goTo(lineOf(CALL_BACK, "title:"), "title: ".length + 1);
      await page.keyboard.type("Now ");
      await frame.getByRole("heading", { level: 1, name: "Now Call back on time" }).waitFor();
      assert.equal(await percent.textContent(), zoomed);
      assert.ok((await canvas.evaluate((place) => place.scrollLeft)) > 0);
      await command("File: Revert File");
      await frame.getByRole("heading", { level: 1, name: "Call back on time" }).waitFor();
      await frame.getByRole("button", { name: "Fit: Results chain" }).click();
      assert.equal(await percent.textContent(), fits);
    },
  ],
  [
    "a broken text leaves the last good picture, and says so",
    async ({ page, frame, goTo, lineOf, openFile, command }) => {
      await openFile(CALL_BACK);
      const drawn = await frame.locator("#chain").textContent();
      await goTo(lineOf(CALL_BACK, "behaviors:"), "behaviors:".length + 1);
      await page.keyboard.press("Enter");
      await page.keyboard.type("}}}");
      await frame.locator(".strip", { hasText: "cannot be read whole" }).waitFor();
      assert.equal(await frame.locator("#chain").textContent(), drawn);
      await command("File: Revert File");
      await frame.locator(".strip.none").waitFor({ state: "attached" });
    },
  ],
  [
    "it follows the spec that is active, which opens beside it even from there",
    async ({ page, openFile, frame }) => {
      await frame.locator("h1").click();
      await openFile(SAVE_THE_CUSTOMER);
      await frame.getByRole("heading", { level: 1, name: "Save the customer" }).waitFor();
      assert.equal(await page.locator(".editor-group-container").count(), 2);
    },
  ],
  [
    "it is printed by the browser, which gets it as a page",
    async ({ page, command, openFile, frame }) => {
      await openFile(CALL_BACK);
      await frame.getByRole("heading", { level: 1, name: "Call back on time" }).waitFor();
      const [download] = await Promise.all([page.waitForEvent("download"), command("Training Spec: Print Preview")]);
      assert.equal(download.suggestedFilename(), "call-back.html");
      const text = readFileSync(await download.path(), "utf8");
      assert.match(text, /@media print/);
      assert.match(text, /<h1>Call back on time<\/h1>/);
    },
  ],
  [
    "what it changed step by step is what it would draw anew",
    async ({ frame, openFile, command }) => {
      await openFile(CALL_BACK);
      await frame.getByRole("heading", { level: 1, name: "Call back on time" }).waitFor();
      const changed = await frame.locator("main").textContent();
      await command("Developer: Reload Webviews");
      await frame.getByRole("heading", { level: 1, name: "Call back on time" }).waitFor();
      assert.equal(await frame.locator("main").textContent(), changed);
    },
  ],
  [
    "nothing asked for what its content security policy forbids, nor for another machine",
    ({ complaints, outside }) => {
      assert.deepEqual(complaints, []);
      assert.deepEqual([...outside], []);
    },
  ],
];
