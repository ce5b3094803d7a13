// Reads every file below a folder and does nothing with it: the least that any tool has to do.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const [folder] = process.argv.slice(2);
let length = 0;
for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  if (file.isFile()) length += readFileSync(path.join(file.parentPath ?? file.path, file.name), "utf8").length;
}
console.log(length);
