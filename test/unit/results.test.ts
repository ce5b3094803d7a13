import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { render } from "../../server/src/base/message.ts";
import { textToAppend } from "../../server/src/results/append-rows.ts";
import { CsvReader, type CsvRecord } from "../../server/src/results/csv-reader.ts";
import { KeptLines } from "../../server/src/results/kept-lines.ts";
import { readResults } from "../../server/src/results/read-results.ts";
import { MAX_PROBLEMS, MAX_REPEATS, MAX_ROWS } from "../../server/src/results/results-file.ts";
import { type SummarizeOptions, summarizeObservations } from "../../server/src/results/summarize-observations.ts";
import { times } from "../support/effort.ts";

const HEAD = "point,measure,group,from,to,value,n,sd";
const ROW = "month-6,save-rate,trained,2026-03-02,2026-08-31,72.6,4700,";

function recordsIn(text: string, size = text.length): CsvRecord[] {
  const records: CsvRecord[] = [];
  const reader = new CsvReader((record) => records.push(record));
  for (let at = 0; at < text.length; at += size) reader.push(text.slice(at, at + size));
  reader.end();
  return records;
}

const read = (text: string) => readResults("file:///r.csv", [text]);
const said = (text: string) => read(text).problems.map(({ message }) => render(message));

/** Rows of a long table. */
const THOUSANDS = times(200, 20);

describe("separated values", () => {
  test("pieces of any size make the same records", () => {
    const text = '\ufeffa;"b;""c"\r\n\r\n1;"two\nlines"\r;;\n3;4';
    const whole = recordsIn(text);
    assert.deepEqual(
      whole.map(({ cells }) => cells.map((cell) => cell.text)),
      [
        ["a", 'b;"c'],
        ["1", "two\nlines"],
        ["3", "4"],
      ],
    );
    assert.deepEqual(
      whole.map(({ line }) => line),
      [0, 2, 5],
    );
    for (const { cells } of whole)
      for (const cell of cells) assert.ok(text.slice(cell.start, cell.end).includes(cell.text.slice(0, 1)));
    for (let size = 1; size <= text.length; size++) assert.deepEqual(recordsIn(text, size), whole);
  });

  test("a quote that is never closed costs its line and no more", () => {
    const records = recordsIn('a,b\n"x,1\ny,2\n');
    assert.deepEqual(
      records.map(({ unclosed }) => unclosed),
      [undefined, 4, undefined],
    );
  });

  test("Excel's line about the separator is no record", () => {
    assert.equal(recordsIn("sep=;\na;b\n").length, 1);
  });
});

describe("a table of results", () => {
  test("header in any order and case, semicolons, decimal commas, CRLF, BOM", () => {
    const { rows, problems } = read(
      "\ufeffN;VALUE;To;From;Group;Measure;Point\r\n4700;72,6;2026-08-31;2026-03-02;Trained;save-rate;month-6\r\n",
    );
    assert.deepEqual(problems, []);
    assert.equal(rows[0]?.value?.value, 72.6);
    assert.equal(rows[0]?.group?.value, "trained");
    assert.equal(rows[0]?.sd, undefined);
  });

  test("empty, blank and without rows", () => {
    assert.deepEqual(said(""), ["This file is empty."]);
    assert.deepEqual(said("\n \n"), ["This file is empty."]);
    assert.deepEqual(said(`${HEAD}\n`), []);
    assert.deepEqual(said(ROW), ["The first line does not name the columns."]);
  });

  const cells: readonly (readonly [value: string, says: RegExp])[] = [
    ["72 %", /without a unit: `72`/],
    ["1e400", /too large/],
    ["NaN", /no number/],
    ["Infinity", /no number/],
    ['"1,5"', /decimal comma/],
    ["1 234", /thousands/],
    ["ca. 70", /Expected a number/],
    ["0x10", /Only a number|Expected a number/],
  ];
  for (const [value, says] of cells) {
    test(`the value ${value} is a problem at its cell`, () => {
      const text = `${HEAD}\n${ROW.replace("72.6", value)}`;
      const { problems, rows } = read(text);
      assert.equal(problems.length, 1);
      assert.match(render(problems[0]?.message ?? { key: "", values: [] }), says);
      assert.equal(text.slice(problems[0]?.span.start, problems[0]?.span.end), value);
      assert.equal(rows[0]?.value, undefined);
      assert.ok(rows[0]?.wrong.has("value"));
    });
  }

  test("numbers in two ways of writing are not guessed", () => {
    assert.match(
      said(
        `${HEAD.replaceAll(",", ";")}\n${ROW.replaceAll(",", ";").replace("72.6", "72,6")}\n${ROW.replaceAll(",", ";").replace("72.6", "1.234")}`,
      )[0] ?? "",
      /two ways/,
    );
  });

  test("many rows are read, some are kept, and few are talked of", () => {
    const piece = `${ROW}\n`.repeat(1000);
    const wrong = `${ROW.replace("72.6", "x")}\n`.repeat(1000);
    function* pieces(): Iterable<string> {
      yield `${HEAD}\n`;
      for (let count = 0; count < THOUSANDS - 1; count++) yield piece;
      yield wrong;
    }
    const file = readResults("file:///r.csv", pieces(), true);
    assert.equal(file.rowCount, 1000 * THOUSANDS);
    assert.equal(file.rows.length, 1 + MAX_REPEATS);
    assert.equal(file.repeats, 1000 * THOUSANDS - 1 - MAX_REPEATS);
    assert.equal(file.isCut, false);
    assert.ok(file.problems.length <= MAX_PROBLEMS + 2);
    const lines = new KeptLines(file.keptLines);
    const problem = file.problems.find(({ rule }) => rule === "unreadable-cell");
    const { line } = lines.positionAt(problem?.span.start ?? 0);
    assert.equal(line, 1000 * (THOUSANDS - 1) + 1);
    assert.match(lines.lineText(line), /,x,/);
  });

  test("more different rows than are kept: it is said, and nothing is concluded", () => {
    const row = (count: number) => `${ROW.replace("save-rate", `rate-${count}`)}\n`;
    const different = Array.from({ length: MAX_ROWS + 1 }, (_, count) => row(count)).join("");
    const file = readResults("file:///r.csv", [`${HEAD}\n${different}`]);
    assert.deepEqual([file.rows.length, file.isCut, file.repeats], [MAX_ROWS, true, 0]);
    assert.match(render(file.problems[0]?.message ?? { key: "", values: [] }), /50,001 rows.*nothing is concluded/);
  });
});

