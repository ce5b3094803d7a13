import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { some } from "../support/effort.ts";
import { afterEdit, tableOf, tablesAsCsv, taken } from "../support/tables.ts";

const SAMPLES = readdirSync("samples", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".training.yaml"))
  .map((file) => readFileSync(`samples/${file}`, "utf8"))
  .filter((text) => text.includes("kind: program"));

const SPEC = `version: 1
kind: program
id: p   # stable
title: Save the customer
launch: 2027-02-01

metrics:
  # the one that counts
  save-rate:
    use: customer-save-rate
    role: primary      # says finance
    baseline: { value: 69.5, n: 48000, from: 2026-05-01, to: 2026-10-31 }
    target:
      value: 73        # of 100
      by: 2027-08-31
  handle-time:
    role: guardrail
    limit: { at-most: 440, then: "Pause; review" }
behaviors:
  diagnose:
    does: |
      Asks twice
      before any offer
    moves: [save-rate]
    drivers:
      - { type: monitor, what: Board, starts: launch }
      - type: reinforce
        what: Coaching     # weekly
measurement:
  design: before-after
  compare: { group: none, same-people: yes }
  points:
    week-6: { phase: during, when: launch + 42 days, measures: [diagnose, save-rate] }
money:
  contribution: 0.6
  reach: { low: 0.7, likely: 0.8, high: 0.9 }
  costs:
    analysis: 12000
`;

