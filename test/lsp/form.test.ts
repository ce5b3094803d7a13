import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/base/edit.ts";
import { LineIndex } from "../../server/src/base/line-index.ts";
import type { FormChange, FormChanged, FormField, SpecForm } from "../../server/src/lsp/protocol.ts";
import { LspClient } from "../support/lsp.ts";

const URI = "untitled:Untitled-1";
const SPEC = `version: 1
kind: program
id: save-the-customer
title: Save the customer # as the sponsor calls it
launch: 2027-02-01
metrics:
  save-rate:
    name: Save rate
    role: primary
    baseline: { value: 69.0 }
behaviors:
  # agreed with the team leads
  ask-first:
    does: Asks two questions before making any offer
    moves: [save-rate, nothing-here]
`;

test("a document is asked for as a form, and what is done in it comes back as an edit of its text", {
  timeout: 20_000,
}, async () => {
  const client = new LspClient();
  try {
    await client.initialize({});
    await client.open(URI, SPEC);
    const form = await client.request<SpecForm>("trainingSpec/form", { uri: URI });
    assert.equal(form.version, 1);
    assert.equal(form.types?.["behaviors.*.does"]?.title, "What people do");
    const again = await client.request<SpecForm>("trainingSpec/form", { uri: URI, known: "program" });
    assert.deepEqual([again.types, again.root], [undefined, form.root]);

    const unknown = at(form.root, "behaviors", "ask-first", "moves", 1);
    assert.equal(unknown?.findings?.[0]?.rule, "undefined-reference");
    assert.equal(at(form.root, "metrics", "save-rate", "baseline", "value")?.text, "69.0");
    const metric = at(form.root, "metrics", "save-rate");
    assert.ok(metric?.missing?.unit?.[0]?.fixes?.includes("Add `unit`"), JSON.stringify(metric?.missing));
    assert.match(metric?.words ?? "", /^Save rate/);
    assert.equal(form.choices.metric?.items[0]?.value, "save-rate");

    const change = (change: FormChange, version = 1) =>
      client.request<FormChanged>("trainingSpec/formChange", { uri: URI, version, change });
    const set = await change({ do: "set", path: ["title"], text: "Save: everybody" });
    assert.ok(set.is === "edit");
    assert.equal(applied(SPEC, set), SPEC.replace("Save the customer #", '"Save: everybody" #'));
    const removed = await change({ do: "remove", path: ["behaviors", "ask-first"] });
    assert.ok(removed.is === "edit");
    assert.equal(applied(SPEC, removed), SPEC.slice(0, SPEC.indexOf("  # agreed")));
    const added = await change({ do: "add", path: ["behaviors"], text: "Öffnet das Gespräch mit einer Frage" });
    assert.ok(added.is === "edit" && added.path.at(-1) === "oeffnet-das-gespraech-mit-einer-frage");
    assert.deepEqual(await change({ do: "set", path: ["title"], text: "x" }, 7), { is: "stale" });
    const twice = await change({ do: "add", path: ["metrics"], text: "", id: "save-rate" });
    assert.ok(twice.is === "refused" && twice.why.includes("`save-rate` already"));
    const unreadable = await change({ do: "set", path: ["nobody-knows"], text: "x" });
    assert.equal(unreadable.is, "refused");
    assert.equal(await client.stop(), 0);
  } finally {
    client.kill();
  }
});

function at(root: FormField, ...path: (string | number)[]): FormField | undefined {
  return path.reduce<FormField | undefined>(
    (field, step) => field?.children?.find((child) => child.path.at(-1) === step),
    root,
  );
}

function applied(text: string, { range, text: written }: Extract<FormChanged, { is: "edit" }>): string {
  const lines = new LineIndex(text);
  return applyEdits(text, [{ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), text: written }]);
}
