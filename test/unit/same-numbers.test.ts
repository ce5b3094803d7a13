import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { effectWords } from "../../server/src/appraisal/evaluation-words.ts";
import { money } from "../../server/src/appraisal/forecast-figure.ts";
import { parseDay } from "../../server/src/base/date.ts";
import { render } from "../../server/src/base/message.ts";
import { evaluationJson } from "../../server/src/cli/report/evaluation-json.ts";
import { evaluationMarkdown } from "../../server/src/cli/report/evaluation-markdown.ts";
import { evaluationPretty } from "../../server/src/cli/report/evaluation-pretty.ts";
import { reportEvaluation } from "../../server/src/cli/report/evaluation-report.ts";
import { forecastJson } from "../../server/src/cli/report/forecast-json.ts";
import { forecastMarkdown } from "../../server/src/cli/report/forecast-markdown.ts";
import { forecastPretty } from "../../server/src/cli/report/forecast-pretty.ts";
import { reportForecast } from "../../server/src/cli/report/forecast-report.ts";
import type { Paint } from "../../server/src/cli/terminal/paint.ts";
import { hover } from "../../server/src/features/hover.ts";
import { preview as previewOf } from "../../server/src/features/preview.ts";
import { Session } from "../../server/src/lsp/session.ts";
import { previewSections } from "../../server/src/pictures/preview-sections.ts";

// The samples with a money case or with results: what one place says of them, every other place says too.

const plain: Paint = new Proxy({} as Paint, { get: () => (text: string) => text });
const files = new Map(
  readdirSync("samples", { recursive: true })
    .map((file) => path.posix.join("samples", String(file).split(path.sep).join("/")))
    .filter((file) => !file.includes("broken") && /\.(yaml|csv)$/.test(file))
    .map((file) => [pathToFileURL(file).href, readFileSync(file, "utf8")]),
);
const session = new Session(
  {
    find: async () => [...files.keys()].filter((uri) => uri.endsWith(".yaml")),
    read: async (uri) => {
      const text = files.get(uri);
      return text === undefined ? { kind: "missing" } : { kind: "text", text };
    },
  },
  () => parseDay("2026-11-22") ?? 0,
  undefined,
);
before(() => session.loadFolders([pathToFileURL("samples").href]));
const programs = [...files].filter(([, text]) => /^kind: program/m.test(text));
const shown = (uri: string) => path.basename(uri);

/** A section of the preview with its pictures, as text. */
function preview(uri: string, id: string): string {
  const data = previewOf(session.snapshot, uri);
  const section = data && previewSections(data).find((each) => each.id === id);
  return JSON.stringify(section ?? "");
}

/** Every place says all of the words. */
function sayAll(places: Readonly<Record<string, string>>, words: readonly string[]): void {
  for (const [place, text] of Object.entries(places))
    for (const word of words) assert.ok(simple(text).includes(simple(word)), `${place} lacks ${word}`);
}

function simple(text: string): string {
  return text.replaceAll(/[`*\\]/g, "").replaceAll("\u00a0", " ");
}

describe("forecast", () => {
  const withMoney = programs.flatMap(([uri, text]) => (/^money:/m.test(text) ? [uri] : []));
  test("several samples have one", () => assert.ok(withMoney.length >= 3));
  for (const uri of withMoney) {
    test(shown(uri), () => {
      const report = reportForecast(session.snapshot, uri, shown);
      assert.ok(report);
      const { forecast } = JSON.parse(forecastJson([report])).programs[0];
      const { currency, benefit, cost, net, odds } = forecast;
      const places = {
        markdown: forecastMarkdown([report]),
        pretty: forecastPretty([report], plain),
        preview: preview(uri, "forecast"),
      };
      const inWords = (value: number) => render(money(value, currency));
      sayAll(places, [benefit.value, cost.value, net.value].map(inWords));
      if (odds.net) sayAll(places, [odds.net.p10, odds.net.p90].map(inWords));
      const offset = (files.get(uri) ?? "").indexOf("\nmoney:") + 2;
      const pointedAt = render(hover(session.snapshot, uri, offset)?.markdown ?? { key: "", values: [] });
      sayAll({ hover: pointedAt }, [benefit.value, cost.value, net.value].map(inWords));
    });
  }
});

describe("evaluation", () => {
  const withResults = programs.flatMap(([uri, text]) => (/^results:/m.test(text) ? [uri] : []));
  test("several samples have one", () => assert.ok(withResults.length >= 2));
  for (const uri of withResults) {
    test(shown(uri), () => {
      const report = reportEvaluation(session.snapshot, uri, shown);
      assert.ok(report);
      const [program] = JSON.parse(evaluationJson([report])).programs;
      const places = {
        markdown: evaluationMarkdown([report]),
        pretty: evaluationPretty([report], plain),
        preview: preview(uri, "evaluation"),
      };
      const { measures } = report.view;
      assert.equal(program.measures.length, measures.length);
      for (const [index, { evaluation }] of measures.entries()) {
        const { effect, measure } = evaluation;
        const written = program.measures[index];
        if (effect.kind === "effect") {
          const { estimate, low, high } = written.effect;
          sayAll(places, [render(effectWords({ ...effect, estimate, interval: { low, high } }, measure.unit))]);
        } else sayAll(places, [written.effect.because]);
        sayAll(places, [...written.may, ...written.mayNot, ...written.cautions].map(escaped));
      }
      sayAll(places, program.notes.map(escaped));
      sayAll(
        places,
        program.decisions.flatMap(({ measured }: { measured: { measured: string }[] }) =>
          measured.map((each) => each.measured),
        ),
      );
    });
  }
});

/** As JSON has it within a text, and Markdown beside its signs. */
function escaped(text: string): string {
  return text.replaceAll("|", "");
}