describe("tables that come back as they went", () => {
  for (const separator of [",", ";"] as const) {
    test(`change nothing in any sample, broken ones too, with ${separator}`, () => {
      assert.ok(SAMPLES.length > 70);
      for (const spec of some(SAMPLES, 6)) {
        const tables = [...tablesAsCsv(spec, separator).values()].map(tableOf);
        const { taken: result, problems, notes } = taken(spec, tables);
        assert.deepEqual([result.files, problems, notes], [[], [], []], spec.slice(0, 200));
      }
    });
  }

  test("change nothing when a spreadsheet has saved them in its own way", () => {
    for (const [table, mangle] of [
      ["metrics", (csv: string) => csv.replaceAll("2026-05-01", "01.05.2026").replaceAll("2026-10-31", "10/31/2026")],
      ["metrics", (csv: string) => csv.replaceAll("2027-08-31", "2027-08-31 00:00:00").replace("48000", '"48,000"')],
      ["metrics", (csv: string) => csv.slice(1).replaceAll("\r\n", "\n").replace(/\n/g, ",,,\n")],
      ["metrics", (csv: string) => csv.replaceAll("69.5", "69.50")],
      ["program", (csv: string) => csv.replace(",yes,", ",TRUE,").replace("0.6", "60%")],
      ["program", (csv: string) => csv.replace(",yes,", ",WAHR,").replace("0.8", "8.0E-1")],
      ["behaviors", (csv: string) => csv.replace("Asks twice\nbefore", "Asks twice\r\nbefore")],
      ["measurement.points", (csv: string) => csv.replace("diagnose; save-rate", "diagnose, save-rate")],
      ["metrics", (csv: string) => `sep=,\r\n${csv.slice(1)}\r\n,,,,,,\r\n`],
    ] as const) {
      const { text, problems, notes } = afterEdit(SPEC, table, mangle);
      assert.deepEqual([text, problems, notes], [SPEC, [], []], String(mangle));
    }
    const german = afterEdit(SPEC, "metrics", (csv) => csv.replace("69,5", "69,50"), { separator: ";" });
    assert.deepEqual([german.text, german.problems], [SPEC, []]);
  });

  test("hold any text: separators, quotes, breaks, formulas, emoji, what looks like something else", () => {
    const texts = [
      'a,b;c\t"d"',
      "two\nlines",
      "=1+1",
      "'=1+1",
      "+49 30",
      "-5",
      "@home",
      "Größe 🎓",
      "1.5",
      "2027-01-01",
      "[x]",
      "yes",
      "#x",
    ];
    for (const value of texts) {
      const spec = SPEC.replace("Save the customer", JSON.stringify(value));
      for (const separator of [",", ";"] as const) {
        const csv = tablesAsCsv(spec, separator).get("program") ?? "";
        assert.doesNotMatch(csv, /(^|[,;"])[=@+]|(^|[,;"])-\d*[^\d.,;"]/m, value);
        assert.equal(taken(spec, [tableOf(csv)]).text, spec, value);
        // The same text comes in as a change too.
        assert.equal(taken(SPEC, [tableOf(csv)]).problems.length, 0);
        const back = tablesAsCsv(taken(SPEC, [tableOf(csv)]).text, separator).get("program");
        assert.equal(back, csv, value);
      }
    }
  });
});

describe("what somebody changed in a table", () => {
  const cases: readonly [what: string, table: string, from: string, to: string, before: string, after: string][] = [
    ["a number", "metrics", ",73,", ",74.5,", "value: 73        # of 100", "value: 74.5        # of 100"],
    ["a choice", "metrics", ",primary,", ",Secondary,", "role: primary      # says", "role: secondary      # says"],
    ["a day as it is written here", "metrics", "2027-08-31", "30.09.2027", "by: 2027-08-31", "by: 2027-09-30"],
    ["a time", "measurement.points", "launch + 42 days", "launch + 6 weeks", "launch + 42 days", "launch + 6 weeks"],
    [
      "a text within brackets",
      "metrics",
      "Pause; review",
      "Pause, then review: all",
      '"Pause; review"',
      '"Pause, then review: all"',
    ],
    [
      "a text of several lines",
      "behaviors",
      "Asks twice\nbefore any offer\n",
      "Asks",
      "|\n      Asks twice\n      before any offer",
      "Asks",
    ],
    ["a list", "measurement.points", "diagnose; save-rate", "diagnose", "[diagnose, save-rate]", "[diagnose]"],
    ["yes and no", "program", ",yes,", ",no,", "same-people: yes", "same-people: no"],
    [
      "an item of a list",
      "behaviors.drivers",
      "Coaching",
      "Calls",
      "what: Coaching     # weekly",
      "what: Calls     # weekly",
    ],
    [
      "a number into a range",
      "program",
      ",0.6,,,,",
      ",0.6,0.4,,0.7,",
      "contribution: 0.6",
      "contribution: { low: 0.4, likely: 0.6, high: 0.7 }",
    ],
    ["a range into a number", "program", ",,0.7,0.8,0.9", ",0.85,,,", "{ low: 0.7, likely: 0.8, high: 0.9 }", "0.85"],
    [
      "a cost into people and hours",
      "money.costs",
      "analysis,12000,,,,,,",
      "analysis,,,,,20,5,agent-hour",
      "analysis: 12000",
      "analysis: { people: 20, hours: 5, hourly-rate: agent-hour }",
    ],
    [
      "a value that was not there",
      "metrics",
      "guardrail,,,,,",
      "guardrail,412,,160,,",
      "role: guardrail\n",
      "role: guardrail\n    baseline: { value: 412, sd: 160 }\n",
    ],
  ];
  for (const [what, table, from, to, before, after] of cases) {
    test(`${what}: that place and nothing else`, () => {
      assert.ok(SPEC.includes(before), before);
      for (const crlf of [false, true]) {
        const ends = (text: string) => (crlf ? text.replaceAll("\n", "\r\n") : text);
        const spec = ends(SPEC);
        const { text, problems } = afterEdit(spec, table, (csv) => csv.replace(from, to));
        assert.deepEqual(problems, []);
        assert.equal(text, spec.replace(ends(before), ends(after)));
      }
    });
  }

  test("new rows become entries, items and sections", () => {
    const metric = afterEdit(SPEC, "metrics", (csv) => {
      const [head = "", ...rest] = csv.split("\r\n");
      const row = head.split(",").map(
        (name) =>
          ({
            program: "p",
            "metrics id": "calls",
            role: "leading",
            "baseline.value": "3",
            "source.system": "=ACD, new",
          })[name.replace("\ufeff", "")] ?? "",
      );
      return [head, ...rest.slice(0, -1), row.map((cell) => `"${cell}"`).join(","), ""].join("\r\n");
    });
    assert.deepEqual(metric.problems, []);
    const added = '\n  calls:\n    source: { system: "=ACD, new" }\n    role: leading\n    baseline: { value: 3 }\n';
    assert.equal(metric.text, SPEC.replace("\nbehaviors:", `${added}behaviors:`));
    const driver = afterEdit(SPEC, "behaviors.drivers", (csv) => `${csv}p,diagnose,,reward,"Bonus, twice",,launch\r\n`);
    assert.deepEqual(driver.problems, []);
    assert.equal(
      driver.text,
      SPEC.replace("# weekly\n", '# weekly\n      - { type: reward, what: "Bonus, twice", starts: launch }\n'),
    );
    const decision = afterEdit(SPEC, "decisions", (csv) => `${csv}p,stop,diagnose < 50 % at week-6,Stop,,,,\r\n`);
    assert.equal(decision.text, `${SPEC}decisions:\n  stop:\n    if: diagnose < 50 % at week-6\n    then: Stop\n`);
    const point = afterEdit(
      SPEC,
      "measurement.points",
      (csv) => `${csv}p,month-6,after,launch + 6 months,save-rate,,\r\n`,
    );
    assert.match(point.text, /\n {4}month-6: \{ phase: after, when: launch \+ 6 months, measures: \[save-rate\] \}\n/);
  });

  test("what is gone stays in the spec unless it is to be deleted", () => {
    const drop = (csv: string) =>
      csv
        .split("\r\n")
        .filter((line) => !/handle-time/.test(line))
        .join("\r\n");
    const kept = afterEdit(SPEC, "metrics", drop);
    assert.equal(kept.text, SPEC);
    assert.match(kept.notes.join(), /`handle-time` of `p` has no row any more.*--delete/);
    const gone = afterEdit(SPEC, "metrics", drop, { delete: true });
    assert.equal(gone.text, SPEC.replace(/ {2}handle-time:\n.*\n.*\n/, ""));
    const emptied = (csv: string) => csv.replace("diagnose,1,monitor,Board", "diagnose,1,monitor,");
    assert.match(afterEdit(SPEC, "behaviors.drivers", emptied).notes.join(), /^E2: The cell is empty/);
    assert.ok(
      afterEdit(SPEC, "behaviors.drivers", emptied, { delete: true }).text.includes(
        "{ type: monitor, starts: launch }",
      ),
    );
    const items = (csv: string) => csv.replace(/p,diagnose,1,.*\r\n/, "");
    assert.equal(
      afterEdit(SPEC, "behaviors.drivers", items, { delete: true }).text,
      SPEC.replace("      - { type: monitor, what: Board, starts: launch }\n", ""),
    );
  });

  test("what cannot be taken is named with its cell, and nothing is changed", () => {
    for (const [table, edit, says] of [
      ["metrics", (csv: string) => csv.replace(",73,", ",seventy,"), /^\w+2: Expected a number, not `seventy`/],
      ["metrics", (csv: string) => csv.replace(",73,", ",72%,"), /`72%` could be `72` or `0.72`/],
      ["metrics", (csv: string) => csv.replace("2027-08-31", "3/4/2027"), /could be `2027-03-04` or `2027-04-03`/],
      ["metrics", (csv: string) => csv.replace("2027-08-31", "2027-02-30"), /Expected a day/],
      ["metrics", (csv: string) => csv.replace(",primary,", ",primry,"), /Did you mean `primary`/],
      [
        "metrics",
        (csv: string) => csv.replace("baseline.sd", "baseline sd"),
        /^X1: No column is named `baseline sd`. Did you mean `baseline.sd`/,
      ],
      ["metrics", (csv: string) => csv.replace("baseline.sd", "role"), /Two columns are named `role`/],
      ["metrics", (csv: string) => csv.replace("p,handle-time", "p,save-rate"), /stands here twice/],
      ["metrics", (csv: string) => csv.replace("p,handle-time", "q,handle-time"), /^A3: No program here is named `q`/],
      ["metrics", (csv: string) => csv.replace("p,handle-time", "p,Handle Time"), /cannot be the name of a new row/],
      ["metrics", (csv: string) => csv.replace("metrics id", "id"), /no table of plans/],
      ["behaviors.drivers", (csv: string) => `${csv}p,nobody,,monitor,Board,,\r\n`, /`behaviors.nobody` is not in `p`/],
      [
        "program",
        (csv: string) => csv.replace(",,0.7,0.8,0.9", ",0.85,0.7,0.8,0.9"),
        /Either one number or its parts|beside it: empty one/,
      ],
    ] as const) {
      const { text, problems, taken: result } = afterEdit(SPEC, table, edit);
      assert.equal(text, SPEC);
      assert.deepEqual(result.files, []);
      assert.match(problems.join("\n"), says);
    }
    const notes = afterEdit(SPEC, "metrics", (csv) => csv.replace(/\r\n/g, ",Remark\r\n")).notes;
    assert.match(notes.join(), /The column `Remark` is left out/);
  });

  test("a table of ten thousand rows is read in no time", () => {
    const csv = tablesAsCsv(SPEC).get("decisions") ?? "";
    const rows = Array.from({ length: 10_000 }, (_, index) => `q,d-${index},a < 1 % at b,Stop,,,,`).join("\r\n");
    const { problems } = taken(SPEC, [tableOf(`${csv}${rows}\r\n`)]);
    assert.equal(problems.length, 10_000);
  });
});