describe("rows from raw observations", () => {
  const options = (changes: Partial<SummarizeOptions>): SummarizeOptions => ({
    map: new Map([["value", "score"]]),
    fixed: { point: "month-6", measure: "m", from: 20000, to: 20010 },
    groups: new Map(),
    byMonth: false,
    launch: undefined,
    measure: () => ({ kind: "mean", scale: 1 }),
    hasPoint: () => true,
    ...changes,
  });
  const summarize = (text: string, changes: Partial<SummarizeOptions> = {}) =>
    summarizeObservations([text], options(changes));

  test("mean and spread of single cases; empty cells are left out and counted", () => {
    const { rows, empty } = summarize("id,score\n1,2\n2,4\n3,\n4,9\n");
    assert.equal(empty, 1);
    assert.equal(rows[0]?.n, 3);
    assert.equal(rows[0]?.value, 5);
    assert.ok(Math.abs((rows[0]?.sd ?? 0) - 3.60555) < 1e-5);
  });

  test("shares of single cases and of teams", () => {
    const share = { measure: () => ({ kind: "proportion", scale: 100 }) as const };
    assert.equal(summarize("score\nyes\nno\nYES\n1\n", share).rows[0]?.value, 75);
    const teams = {
      ...share,
      map: new Map([
        ["value", "score"],
        ["n", "cases"],
      ] as const),
    };
    assert.deepEqual(
      summarize("score,cases\n50,10\n80,30\n", teams).rows.map(({ value, n }) => [value, n]),
      [[72.5, 40]],
    );
    assert.match(render(summarize("score\n0.4\n", share).problems[0] ?? { key: "", values: [] }), /neither yes nor no/);
  });

  test("events and exposure", () => {
    const rate = {
      measure: () => ({ kind: "rate", scale: 1000 }) as const,
      map: new Map([
        ["events", "e"],
        ["exposure", "h"],
      ] as const),
    };
    assert.deepEqual(
      summarize("e,h\n1,500\n0,500\n2,1000\n", rate).rows.map(({ value, n }) => [value, n]),
      [[1.5, 2000]],
    );
    assert.match(render(summarize("e,h\n1,0\n", rate).problems[0] ?? { key: "", values: [] }), /above zero/);
  });

  test("a wrong column or group makes no rows at all", () => {
    const wrong = summarize("scor\n1\n");
    assert.match(render(wrong.problems[0] ?? { key: "", values: [] }), /Did you mean `scor`/);
    assert.deepEqual(wrong.rows, []);
  });

  test("rows are added in the columns and the writing of the table that is there", () => {
    const row = { point: "p", measure: "m", group: "all", from: 0, to: 30, value: 1.5, n: 7, sd: undefined } as const;
    assert.equal(textToAppend(undefined, [row]), `${HEAD}\np,m,all,1970-01-01,1970-01-31,1.5,7,\n`);
    const excel = "Value;N;Point;Measure;Group;From;To\r\n2,5;8;p;m;all;1969-01-01;1969-02-01";
    assert.equal(textToAppend(excel, [row]), "\r\n1,5;7;p;m;all;1970-01-01;1970-01-31\r\n");
  });
});
