import { startBundle } from "../host/start-bundle.ts";

declare const MAIN_HASH: string;

startBundle(__dirname, require, { file: "cli.main.js", hash: MAIN_HASH, isTypical: process.argv[2] === "lint" });
