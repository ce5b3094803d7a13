import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  DocumentDiagnosticReport,
  Hover,
  InlayHint,
  Position,
} from "vscode-languageserver-protocol";
import { folderWith } from "../support/cli.ts";
import { LspClient } from "../support/lsp.ts";

const SPEC = `version: 1
kind: program
id: save
status: live
launch: 2026-03-02
audience:
  agents: { role: Agent, size: 240 }
metrics:
  save-rate:
    kind: proportion
    unit: "%"
    direction: higher
    role: primary
    baseline: { value: 69, n: 4800, from: 2025-09-01, to: 2026-02-28 }
    target: { value: 73, by: 2026-12-31 }
    volume: 96000
    value: { amount: 180, per: customer kept }
  handle-time:
    kind: mean
    unit: s
    direction: lower
    role: guardrail
    baseline: { value: 412, sd: 160, n: 4800 }
    limit: { at-most: 440, then: Pause }
measurement:
  design: control-group
  compare: { group: those who wait, assigned: random, by: team, clusters: 80, n: 4800 }
  points:
    week-6: { phase: during, when: launch + 42 days, measures: [handle-time] }
    month-6: { phase: after, when: launch + 190 days, measures: [save-rate, handle-time] }
money:
  currency: USD
  horizon: 12 months
  costs: { development: 46000, delivery: 28000 }
decisions:
  scale: { if: save-rate >= 72 % at month-6 and handle-time within limit, then: Train the rest }
results: save.results.csv
`;
const HEAD = "point,measure,group,from,to,value,n,sd\n";
const ROW = "month-6,save-rate,trained,2026-03-02,2026-08-31,72.6,4700,\n";
const PULL = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };

/** A server for a folder with the spec and its table, the spec opened with a changed text. */
function withSpec(name: string, run: (of: Asked) => Promise<void>, files: Record<string, string> = {}): void {
  test(name, { timeout: 20_000 }, async () => {
    const client = new LspClient();
    try {
      const folder = folderWith({ "save.training.yaml": SPEC, "save.results.csv": HEAD + ROW, ...files });
      await client.initialize({ folder: pathToFileURL(folder).href, capabilities: PULL });
      await run(new Asked(client, folder));
    } finally {
      client.kill();
    }
  });
}

class Asked {
  readonly client: LspClient;
  readonly #folder: string;
  #version = 1;

  constructor(client: LspClient, folder: string) {
    this.client = client;
    this.#folder = folder;
  }

  uri(name: string): string {
    return pathToFileURL(`${this.#folder}/${name}`).href;
  }

  async diagnostics(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.client.request<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri: this.uri(name) },
    });
    return report.kind === "full" ? report.items : [];
  }

  async codes(name: string): Promise<readonly unknown[]> {
    return (await this.diagnostics(name)).map(({ code }) => code);
  }

  /** Types a whole new text. */
  async type(name: string, text: string): Promise<void> {
    await this.client.change(this.uri(name), ++this.#version, [{ text }]);
  }

  async hover(position: Position): Promise<string> {
    const textDocument = { uri: this.uri("save.training.yaml") };
    const hover = await this.client.request<Hover | null>("textDocument/hover", { textDocument, position });
    return hover === null ? "" : (hover.contents as { value: string }).value;
  }

  async hints(text: string): Promise<readonly (readonly [behind: string, label: string, tooltip: string])[]> {
    const lines = text.split("\n");
    const hints = await this.client.request<InlayHint[]>("textDocument/inlayHint", {
      textDocument: { uri: this.uri("save.training.yaml") },
      range: { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } },
    });
    return hints.map(({ position, label, tooltip }) => [
      /[\w.]+$/.exec((lines[position.line] ?? "").slice(0, position.character))?.[0] ?? "",
      String(label),
      (tooltip as { value: string } | undefined)?.value ?? "",
    ]);
  }

  /** What is offered where `$0` stands, in place of what, in a condition. */
  async offered(condition: string): Promise<readonly CompletionItem[]> {
    const line = `  scale: { if: ${condition}, then: Train }`;
    const lines = SPEC.split("\n").map((each) => (each.startsWith("  scale:") ? line : each));
    await this.type("save.training.yaml", lines.join("\n").replace("$0", ""));
    const list = await this.client.request<CompletionList>("textDocument/completion", {
      textDocument: { uri: this.uri("save.training.yaml") },
      position: { line: lines.indexOf(line), character: line.indexOf("$0") },
    });
    return list.items;
  }
}

