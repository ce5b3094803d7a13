import assert from "node:assert/strict";
import path from "node:path";
import { describe, test } from "node:test";
import { callCli, folderWith, golden } from "../support/cli.ts";

const FIXTURES = path.resolve("test/cli/fixtures");
const GOLDEN = path.resolve("test/cli/golden");

describe("training-spec portfolio", () => {
  for (const [name, args] of [
    ["portfolio-help", ["portfolio", "--help"]],
    ["portfolio-pretty", ["portfolio", "portfolio"]],
    ["portfolio-markdown", ["portfolio", "-f", "markdown", "portfolio"]],
  ] as const) {
    test(name, async () => {
      const run = await callCli(args, { cwd: FIXTURES });
      const { actual, expected } = golden(path.join(GOLDEN, `${name}.txt`), args, run);
      assert.equal(actual, expected);
    });
  }

  test("JSON, Markdown and HTML say the same numbers", async () => {
    const [json, markdown, html] = await Promise.all(
      ["json", "markdown", "html"].map((format) =>
        callCli(["portfolio", "-f", format, "portfolio"], { cwd: FIXTURES }),
      ),
    );
    assert.ok(json && markdown && html);
    assert.deepEqual([json.exit, markdown.exit, html.exit], [0, 0, 0]);
    const report: Report = JSON.parse(json.stdout);
    const programs = report.goals.flatMap(({ rankings }) => rankings.flatMap((each) => each.programs));
    assert.equal(programs.length, 5);
    for (const { rank, title, value, certainty, reason } of programs) {
      const digits = value.net >= 10_000 ? value.net.toLocaleString("en-US") : String(value.net);
      const row = rowWith(markdown.stdout, `| ${rank} | ${title.replace(/[|<>]/g, "\\$&")} |`);
      for (const text of [`${value.currency} ${digits}`, `${certainty.holds} of 4`, reason]) {
        assert.ok(row.includes(text), `${title}: ${text} in ${row}`);
        const escaped = title.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
        assert.ok(rowWith(html.stdout, `<td>${rank}</td><td>${escaped}</td>`).includes(text), `${title}: ${text}`);
      }
    }
    const [goal] = report.goals;
    assert.deepEqual(
      goal?.rankings.map(({ currency }) => currency),
      ["EUR", "USD"],
    );
    assert.ok((goal?.rankings[0]?.claimedTwice ?? 0) > 0);
    assert.deepEqual(report.unreadable, ["portfolio/torn.training.yaml"]);
    assert.deepEqual(
      report.unservedGoals.map(({ id }) => id),
      ["new-markets"],
    );
  });

  test("the page needs nothing but itself", async () => {
    const { stdout } = await callCli(["portfolio", "-f", "html", "portfolio"], { cwd: FIXTURES });
    assert.match(stdout, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.doesNotMatch(stdout, /<script|<link|<img|@import|url\(|javascript:| on\w+=/i);
    const addresses = stdout.match(/https?:\/\/[^"\s]+/g) ?? [];
    assert.deepEqual([...new Set(addresses)], ["http://www.w3.org/2000/svg"]);
    assert.doesNotMatch(stdout, /<b>safely/);
    const ids = [...stdout.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });

  test("without a program, with a path that leads nowhere, with a day that is none", async () => {
    const folder = folderWith({ "company.training.yaml": "version: 1\nkind: catalog\nid: c\n" });
    for (const [args, says] of [
      [["portfolio"], /no program here/],
      [["portfolio", "gone.training.yaml"], /No file or folder is named/],
      [["portfolio", "--today", "soon"], /takes a day/],
    ] as const) {
      const { exit, stdout, stderr } = await callCli(args, { cwd: folder });
      assert.deepEqual([exit, stdout], [2, ""]);
      assert.match(stderr, says);
    }
    const half = await callCli(["portfolio", "portfolio/fit-advice.training.yaml", "gone"], { cwd: FIXTURES });
    assert.equal(half.exit, 2);
    assert.match(half.stdout, /1 program ranked/);
  });
});

interface Report {
  readonly goals: readonly { readonly rankings: readonly RankingJson[] }[];
  readonly unreadable: readonly string[];
  readonly unservedGoals: readonly { readonly id: string }[];
}

interface RankingJson {
  readonly currency: string | null;
  readonly claimedTwice: number;
  readonly programs: readonly {
    readonly rank: number;
    readonly title: string;
    readonly reason: string;
    readonly value: { readonly net: number; readonly currency: string };
    readonly certainty: { readonly holds: number };
  }[];
}

function rowWith(text: string, part: string): string {
  return text.split("\n").find((line) => line.includes(part)) ?? assert.fail(`no row with ${part}`);
}
