import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { shared } from "../bundle.mjs";

/** What the registry says of every rule, in its order. */
export async function loadRules(root) {
  const outfile = path.join(root, "build/generate/registry.cjs");
  await build({
    ...shared,
    entryPoints: [path.join(root, "server/src/rules/registry.ts")],
    outfile,
    platform: "node",
    format: "cjs",
  });
  const { RULES } = await import(`${pathToFileURL(outfile)}?${Date.now()}`);
  return RULES;
}