/** Where a word begins in the spec, some characters on. */
function at(word: string, more = 1): Position {
  const offset = SPEC.indexOf(word) + more;
  const lines = SPEC.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

withSpec("hints in the text say what the plan can see and what it needs, and move with the text", async (of) => {
  await of.client.open(of.uri("save.training.yaml"), SPEC);
  const hints = new Map((await of.hints(SPEC)).map(([behind, ...hint]) => [behind, hint]));
  assert.match(hints.get("73")?.[0] ?? "", /^\+4 points; can be seen: about [\d.]+ or more$/);
  assert.match(hints.get("73")?.[1] ?? "", /a guess; 0\.005 to 0\.1 is common/);
  assert.equal(hints.get("4800")?.[0], "more cases alone are not enough");
  assert.match(hints.get("days")?.[0] ?? "", /2026-09-08/);
  assert.equal((await of.hints(SPEC)).filter(([behind]) => behind === "4800").length, 2);
  const changed = SPEC.replace("value: 73", "value: 75").replace("clusters: 80", "clusters: 80, icc: 0.001");
  await of.type("save.training.yaml", changed);
  const moved = new Map((await of.hints(changed)).map(([behind, label]) => [behind, label]));
  assert.match(moved.get("75") ?? "", /^\+6 points; can be seen: [\d.]+ or more$/);
  assert.match(moved.get("4800") ?? "", /^about [\d,]+ needed$/);
});

withSpec("hover shows the working: of what can be seen, of the money", async (of) => {
  await of.client.open(of.uri("save.training.yaml"), SPEC);
  assert.match(await of.hover(at("target: {")), /can see.*a guess; 0\.005 to 0\.1 is common/s);
  assert.match(await of.hover(at("baseline: {")), /From here this plan can see/);
  assert.match(await of.hover(at("compare: {")), /`save-rate`: .* can be seen, the target asks for 4 points/);
  assert.match(await of.hover(at("money:")), /Benefit USD 691,000 − cost USD 74,000 = net \*\*USD 617,000\*\*/);
  assert.match(await of.hover(at("volume: ")), /4 points ÷ 100 × 96,?000.*180.*691,200/s);
  assert.match(await of.hover(at("costs: {")), /74,000/);
});

withSpec("every word of a condition says what it is and what the results say", async (of) => {
  await of.client.open(of.uri("save.training.yaml"), SPEC);
  const within = (word: string) => at(`scale: { if`, "scale: { if: ".length + CONDITION.indexOf(word) + 1);
  const holds = /Results: 72\.6 % at `month-6`; this holds/;
  for (const [word, says] of [
    ["save-rate", /From 69 % to 73 %: 4 points up/],
    [">=", /at least/],
    ["72 %", /\*\*72 %\*\*, as a value of `save-rate`.*From 69 % to 73 %/s],
    ["% at", /\*\*72 %\*\*/],
    ["at month", /measurement point/],
    ["month-6", /2026-09-08/],
  ] as const) {
    const shown = await of.hover(within(word));
    assert.match(shown, says);
    assert.match(shown, holds);
  }
  assert.match(await of.hover(within("and")), /both hold/);
  assert.match(await of.hover(within("limit")), /at most 440 s.*no result at `month-6`/s);
  const half = SPEC.replace(CONDITION, "save-rate change >");
  await of.type("save.training.yaml", half);
  assert.match(await of.hover(within("rate")), /69 % to 73 %/);
  assert.match(await of.hover(at(CONDITION, "save-rate ch".length)), /after the program minus.*4 points up/s);
});

const CONDITION = "save-rate >= 72 % at month-6 and handle-time within limit";

withSpec("at every place of a condition the words are offered that may stand there", async (of) => {
  await of.client.open(of.uri("save.training.yaml"), SPEC);
  for (const [condition, labels] of [
    ["$0", ["save-rate", "handle-time"]],
    ["sav$0", ["save-rate", "handle-time"]],
    ["save-rate $0", [">=", "<", "<=", ">", "change", "difference"]],
    ["handle-time $0", [">=", "<", "<=", ">", "change", "difference", "within limit"]],
    ["handle-time within $0", ["limit"]],
    ["save-rate >= $0", ["73 %", "69 %"]],
    ["save-rate>=$0", ["73 %", "69 %"]],
    ["save-rate change >= $0", ["4 %"]],
    ["save-rate >= 72 $0", ["%", "at", "and"]],
    ["save-rate >= 72 % $0", ["at", "and"]],
    ["save-rate >= 72 % at $0", ["month-6", "week-6"]],
    ["handle-time < 440 s at $0", ["week-6", "month-6"]],
    ["save-rate >= 72 % at month-6 $0", ["and"]],
    ["save-rate >= 72 % at month-6 and $0", ["save-rate", "handle-time"]],
    ["save-rate >= 72 % at month-6 and handle-time within limit $0", ["at", "and"]],
  ] as const) {
    assert.deepEqual(
      (await of.offered(condition)).map(({ label }) => label),
      labels,
      condition,
    );
  }
});

withSpec("a mistake in a condition points at the word", async (of) => {
  await of.client.open(of.uri("save.training.yaml"), SPEC);
  for (const [condition, word] of [
    ["save-rate >= 72 % at month-7", "month-7"],
    ["sav-rate >= 72 % at month-6", "sav-rate"],
    ["save-rate >= 72 s at month-6", "s"],
    ["save-rate => 72 % at month-6", "=>"],
    ["save-rate >= many at month-6", "many"],
    ["save-rate >= 72 % at month-6 or handle-time within limit", "or"],
    ["save-rate within limit at month-6", "save-rate"],
  ] as const) {
    const text = SPEC.replace(CONDITION, condition);
    await of.type("save.training.yaml", text);
    const lines = text.split("\n");
    const line = lines.findIndex((each) => each.startsWith("  scale:"));
    const there = (await of.diagnostics("save.training.yaml")).filter(({ range }) => range.start.line === line);
    const marked = there.map(({ range }) => lines[line]?.slice(range.start.character, range.end.character));
    assert.ok(
      marked.some((each) => each?.split(" ").includes(word)),
      `${condition}: ${marked.join(" | ")}`,
    );
  }
});

withSpec("a table is checked as it is typed, and the spec with it", async (of) => {
  const table = of.uri("save.results.csv");
  await of.client.open(of.uri("save.training.yaml"), SPEC);
  await of.client.open(table, HEAD + ROW);
  assert.deepEqual(await of.codes("save.results.csv"), []);
  await of.type("save.results.csv", HEAD + ROW.replace("72.6", "72.6 %"));
  const [found] = await of.diagnostics("save.results.csv");
  assert.deepEqual(found?.range, { start: { line: 1, character: 48 }, end: { line: 1, character: 54 } });
  const context = { diagnostics: [found] };
  const actions = await of.client.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: table },
    range: found?.range,
    context,
  });
  assert.ok(actions.some(({ title }) => title === "Change to `72.6`"));
  await of.type("save.results.csv", HEAD);
  assert.ok((await of.codes("save.training.yaml")).includes("missing-result"));
  await of.type("save.results.csv", HEAD + ROW.replace("4700", "none"));
  assert.deepEqual(await of.codes("save.results.csv"), ["unreadable-cell"]);
});

