import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LineIndex } from "../../server/src/base/line-index.ts";
import type { FileReport, ReportedFinding } from "../../server/src/cli/report/file-report.ts";
import type { FormatName } from "../../server/src/cli/report/format-name.ts";
import { MAX_BYTES } from "../../server/src/cli/report/markdown.ts";
import { FORMATS } from "../../server/src/cli/report/reporter.ts";
import { addFile, NOTHING } from "../../server/src/cli/report/summary.ts";
import { annotationsIn } from "../support/formats.ts";

describe("100,000 findings", { concurrency: 4 }, () => {
  const run = async (format: FormatName) => {
    const plain = (text: string) => text;
    const paint = new Proxy({}, { get: () => plain }) as never;
    const reporter = await FORMATS[format]({ paint, columns: 80, quiet: false, failOn: "error", below: "" });
    let [text, summary] = ["", NOTHING];
    for (let file = 0; file < 1000; file++) {
      const report = reportOf(`f${file}.training.yaml`);
      summary = addFile(summary, report);
      text += reporter.file(report);
    }
    return text + reporter.end(summary);
  };

  test("sarif keeps the worst that GitHub takes, and says how many it left out", async () => {
    const { results, invocations } = JSON.parse(await run("sarif")).runs[0];
    assert.equal(results.length, 25_000);
    assert.equal(results.filter(({ level }: { level: string }) => level === "error").length, 1000);
    assert.match(invocations[0].toolExecutionNotifications[0].message.text, /^75000 findings are left out/);
  });

  test("github shows ten of each kind, the last of them says how many more, and the log has all", async () => {
    const text = await run("github");
    const annotations = annotationsIn(text);
    assert.deepEqual(
      ["error", "warning", "notice"].map((kind) => annotations.filter(({ command }) => command === kind).length),
      [10, 10, 10],
    );
    const more = annotations.filter(({ message }) => /^\d+ more /.test(message));
    assert.deepEqual(
      more.map(({ message }) => Number.parseInt(message, 10)),
      [991, 49_991, 48_991],
    );
    assert.equal(text.trimEnd().split("\n").length, 100_000 + 3);
  });

  test("the summary of a job stays below its limit", async () => {
    const text = await run("markdown");
    assert.ok(Buffer.byteLength(text) < 1_048_576 && Buffer.byteLength(text) > MAX_BYTES / 2);
    assert.match(text, /Left out here: [\d,]+ findings; the log has them/);
  });
});

function reportOf(file: string): FileReport {
  const severities = ["error", ...new Array(99).fill(["warning", "hint"]).flat().slice(0, 99)] as const;
  const findings = severities.map(
    (severity, line): ReportedFinding => ({
      file,
      start: { line, character: 0 },
      end: { line, character: 1 },
      severity,
      rule: "missing-baseline",
      message: "`save-rate` has no baseline.",
      help: undefined,
      docs: "https://example.org",
      related: [],
      fixes: [],
      identity: `missing-baseline at ${line}`,
      document: file,
      mayBeKnown: true,
    }),
  );
  return { file, lines: new LineIndex(""), findings, waived: [], known: [], document: file };
}
