// Checks the analysis functions against a folder of reference vectors laid out like test/vectors.
//   npm run vectors -- <folder>
// Exit 0: every row within its tolerance. 1: some row is out. 2: no such folder, or no tables in it.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bundleTests } from "./bundle.mjs";

const root = path.resolve(import.meta.dirname, "..");
const [folder, ...rest] = process.argv.slice(2);
if (!folder || rest.length > 0 || !existsSync(folder)) {
  console.error(folder && rest.length === 0 ? `No such folder: ${folder}` : "Usage: npm run vectors -- <folder>");
  process.exit(2);
}

await bundleTests([path.join(root, "test/support/vectors.ts")], path.join(root, "build/vectors"));
const { run } = createRequire(import.meta.url)(path.join(root, "build/vectors/support/vectors.cjs"));
process.exitCode = run(path.resolve(folder), console.log);
if (process.exitCode === 2) console.error(`No tables in ${folder}`);
