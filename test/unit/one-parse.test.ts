import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Parser } from "yaml";
import { completion } from "../../server/src/features/completion.ts";
import { definition } from "../../server/src/features/definition.ts";
import { documentSymbols } from "../../server/src/features/document-symbols.ts";
import { hover } from "../../server/src/features/hover.ts";
import { preview } from "../../server/src/features/preview.ts";
import { references } from "../../server/src/features/references.ts";
import { rename } from "../../server/src/features/rename.ts";
import { workspaceSymbols } from "../../server/src/features/workspace-symbols.ts";
import { lint } from "../../server/src/rules/lint.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

test("every feature works on the one reading of a text", () => {
  const original = Parser.prototype.parse;
  let parses = 0;
  Parser.prototype.parse = function* (...args) {
    parses++;
    yield* original.apply(this, args);
  };
  try {
    const uri = "file:///w/save-the-customer.training.yaml";
    const workspace = new Workspace();
    workspace.set("file:///w/company.training.yaml", readFileSync("samples/company.training.yaml", "utf8"));
    workspace.set(uri, readFileSync("samples/contact-center/save-the-customer.training.yaml", "utf8"));
    const afterReading = parses;
    assert.ok(afterReading <= 2, `${afterReading} parses for two texts`);
    const snapshot = workspace.snapshot(20_000);
    const { length } = snapshot.files.get(uri)?.tree.text ?? "";
    for (let offset = 0; offset < length; offset += 97) {
      hover(snapshot, uri, offset);
      completion(snapshot, uri, offset);
      definition(snapshot, uri, offset);
      references(snapshot, uri, offset, { withDefinition: true });
      rename(snapshot, uri, offset, "other-name");
    }
    lint(snapshot, uri);
    preview(snapshot, uri);
    documentSymbols(snapshot, uri);
    workspaceSymbols(snapshot, "save");
    workspace.set(uri, snapshot.files.get(uri)?.tree.text ?? "");
    assert.equal(parses, afterReading);
  } finally {
    Parser.prototype.parse = original;
  }
});
