import assert from "node:assert/strict";
import { accessSync, constants, readFileSync } from "node:fs";
import path from "node:path";

/** A recipe of `docs/editors.md`, just as a reader copies it: the nth block of a language below the heading of an editor. */
export function recipe(editor: string, language: string, nth = 0): string {
  const page = readFileSync("docs/editors.md", "utf8");
  const section = page.split(/^## /m).find((each) => each.startsWith(`${editor}\n`));
  assert.ok(section, `docs/editors.md says nothing of ${editor}`);
  const block = [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].filter(([, of]) => of === language)[nth]?.[2];
  assert.ok(block, `docs/editors.md has no ${language} for ${editor}`);
  return block;
}

/** Why tests with a program are skipped here, with the way out; `false` where the program is there. */
export function skipsWithout(program: string, packages: string): string | false {
  const there = (process.env.PATH ?? "").split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  return there ? false : `there is no ${program}; on Debian: apt-get install ${packages}`;
}
