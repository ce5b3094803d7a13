import * as vscode from "vscode";
import { assert, type Case } from "./runner.ts";
import { assertSame, fileUri, open, SAVE_THE_CUSTOMER } from "./workspace.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What leaves the editor: pages, drawings, images. */
export const exportCases: readonly Case[] = [
  {
    name: "the preview is saved as a page that needs nothing but itself",
    check: async () => {
      await open(SAVE_THE_CUSTOMER);
      const html = new TextDecoder().decode(await exported({ format: "html", to: fileUri("export.html") }));
      assert(html.startsWith("<!DOCTYPE html>"), "it is no page");
      assert(html.includes("<h1>Save the customer</h1>"), "it is another program's");
      for (const id of ["chain", "steps", "measurement", "forecast"]) assert(html.includes(`<h2 id="${id}">`), id);
      assert(!/<script|<link|<img|url\(/.test(html), "it needs something else");
    },
  },
  {
    name: "a picture is saved as a drawing with colors of its own, and as an image of twice its size",
    check: async () => {
      const svg = new TextDecoder().decode(
        await exported({ format: "svg", picture: "timeline", to: fileUri("export.svg") }),
      );
      assert(/<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/.test(svg), "it is no drawing");
      assert(!/data-range|tabindex|var\(/.test(svg), "it holds what only the preview needs");
      const png = await exported({ format: "png", picture: "timeline", to: fileUri("export.png") });
      assertSame([...png.slice(0, 8)], PNG, "first bytes");
      const width = Number(/<svg [^>]*width="(\d+)"/.exec(svg)?.[1]);
      assertSame(new DataView(png.buffer, png.byteOffset).getUint32(16), 2 * width, "width of the image");
    },
  },
  {
    name: "where nothing can be written, nothing is said to be saved",
    check: async () => {
      const to = vscode.Uri.parse("training-spec-nowhere:/export.html");
      const saved = await vscode.commands.executeCommand("trainingSpec.exportPreview", { format: "html", to });
      assertSame(saved, undefined, "saved");
    },
  },
];

async function exported(options: { readonly to: vscode.Uri } & Record<string, unknown>): Promise<Uint8Array> {
  const saved = await vscode.commands.executeCommand<vscode.Uri>("trainingSpec.exportPreview", options);
  assertSame(saved?.toString(), options.to.toString(), "saved as");
  const bytes = await vscode.workspace.fs.readFile(saved);
  await vscode.workspace.fs.delete(saved);
  return bytes;
}
