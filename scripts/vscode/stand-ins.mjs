// Plain JavaScript in place of two native modules of the VS Code server, whose compiling takes a minute and a C++ compiler.
// Without a log writer the server runs, but the output channels of extensions stay empty.
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";

const LOG_WRITER = `const fs = require("node:fs");
const path = require("node:path");
const levels = ["trace", "debug", "info", "warning", "error", "critical"];
class Logger {
  constructor(file) { this.file = file; this.level = 2; this.plain = false; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.plain = true; }
  flush() {}
  drop() {}
  write(level, message) {
    if (level < this.level) return;
    const line = this.plain ? message : new Date().toISOString() + " [" + levels[level] + "] " + message + "\\n";
    try { fs.appendFileSync(this.file, line); } catch {}
  }
}
["trace", "debug", "info", "warn", "error", "critical"].forEach((name, level) => {
  Logger.prototype[name] = function (message) { this.write(level, message); };
});
async function create(_name, file) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger(file);
}
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`;

const WATCHDOG = `exports.start = (parent) => {
  setInterval(() => { try { process.kill(parent, 0); } catch { process.exit(87); } }, 2000).unref();
};
exports.exit = (code) => process.exit(code || 0);
`;

/** Overwrites the entry points of the native modules below `modules`. */
export function writeStandIns(modules) {
  for (const [name, source] of [
    ["@vscode/spdlog", LOG_WRITER],
    ["native-watchdog", WATCHDOG],
    ["@vscode/native-watchdog", WATCHDOG],
  ]) {
    const folder = path.join(modules, name);
    if (existsSync(folder)) writeFileSync(path.join(folder, "index.js"), source);
  }
}
