import { startBundle } from "../host/start-bundle.ts";

declare const MAIN_HASH: string;

startBundle(__dirname, require, { file: "server.node.main.js", hash: MAIN_HASH, isTypical: true });
