import type { GoalPriorities, Priorities, Ranking } from "../../appraisal/priorities.ts";
import {
  certaintyWords,
  chanceWords,
  goalHeading,
  goalLine,
  HOW_RANKED,
  leftToFixWords,
  netWords,
  overviewLines,
  rangeWords,
  rankingNotes,
  readinessWords,
  reasonWords,
  unrankedWords,
} from "../../appraisal/priority-words.ts";
import { type Message, say } from "../../base/message.ts";
import { visible } from "../terminal/display.ts";
import type { Paint } from "../terminal/paint.ts";
import { plainText } from "./forecast-report.ts";

/** For people at a terminal: what to build first, goal by goal, each rank with its reason. */
export function portfolioPretty(priorities: Priorities, paint: Paint, shown: (uri: string) => string): string {
  const blocks = [
    overviewLines(priorities).map(text).join("\n"),
    ...priorities.goals.map((goal) => goalText(goal, paint, shown)),
    [paint.bold(`${text(say`How it is ranked`)}:`), ...HOW_RANKED.map((each) => `  - ${text(each)}`)].join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function goalText(goal: GoalPriorities, paint: Paint, shown: (uri: string) => string): string {
  const { rankings, unranked } = goal;
  const line = goalLine(goal);
  return [
    `${paint.underline(text(goalHeading(goal)))}${line ? `\n${paint.dim(text(line))}` : ""}`,
    ...rankings.map((ranking) => rankingText(ranking, rankings.length - 1, paint, shown)),
    unranked.length === 0
      ? ""
      : [
          `  ${paint.bold(`${text(say`Not ranked`)}:`)}`,
          ...unranked.map((each) => {
            const { program } = each.of;
            return `  - ${visible(program.name)} ${paint.dim(`(${program.status}, ${shown(program.file.uri)})`)}: ${text(say`${unrankedWords(each)}; to fix: ${leftToFixWords(each)}`)}`;
          }),
        ].join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function rankingText(ranking: Ranking, others: number, paint: Paint, shown: (uri: string) => string): string {
  const lines = ranking.programs.flatMap(({ of, rank }, index) => {
    const { program, value, appraisal } = of;
    return [
      `  ${paint.bold(`${rank}. ${visible(program.name)}`)} ${paint.dim(`(${program.status}, ${shown(program.file.uri)})`)}`,
      `     ${text(say`net ${netWords(value)} (${rangeWords(value)}), pays back: ${chanceWords(value)}`)}`,
      `     ${text(say`certainty ${certaintyWords(appraisal.certainty)}`)}`,
      `     ${text(say`to fix: ${readinessWords(appraisal.toFix)}`)}`,
      `     ${paint.dim(text(say`why here: ${reasonWords(ranking.programs, index)}`))}`,
    ];
  });
  return [lines.join("\n"), ...rankingNotes(ranking, others).map((note) => `  ${text(note)}`)].join("\n");
}

function text(message: Message): string {
  return visible(plainText(message));
}
