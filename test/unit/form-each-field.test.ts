import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { FormNode } from "../../server/src/features/form.ts";
import type { FieldType } from "../../server/src/features/form-types.ts";
import { nodeAt } from "../../server/src/syntax/locate.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { some, times } from "../support/effort.ts";
import { changed, comments, formOf, leaves, nodesOf } from "../support/form.ts";
import { Random } from "../support/mutate.ts";
import { typing } from "../support/typing.ts";

const FILES = readdirSync("samples", { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".training.yaml"))
  .map((file) => path.join("samples", file))
  .sort();
const GOOD = FILES.filter((file) => !file.includes("broken"));

/** What one may type into a field: plain words, and what YAML would take for something else. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  number: ["7.25", "3,5", "1e3", "about 4: 5"],
  amount: ["0.25", "1,5"],
  rate: ["31.50", "agent-hour"],
  boolean: ["yes", "no"],
  date: ["2031-03-04"],
  time: ["launch + 3 weeks", "2031-03-04"],
  duration: ["5 months"],
  condition: ["a < 3 % at b and c within limit"],
};
const TEXTS = [
  "Plain words, with a comma",
  'Neu: ö, "x" # y',
  "- 12",
  "yes",
  "two\nlines: of\n\n  text",
  "{ a }",
  "'",
  "null",
];

function typedInto({ holds, choices }: FieldType, turn: number): string {
  const texts = choices.length > 0 ? choices.map(({ value }) => value) : (TYPED[holds] ?? TEXTS);
  return texts[turn % texts.length] ?? "";
}

for (const line of ["\n", "\r\n"]) {
  const ends = line === "\n" ? "" : " with line ends of Windows";
  test(`a field of a form, filled in or emptied, changes that value of the text and nothing else${ends}`, () => {
    let count = 0;
    for (const file of line === "\n" ? some(GOOD, 5) : GOOD.slice(2, 4)) {
      const text = readFileSync(file, "utf8").replaceAll("\n", line);
      const form = formOf(text);
      assert.ok(form, file);
      const [before, said] = [leaves(text), comments(text)];
      for (const [turn, { path: at, type, is }] of fieldsOf(form.root, form.types).entries()) {
        if ((turn + file.length) % 7 !== 0) continue;
        const where = `${file} ${at.join(".")}`;
        const typed = typedInto(type, turn);
        const set = changed(text, { do: "set", path: at, text: typed });
        assert.ok(set !== "same" && "text" in set, `${where}: ${JSON.stringify(set)}`);
        const after = leaves(set.text);
        const key = at.join(".");
        assert.equal(String(after.get(key)).trim(), asRead(typed, type), `${where}\n${set.text}`);
        assertOnly(before, after, key, where);
        assert.deepEqual(comments(set.text), said, where);
        assert.equal(set.text.replaceAll("\r\n", "").includes("\n"), line === "\n", where);
        if (is === "empty") continue;
        const cleared = changed(text, { do: "clear", path: at });
        assert.ok(cleared !== "same" && "text" in cleared, `${where}: ${JSON.stringify(cleared)}`);
        const isItem = typeof at.at(-1) === "number";
        const kept = leaves(cleared.text).get(key) ?? null;
        assert.ok(isItem || kept === null, `${where} ${kept}\n${cleared.text}`);
        if (!isItem) assertOnly(before, leaves(cleared.text), key, where);
        assert.deepEqual(comments(cleared.text), said, where);
        count++;
      }
    }
    assert.ok(count > (line === "\n" ? times(100, 20) : 15), String(count));
  });
}

test("entries and items are added, moved and taken out with their comments, and nothing else", () => {
  let count = 0;
  for (const file of some(GOOD, 5)) {
    const text = readFileSync(file, "utf8");
    const form = formOf(text);
    assert.ok(form, file);
    const [before, said] = [leaves(text), comments(text)];
    for (const [turn, holder] of [...nodesOf(form.root)].entries()) {
      if ((turn + file.length) % 3 !== 0) continue;
      const type = form.types.get(holder.type ?? "none");
      const inner = form.types.get(type?.of ?? "none");
      if (!type || !inner || holder.is !== "group" || !["entries", "list", "values"].includes(type.holds)) continue;
      const where = `${file} ${holder.path.join(".")}`;
      const isList = type.holds === "list" || type.holds === "values";
      const add = changed(text, {
        do: "add",
        path: holder.path,
        text: inner.holds === "amount" ? "12" : "Neu: 1, 2",
        ...(isList ? {} : { id: "brand-new" }),
      });
      assert.ok(add !== "same" && "text" in add, `${where}: ${JSON.stringify(add)}`);
      const own = [...holder.path, isList ? holder.children.length : "brand-new"].join(".");
      assert.ok(
        [...leaves(add.text).keys()].some((key) => key === own || key.startsWith(`${own}.`)),
        `${where}\n${add.text}`,
      );
      assertOnly(before, leaves(add.text), own, where);
      assert.deepEqual(comments(add.text), said, where);
      const [first, second] = holder.children;
      if (!first) continue;
      const removed = changed(text, { do: "remove", path: first.path });
      assert.ok(removed !== "same" && "text" in removed, `${where}: ${JSON.stringify(removed)}`);
      assert.equal(numberOf(removed.text, holder.path), holder.children.length - 1, where);
      assert.ok(
        comments(removed.text).every((comment) => said.includes(comment)),
        where,
      );
      count++;
      if (!second) continue;
      const moved = changed(text, { do: "move", path: first.path, by: 1 });
      assert.ok(moved !== "same" && "text" in moved, `${where}: ${JSON.stringify(moved)}`);
      assert.deepEqual(
        [...leaves(moved.text).values()].map(String).sort(),
        [...before.values()].map(String).sort(),
        where,
      );
      assert.notEqual(moved.text, text, where);
      assert.deepEqual(comments(moved.text), said, where);
      const back = changed(moved.text, { do: "move", path: isList ? second.path : first.path, by: -1 });
      assert.ok(
        back !== "same" && "text" in back && back.text === text,
        `${where}: moved there and back\n${JSON.stringify(back)}`,
      );
    }
  }
  assert.ok(count > times(50, 5), String(count));
});

test("in a text that somebody is working on, a form changes what was meant or says that it cannot", () => {
  const random = new Random(7);
  let [made, refused] = [0, 0];
  for (const file of GOOD.slice(0, 6)) {
    const text = readFileSync(file, "utf8");
    for (const now of typing(text, times(12, 3), random)) {
      const form = formOf(now);
      if (!form) continue;
      const fields = fieldsOf(form.root, form.types);
      const [before, said] = [leaves(now), comments(now)];
      for (let tries = 0; tries < 3; tries++) {
        const field = fields[random.below(fields.length)];
        if (!field) continue;
        const typed = typedInto(field.type, random.below(20));
        const set = changed(now, { do: "set", path: field.path, text: typed });
        const key = field.path.join(".");
        if (set === "same") continue;
        if ("why" in set) refused++;
        else {
          made++;
          const after = leaves(set.text);
          assert.equal(String(after.get(key)).trim(), asRead(typed, field.type), `${key}\n${set.text}`);
          assertOnly(before, after, key, `${file} ${key}\n${set.text}`);
          assert.deepEqual(comments(set.text), said);
        }
      }
    }
  }
  assert.ok(made > times(100, 25) && refused < made / 5, `${made} made, ${refused} refused`);
});

/** Fields that hold one value, and those that are not there yet but could be. */
function fieldsOf(
  root: FormNode,
  types: ReadonlyMap<string, FieldType>,
): { path: FormNode["path"]; type: FieldType; is: string }[] {
  return [...nodesOf(root)].flatMap((node) => {
    const type = types.get(node.type ?? "none");
    if (!type || node.is === "text" || type.holds === "fixed") return [];
    const own = node.is === "group" || GROUPS.has(type.holds) ? [] : [{ path: node.path, type, is: node.is }];
    const there = new Set(node.children.map((child) => child.path.at(-1)));
    const absent =
      node.is !== "group"
        ? []
        : type.fields.flatMap((id) => {
            const field = types.get(id);
            return field &&
              !there.has(field.key) &&
              !GROUPS.has(field.holds) &&
              !there.has("likely") &&
              !(type.holds === "amount")
              ? [{ path: [...node.path, field.key], type: field, is: "empty" }]
              : [];
          });
    return [...own, ...absent];
  });
}

const GROUPS = new Set(["map", "entries", "list", "values", "fixed"]);

function asRead(typed: string, { holds }: FieldType): string {
  const isNumber =
    ["number", "amount", "rate"].includes(holds) && typed.trim() !== "" && Number.isFinite(Number(typed));
  return isNumber ? String(Number(typed)) : typed.trim();
}

function assertOnly(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  key: string,
  where: string,
): void {
  const isElsewhere = (each: string): boolean =>
    each !== key && !each.startsWith(`${key}.`) && !key.startsWith(`${each}.`);
  for (const [each, value] of before)
    if (isElsewhere(each)) assert.deepEqual(after.get(each), value, `${where}: ${each}`);
  for (const each of after.keys()) if (isElsewhere(each)) assert.ok(before.has(each), `${where}: ${each} is new`);
}

function numberOf(text: string, at: FormNode["path"]): number {
  const node = nodeAt(parse("file:///p.training.yaml", text), at);
  return node?.kind === "map" ? node.pairs.length : node?.kind === "list" ? node.items.length : 0;
}
