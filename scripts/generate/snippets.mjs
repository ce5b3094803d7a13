import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { shared } from "../bundle.mjs";

/** The snippets of VS Code, from the skeletons that completion offers. */
export async function snippetsOf(root) {
  const outfile = path.join(root, "build/generate/section-snippets.cjs");
  await build({
    ...shared,
    entryPoints: [path.join(root, "server/src/features/section-snippets.ts")],
    outfile,
    platform: "node",
    format: "cjs",
  });
  const { sectionSnippets } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  return `${JSON.stringify(sectionSnippets(), null, 2)}\n`;
}
