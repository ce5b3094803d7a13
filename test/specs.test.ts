import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { ruleById } from "../server/src/rules/registry.ts";
import { evaluate, offersFix } from "./support/evaluate.ts";
import { casesIn, rewrite } from "./support/literate.ts";

const updating = process.env.UPDATE === "1";

/** Rule pages are run with their rule alone, the specs in `test/specs` with all rules. */
const documents = [
  ...markdownBelow("server/src/rules").map((file) => ({ file, rule: path.basename(file, ".md") })),
  ...markdownBelow("test/specs").map((file) => ({ file, rule: undefined })),
];

for (const { file, rule } of documents) {
  test(file, async (context) => {
    const markdown = readFileSync(file, "utf8");
    const cases = casesIn(markdown);
    const changed = new Map();
    for (const each of cases) {
      await context.test(`${each.title} (line ${each.line})`, () => {
        const options = each.blocks[0]?.options ?? {};
        const expected = evaluate(each, options.rule ?? rule);
        for (const block of each.blocks) {
          const text = expected.get(block) ?? "";
          if (updating) changed.set(block, text);
          else assert.equal(text, block.text);
        }
      });
    }
    if (updating && changed.size > 0) writeFileSync(file, rewrite(markdown, changed));
    if (rule !== undefined) {
      const marked = cases.filter(({ blocks }) => blocks.some((block) => block.text.includes(`[${rule}]: `)));
      assert.ok(marked.length > 0, "the page has no example that the rule reports");
      const isFixable = ruleById(rule)?.fixable === true;
      const offers = cases.some((each) => offersFix(each, each.blocks[0]?.options.rule ?? rule));
      assert.equal(isFixable, offers, "a rule is `fixable` when a finding of its page offers a fix");
      assert.ok(marked.length < cases.length, "the page has no example that the rule is silent on");
    }
  });
}

function markdownBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((file) => path.posix.join(folder, String(file).split(path.sep).join("/")))
    .filter((file) => file.endsWith(".md"))
    .sort();
}
