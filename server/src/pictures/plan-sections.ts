import { type Message, render, say, type Translation } from "../base/message.ts";
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
import { drawTimeline } from "./timeline.ts";

/** Where a finding stands, as the reader of the page would look for it. */
export type PlaceOf = (finding: Plan["open"][number]) => string;

/** The plan of a program as parts of a page: need, chain, plan by level, timing, money, decisions, what is open. */
export function planSections(plan: Plan, placeOf: PlaceOf, translation?: Translation): Section[] {
  return new PlanDrawing(translation).sections(plan, placeOf);
}

const EMPTY: PlanPart = { lines: [], tables: [], notes: [] };
const TORN: Message = say`A part of the spec cannot be read, so this page is not the whole plan.`;

class PlanDrawing {
  readonly #options: { readonly translation?: Translation };

  constructor(translation: Translation | undefined) {
    this.#options = translation ? { translation } : {};
  }

  sections(plan: Plan, placeOf: PlaceOf): Section[] {
    return [
      { ...this.#section("need", say`Need`, plan.need), ...(plan.isTorn ? { notes: [this.#text(TORN)] } : {}) },
      {
        ...this.#section("chain", say`Results chain`, EMPTY),
        pictures: [
          {
            id: "chain-picture",
            heading: this.#text(say`From need to assessment`),
            picture: drawResultsChain(plan.chain, this.#options),
          },
        ],
      },
      {
        ...this.#section("plan", say`Data collection plan`, EMPTY),
        tables: [{ id: "levels", heading: this.#text(say`Plan by level`), table: this.#levelsTable(plan.levels) }],
      },
      this.#section("support", say`Support at work`, plan.support),
      {
        ...this.#section("timing", say`Timing`, EMPTY),
        pictures: plan.timeline
          ? [
              {
                id: "timeline",
                heading: this.#text(plan.timeline.title),
                picture: drawTimeline(plan.timeline, this.#options),
              },
            ]
          : [],
        tables: [{ id: "calendar", heading: this.#text(say`Calendar`), table: this.#calendarTable(plan.calendar) }],
      },
      this.#moneySection(plan),
      this.#section("decide", say`Decisions`, plan.decisions),
      ...(plan.evaluation ? [this.#resultsSection(plan.evaluation)] : []),
      this.#openSection(plan, placeOf),
    ];
  }

  #section(id: string, heading: Message, { lines, tables, notes }: PlanPart): Section {
    return {
      id,
      heading: this.#text(heading),
      lines: lines.map((each) => this.#text(each)),
      parts: [],
      pictures: [],
      tables: tables.map((table) => ({
        id: table.id,
        heading: this.#text(table.heading),
        table: this.#tableOf(table),
      })),
      notes: notes.map((each) => this.#text(each)),
    };
  }

  #tableOf({ caption, columns, rows }: Omit<PlanTable, "id" | "heading">): Table {
    return {
      caption: this.#text(caption),
      columns: columns.map((each) => this.#text(each)),
      rows: rows.map((row) => row.map((cell) => ({ text: this.#text(cell) }))),
    };
  }

  #levelsTable(levels: readonly LevelRow[]): Table {
    return this.#tableOf({
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

  #calendarTable(entries: readonly CalendarEntry[]): Table {
    return this.#tableOf({
      caption: say`In the order of the days; what has no day comes last.`,
      columns: [say`When`, say`What`, say`Subject`, say`How`, say`Who`, say`State`],
      rows: entries.map(({ when, title, what, how, who, state }) => [when, title, what, how, who, state]),
    });
  }

  #moneySection({ money, forecast }: Plan): Section {
    const base = this.#section("money", say`Money`, money);
    if (!forecast) return base;
    const { headline, frame, figures, range, tornado, withoutRange, notes } = forecast;
    const table = this.#tableOf({
      caption: frame,
      columns: [say`Figure`, say`Value`, say`How it is computed`],
      rows: figures.map(({ name, value, working }) => [name, value, working ?? say`–`]),
    });
    return {
      ...base,
      lines: [
        this.#text(headline).replaceAll("**", ""),
        ...(withoutRange ? [this.#text(withoutRange)] : []),
        ...base.lines,
      ],
      pictures: [
        ...(range
          ? [{ id: "range", heading: this.#text(range.title), picture: drawForecastRange(range, this.#options) }]
          : []),
        ...(tornado
          ? [{ id: "tornado", heading: this.#text(tornado.title), picture: drawTornado(tornado, this.#options) }]
          : []),
      ],
      tables: [{ id: "forecast", heading: this.#text(say`Forecast`), table }, ...base.tables],
      notes: notes.map((each) => this.#text(each)),
    };
  }

  #resultsSection(view: NonNullable<Plan["evaluation"]>): Section {
    return {
      ...this.#section("results", say`Results so far`, { ...EMPTY, notes: view.notes }),
      parts: view.measures.map(({ name, verdict, facts, cautions }) => ({
        heading: `${clean(name)}: ${this.#text(verdict)}`,
        lines: [
          ...facts.map(({ label, text: fact }) => this.#text(say`${label}: ${fact}`)),
          ...cautions.map((each) => this.#text(each)),
        ],
      })),
      pictures: [
        { id: "measured", heading: this.#text(say`What was measured`), picture: drawEvaluation(view, this.#options) },
      ],
      tables:
        view.decisions.length === 0
          ? []
          : [
              {
                id: "outcomes",
                heading: this.#text(say`What the results say of the decisions`),
                table: this.#tableOf({
                  caption: say`Each condition held against the results.`,
                  columns: [say`Condition`, say`Result`, say`Recorded`],
                  rows: view.decisions.map(({ condition, result, done }) => [condition, result, done]),
                }),
              },
            ],
    };
  }

  /** What is missing or wrong, so that nobody takes the page for more than it is. */
  #openSection({ open, nextStatus, status }: Plan, placeOf: PlaceOf): Section {
    const heading =
      nextStatus === undefined ? say`What is open` : say`What is open before the program is ${nextStatus}`;
    const none = nextStatus === undefined ? say`Nothing is open: the program is ${status}.` : say`Nothing is open.`;
    const table = this.#tableOf({
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
      ...this.#section("open", heading, { ...EMPTY, lines: open.length === 0 ? [none] : [] }),
      tables: open.length === 0 ? [] : [{ id: "findings", heading: this.#text(say`Findings`), table }],
    };
  }

  /** A message as one line. */
  #text(message: Message): string {
    return clean(render(message, this.#options.translation));
  }
}
