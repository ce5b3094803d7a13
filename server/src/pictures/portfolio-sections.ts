import type { GoalPriorities, Priorities } from "../appraisal/priorities.ts";
import {
  alsoWords,
  firstLines,
  goalHeading,
  goalLine,
  HOW_RANKED,
  leftToFixWords,
  netWords,
  overviewLines,
  rankingNotes,
  unrankedWords,
} from "../appraisal/priority-words.ts";
import { type Message, render, say } from "../base/message.ts";
import { drawPortfolioChart, type PortfolioDrawOptions } from "./portfolio-chart.ts";
import type { Section, Table } from "./section.ts";
import { clean } from "./svg.ts";

/** The portfolio as parts of a page: what is first, then goal by goal. The preview and every report show these. */
export function portfolioSections(priorities: Priorities, options: PortfolioDrawOptions = {}): Section[] {
  const says = (message: Message) => clean(render(message, options.translation));
  return [
    {
      id: "overview",
      heading: says(say`What to build first`),
      lines: [...overviewLines(priorities), ...firstLines(priorities)].map(says),
      parts: [],
      pictures: [],
      tables: [],
      notes: HOW_RANKED.map(says),
    },
    ...priorities.goals.map((goal, index) => goalSection(goal, `goal-${index + 1}`, options)),
  ];
}

function goalSection(goal: GoalPriorities, id: string, options: PortfolioDrawOptions): Section {
  const says = (message: Message) => clean(render(message, options.translation));
  const { rankings, unranked } = goal;
  const line = goalLine(goal);
  const also = rankings.flatMap(({ programs }) =>
    programs.flatMap(({ of }) => {
      const words = alsoWords(of);
      return words ? [say`${of.program.name} ${words}.`] : [];
    }),
  );
  return {
    id,
    heading: says(goalHeading(goal)),
    lines: line ? [says(line)] : [],
    parts: [],
    pictures: rankings.map((ranking, index) => {
      const heading =
        rankings.length === 1
          ? say`Ranking`
          : ranking.currency === undefined
            ? say`Ranking without a currency`
            : say`Ranking in ${ranking.currency}`;
      return {
        id: `${id}-ranking-${index + 1}`,
        heading: says(heading),
        picture: drawPortfolioChart(ranking, say`${heading}: ${goalHeading(goal)}`, options),
      };
    }),
    tables:
      unranked.length === 0
        ? []
        : [{ id: `${id}-unranked`, heading: says(say`Not ranked`), table: unrankedTable(goal, options) }],
    notes: [...rankings.flatMap((ranking) => rankingNotes(ranking, rankings.length - 1)), ...also]
      .map(says)
      .filter((text, index, all) => all.indexOf(text) === index),
  };
}

function unrankedTable(
  { unranked }: GoalPriorities,
  { translation, addressOf, shownFile, mostRows = Number.POSITIVE_INFINITY }: PortfolioDrawOptions,
): Table {
  const says = (message: Message) => clean(render(message, translation));
  return {
    caption: says(say`Programs that have no rank, with the reason.`),
    columns: [say`Program`, say`Status`, say`Why`, say`Net at P50`, say`To fix`, ...(shownFile ? [say`File`] : [])].map(
      says,
    ),
    rows: unranked.slice(0, mostRows).map((each) => {
      const { program, appraisal } = each.of;
      const { uri } = program.file;
      return [
        { text: clean(program.name), ...(addressOf ? { uri: addressOf(uri) } : {}) },
        { text: program.status },
        { text: says(unrankedWords(each)) },
        { text: appraisal.value.kind === "value" ? says(netWords(appraisal.value)) : "" },
        { text: says(leftToFixWords(each)) },
        ...(shownFile ? [{ text: shownFile(uri) }] : []),
      ];
    }),
  };
}