withSpec(
  "a table that no program names is nobody's, until one does",
  async (of) => {
    const other = of.uri("other.csv");
    await of.client.open(other, "a,b\n1,2\n");
    assert.deepEqual(await of.codes("other.csv"), []);
    for (const method of ["completion", "hover", "definition", "documentHighlight"]) {
      const position = { line: 0, character: 0 };
      const answer = await of.client.request(`textDocument/${method}`, { textDocument: { uri: other }, position });
      assert.ok(isNothing(answer), method);
    }
    await of.client.open(of.uri("save.training.yaml"), SPEC.replace("save.results.csv", "other.csv"));
    assert.deepEqual(await of.codes("other.csv"), ["malformed-results"]);
    for (const method of ["formatting", "documentSymbol", "foldingRange", "codeLens", "documentLink"]) {
      const answer = await of.client.request(`textDocument/${method}`, { textDocument: { uri: other }, options: {} });
      assert.ok(isNothing(answer), method);
    }
    await of.type("save.training.yaml", SPEC);
    await of.type("other.csv", "a,b\n1,2,3\n");
    assert.deepEqual(await of.codes("other.csv"), []);
  },
  { "other.csv": "x,y\n" },
);

function isNothing(answer: unknown): boolean {
  if (answer === null) return true;
  return (Array.isArray(answer) ? answer : ((answer as CompletionList).items ?? [1])).length === 0;
}
