// The workbench as a person sees it, in a real browser, with the packaged extension installed in the VS Code server.
import { readFileSync } from "node:fs";
import path from "node:path";
import { createProfile, installExtension, startServer } from "../../../scripts/vscode/server.mjs";
import { launchBrowser, watchOutside } from "../browser.mjs";

const VIEWPORT = { width: 1440, height: 900 };

/** Opens the workbench on a folder. `close` ends everything. */
export async function openScreen({ vscode, vsix, browserPath, workspace, first }) {
  const profile = createProfile({
    "files.autoSave": "off",
    "editor.minimap.enabled": false,
    "window.commandCenter": false,
  });
  await installExtension(vscode, profile, vsix);
  const server = await startServer(vscode, profile);
  const browser = await launchBrowser(browserPath);
  const context = await browser.newContext({ viewport: VIEWPORT });
  const outside = watchOutside(context);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = [];
  page.on("console", (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text());
  });
  page.on("crash", () => complaints.push("The page crashed."));
  const payload = [
    ["skipWelcome", "true"],
    ["openFile", `vscode-remote://${server.authority}${path.join(workspace, first)}`],
  ];
  const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
  await page.goto(`${server.url}/?${query}`);
  await page.locator(".view-lines .view-line").first().waitFor({ timeout: 60_000 });
  const close = async () => {
    await browser.close();
    server.stop();
  };
  return { page, workspace, complaints, outside, close, ...gestures(page, workspace) };
}

/** A preview that had the focus may take it back once; the key for the first group then gives it to the editor. */
async function focusEditor(page) {
  const focused = page.locator(".editor-instance .monaco-editor.focused .view-line").first();
  for (let attempt = 0; attempt < 3; attempt++) {
    const isThere = await focused.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await page.keyboard.press("Control+1");
  }
  await focused.waitFor();
}

/** What a person does with the workbench. */
function gestures(page, workspace) {
  const input = page.locator(".quick-input-widget input").first();
  const choose = async (text) => {
    await input.fill(text);
    await page.locator(".quick-input-list .monaco-list-row.focused").waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  };
  /** What has just been opened may take the focus, and with it the list of commands: then once more. */
  const command = async (title) => {
    const whole = new RegExp(`^${title.replace(/[()]/g, "\\$&")}$`);
    for (let left = 3; ; left--) {
      try {
        await page.keyboard.press("F1");
        await input.waitFor({ timeout: 3000 });
        await input.fill(`>${title}`, { timeout: 3000 });
        await page.locator(".quick-input-list .label-name", { hasText: whole }).click({ timeout: 5000 });
        return;
      } catch (error) {
        if (left === 1) throw error;
        await page.keyboard.press("Escape");
      }
    }
  };
  return {
    command,
    openFile: async (name) => {
      await page.keyboard.press("Control+p");
      await input.waitFor();
      await input.fill(name);
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: path.basename(name) }).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(`.tab.active[data-resource-name="${path.basename(name)}"]`).waitFor();
      await focusEditor(page);
    },
    /** Chooses a color theme; the class of the workbench says when it is drawn. */
    chooseTheme: async (label, workbenchClass) => {
      await command("Preferences: Color Theme");
      await page.locator(".quick-input-widget input[placeholder*='Color Theme']").waitFor();
      await choose(label);
      await page.locator(`.monaco-workbench.${workbenchClass}`).waitFor();
    },
    goTo: async (line, column = 1) => {
      await page.keyboard.press("Control+g");
      await input.waitFor();
      await choose(`:${line}:${column}`);
      await cursorAt(page, line);
    },
    cursorAt: (line) => cursorAt(page, line),
    /** The text of the active file, which was changed, after it is saved. */
    savedText: async (name) => {
      const tab = `.tab[data-resource-name="${path.basename(name)}"]`;
      await page.locator(`${tab}.dirty`).waitFor();
      await page.keyboard.press("Control+s");
      await page.locator(`${tab}:not(.dirty)`).waitFor();
      return readFileSync(path.join(workspace, name), "utf8");
    },
    /** The line, from 1, on which a file of the workspace holds a text. */
    lineOf: (name, text) => {
      const line = readFileSync(path.join(workspace, name), "utf8")
        .split("\n")
        .findIndex((each) => each.includes(text));
      if (line < 0) throw new Error(`${name} has no line with ${text}`);
      return line + 1;
    },
    /** The page of the webview that is shown. */
    frame: page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame"),
  };
}

function cursorAt(page, line) {
  return page.locator("#status\\.editor\\.selection", { hasText: `Ln ${line},` }).waitFor();
}
