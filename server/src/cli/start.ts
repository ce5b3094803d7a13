import { startBundle } from "../host/start-bundle.ts";

declare const MAIN_HASH: string;
declare const AGAIN_HASH: string;

const [, , command, ...args] = process.argv;
const isHelp = args.some((arg) => arg === "--help" || arg === "-h");

const startMain = () =>
  startBundle(__dirname, require, {
    file: "cli.main.js",
    hash: MAIN_HASH,
    isTypical: command === "lint" && !isHelp,
  });

// Where nothing has changed since the last run, the engine need not be taken in.
if (command === "lint" && args.includes("--cache") && !isHelp) {
  const again = { file: "cli.again.js", hash: AGAIN_HASH, isTypical: true };
  const { isSaid } = startBundle(__dirname, require, again) as typeof import("./again-main.ts");
  void isSaid.then((is) => is || startMain());
} else {
  startMain();
}
