// Pictures of the editor and the preview in three themes. `UPDATE_SCREENSHOTS=1` puts them into docs/, where the README
// shows them; otherwise they are only for looking at.
import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";

const CALL_BACK = "programs/call-back.training.yaml";
export const THEMES = {
  light: ["Light Modern", "vs"],
  dark: ["Dark Modern", "vs-dark"],
  "high-contrast": ["Dark High Contrast", "hc-black"],
};

const root = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(root, process.env.UPDATE_SCREENSHOTS === "1" ? "docs/screenshots" : "build/shots");

export const pictureCases = [
  [
    "editor and preview can be read in every theme",
    async (screen) => {
      const { page, frame, openFile, chooseTheme, command, workspace } = screen;
      mkdirSync(folder, { recursive: true });
      // As it was before the cases mended it.
      cpSync(path.join(import.meta.dirname, "../workspace", CALL_BACK), path.join(workspace, CALL_BACK));
      await openFile(CALL_BACK);
      await page.setViewportSize({ width: 1920, height: 1080 });
      await page.keyboard.press("Control+b");
      await frame.locator("#chain-table > summary").click();
      await frame.locator("#steps li", { hasText: "fromat" }).first().waitFor({ state: "attached" });
      await command("Notifications: Clear All Notifications");
      for (const [name, [label, workbenchClass]] of Object.entries(THEMES)) {
        await chooseTheme(label, workbenchClass);
        await frame.locator(`body.${BODY[workbenchClass]}`).waitFor();
        await picturePreview(screen, name);
        await pictureEditor(screen, name);
      }
    },
  ],
];

const BODY = { vs: "vscode-light", "vs-dark": "vscode-dark", "hc-black": "vscode-high-contrast" };

async function picturePreview({ page, openFile, goTo, lineOf }, name) {
  await openFile(CALL_BACK);
  await goTo(lineOf(CALL_BACK, "does: Looks"), 5);
  await page.mouse.move(1, 600);
  await page.screenshot({ path: path.join(folder, `preview-${name}.png`), animations: "disabled", caret: "hide" });
}

async function pictureEditor({ page, goTo, lineOf }, name) {
  await goTo(lineOf(CALL_BACK, "moves:"), 14);
  await page.keyboard.press("Control+Shift+m");
  await page.locator(".markers-panel").waitFor();
  await page.getByPlaceholder("Filter (e.g.").fill("**/call-back*");
  await page.keyboard.press("Control+1");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+i");
  await page.locator(".monaco-hover:visible a.code-link").waitFor();
  await page.locator(".monaco-hover:visible").getByText("Quick Fix... (").first().waitFor();
  await page.screenshot({ path: path.join(folder, `editor-${name}.png`), animations: "disabled", caret: "hide" });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+j");
  await page.locator(".markers-panel").waitFor({ state: "hidden" });
}
