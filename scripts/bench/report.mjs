import { numeral } from "./goals.mjs";
import { median } from "./statistics.mjs";

const MARKS = { holds: "holds", missed: "**missed**", refused: "**refused**", "not measured": "not measured" };

/** The goals of a run as a Markdown table. */
export function goalTable(judged) {
  return table(
    ["work", "goal", "this run", "ours", "other", ""],
    judged.map(({ goal, state, figure, ours, other, reason }) => [
      goal.work,
      wanted(goal),
      figure === undefined ? "" : shownFigure(goal, figure),
      ours === undefined ? "" : withUnit(ours, goal.unit),
      other === undefined ? "" : withUnit(other, goal.unit),
      reason === undefined ? MARKS[state] : `${MARKS[state]}: ${reason}`,
    ]),
  );
}

/** All medians of a run: one line for each piece of work, one column for each tool. */
export function medianTable(samples) {
  const names = [...samples.numbers.keys()].map((name) => {
    const [tool, ...work] = name.split("/");
    return { tool, work: work.join(" "), numbers: samples.numbers.get(name) };
  });
  const tools = [...new Set(names.map(({ tool }) => tool))];
  const works = [...new Set(names.map(({ work }) => work))];
  const cell = (tool, work) => {
    const found = names.find((each) => each.tool === tool && each.work === work);
    return found ? `${shownNumber(median(found.numbers))} (${found.numbers.length})` : "";
  };
  return table(
    ["median (samples), ms; memory in MB", ...tools],
    works.map((work) => [work, ...tools.map((tool) => cell(tool, work))]),
  );
}

function wanted(goal) {
  if (goal.kind === "faster") return `÷ ${goal.least}`;
  if (goal.kind === "growth") return `exponent ≤ ${goal.most}`;
  return goal.floor ? `≤ ${goal.most} ×` : `≤ ${withUnit(goal.most, goal.unit)}`;
}

function shownFigure(goal, figure) {
  if (goal.kind === "faster") return `÷ ${shownNumber(figure)}`;
  if (goal.kind === "growth") return figure.toFixed(2);
  return goal.floor ? `${figure.toFixed(2)} ×` : withUnit(figure, goal.unit);
}

function withUnit(number, unit) {
  return unit === "ms" && number >= 10_000 ? `${shownNumber(number / 1000)} s` : `${shownNumber(number)} ${unit}`;
}

function shownNumber(number) {
  if (number >= 100) return numeral(Math.round(number));
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
