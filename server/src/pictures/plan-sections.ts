import { type Message, render, say } from "../base/message.ts";
import type { Plan } from "../features/plan.ts";
import type { CalendarEntry } from "../features/plan-calendar.ts";
import { type LevelRow, levelWords } from "../features/plan-levels.ts";
import type { PlanPart, PlanTable } from "../features/plan-parts.ts";
import { drawEvaluation } from "./evaluation.ts";
import { drawForecastRange } from "./forecast-range.ts";
import { drawTornado } from "./forecast-tornado.ts";
import { drawResultsChain } from "./results-chain.ts";
import type { Section, Table } from "./section.ts";
import { clean } from "./svg.ts";

/** Where a finding stands, as the reader of the page would look for it. */
export type PlaceOf = (finding: Plan["open"][number]) => string;

/** The plan of a program as parts of a page: need, chain, plan by level, timing, money, decisions, what is open. */
export function planSections(plan: Plan, placeOf: PlaceOf): Section[] {
  return [
    { ...section("need", say`Need`, plan.need), ...(plan.isTorn ? { notes: [text(TORN)] } : {}) },
    {
      ...section("chain", say`Results chain`, EMPTY),
      pictures: [
        { id: "chain-picture", heading: text(say`From need to assessment`), picture: drawResultsChain(plan.chain) },
      ],
    },
    {
      ...section("plan", say`Data collection plan`, EMPTY),
      tables: [{ id: "levels", heading: text(say`Plan by level`), table: levelsTable(plan.levels) }],
    },
    section("support", say`Support at work`, plan.support),
    {
      ...section("timing", say`Timing`, EMPTY),
      tables: [{ id: "calendar", heading: text(say`Calendar`), table: calendarTable(plan.calendar) }],
    },
    moneySection(plan),
    section("decide", say`Decisions`, plan.decisions),
    ...(plan.evaluation ? [resultsSection(plan.evaluation)] : []),
    openSection(plan, placeOf),
  ];
}

const EMPTY: PlanPart = { lines: [], tables: [], notes: [] };
const TORN: Message = say`A part of the spec cannot be read, so this page is not the whole plan.`;

function section(id: string, heading: Message, { lines, tables, notes }: PlanPart): Section {
  return {
    id,
    heading: text(heading),
    lines: lines.map(text),
    parts: [],
    pictures: [],
    tables: tables.map((table) => ({ id: table.id, heading: text(table.heading), table: tableOf(table) })),
    notes: notes.map(text),
  };
}

function tableOf({ caption, columns, rows }: Omit<PlanTable, "id" | "heading">): Table {
  return {
    caption: text(caption),
    columns: columns.map(text),
    rows: rows.map((row) => row.map((cell) => ({ text: text(cell) }))),
  };
}

function levelsTable(levels: readonly LevelRow[]): Table {
  return tableOf({
    caption: say`What is collected on each level of evaluation (levels 1 to 4 after Kirkpatrick, level 5 after Phillips).`,
    columns: [say`Level`, say`Objective`, say`Measure`, say`Method`, say`Source`, say`Timing`, say`Responsible`],
    rows: levels.map(({ level, objective, measure, method, source, timing, responsible }) => [
      levelWords(level),
      objective,
      measure,
      method,
      source,
      timing,
      responsible,
    ]),
  });
}

function calendarTable(entries: readonly CalendarEntry[]): Table {
  return tableOf({
    caption: say`In the order of the days; what has no day comes last.`,
    columns: [say`When`, say`What`, say`Subject`, say`How`, say`Who`, say`State`],
    rows: entries.map(({ when, title, what, how, who, state }) => [when, title, what, how, who, state]),
  });
}

function moneySection({ money, forecast }: Plan): Section {
  const base = section("money", say`Money`, money);
  if (!forecast) return base;
  const { headline, frame, figures, range, tornado, withoutRange, notes } = forecast;
  const table = tableOf({
    caption: frame,
    columns: [say`Figure`, say`Value`, say`How it is computed`],
    rows: figures.map(({ name, value, working }) => [name, value, working ?? say`–`]),
  });
  return {
    ...base,
    lines: [text(headline).replaceAll("**", ""), ...(withoutRange ? [text(withoutRange)] : []), ...base.lines],
    pictures: [
      ...(range ? [{ id: "range", heading: text(range.title), picture: drawForecastRange(range) }] : []),
      ...(tornado ? [{ id: "tornado", heading: text(tornado.title), picture: drawTornado(tornado) }] : []),
    ],
    tables: [{ id: "forecast", heading: text(say`Forecast`), table }, ...base.tables],
    notes: notes.map(text),
  };
}

function resultsSection(view: NonNullable<Plan["evaluation"]>): Section {
  return {
    ...section("results", say`Results so far`, { ...EMPTY, notes: view.notes }),
    parts: view.measures.map(({ name, verdict, facts, cautions }) => ({
      heading: `${clean(name)}: ${text(verdict)}`,
      lines: [...facts.map(({ label, text: fact }) => text(say`${label}: ${fact}`)), ...cautions.map(text)],
    })),
    pictures: [{ id: "measured", heading: text(say`What was measured`), picture: drawEvaluation(view) }],
    tables:
      view.decisions.length === 0
        ? []
        : [
            {
              id: "outcomes",
              heading: text(say`What the results say of the decisions`),
              table: tableOf({
                caption: say`Each condition held against the results.`,
                columns: [say`Condition`, say`Result`, say`Recorded`],
                rows: view.decisions.map(({ condition, result, done }) => [condition, result, done]),
              }),
            },
          ],
  };
}

/** What is missing or wrong, so that nobody takes the page for more than it is. */
function openSection({ open, nextStatus, status }: Plan, placeOf: PlaceOf): Section {
  const heading = nextStatus === undefined ? say`What is open` : say`What is open before the program is ${nextStatus}`;
  const none = nextStatus === undefined ? say`Nothing is open: the program is ${status}.` : say`Nothing is open.`;
  const table = tableOf({
    caption: say`The findings that would count then, worst first. Each names the place in the spec.`,
    columns: [say`Weight`, say`What`, say`Place`, say`Rule`],
    rows: open.map((finding) => [
      say`${finding.severity}`,
      finding.message,
      say`${placeOf(finding)}`,
      say`${finding.rule}`,
    ]),
  });
  return {
    ...section("open", heading, { ...EMPTY, lines: open.length === 0 ? [none] : [] }),
    tables: open.length === 0 ? [] : [{ id: "findings", heading: text(say`Findings`), table }],
  };
}

/** A message as one line. */
function text(message: Message): string {
  return clean(render(message));
}
