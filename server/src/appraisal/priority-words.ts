import { code, type Message, say } from "../base/message.ts";
import { fileName } from "../workspace/uri.ts";
import type { CertaintyCheck } from "./certainty.ts";
import { money } from "./forecast-figure.ts";
import { listed, percent } from "./forecast-words.ts";
import type { GoalPriorities, PlacedProgram, Priorities, RankedProgram, Ranking } from "./priorities.ts";
import type { ProgramValue } from "./program-value.ts";
import { type Ranked, valueStep } from "./rank-programs.ts";

/** How ranks come about; said with every ranking. */
export const HOW_RANKED: readonly Message[] = [
  say`Ranked are programs that are still to be built (${code("draft")}, ${code("planned")}), within their goal and currency: first by the step of their value, then by certainty, then by what is left to fix, then by net.`,
  say`Value is the forecast net benefit at P50, in steps of 1, 2, 5, 10 …: within a step forecasts are too alike to be told apart by their amount.`,
  say`Certainty is how many of four questions hold: it pays back even at P10; expected change and contribution are stated; the plan can see the target; it is compared with a group assigned by lot or matched.`,
  say`To fix is the number of errors that stand between the program and being ${code("planned")}. None means ready.`,
  say`A rank is a starting point for the talk between learning, business and finance, no decision.`,
];

/** Heading of the programs of a goal. */
export function goalHeading({ goal }: GoalPriorities): Message {
  if (!goal) return say`Without a goal that a catalog defines`;
  return say`${goal.goal.statement?.value ?? goal.goal.id}`;
}

/** `Priority 1, owner luis-ortega`. */
export function goalLine({ goal, rankings, unranked }: GoalPriorities): Message | undefined {
  // An exempt program serves no goal, and needs none.
  if (!goal && rankings.length === 0 && unranked.every(({ why }) => why === "exempt")) return undefined;
  if (!goal)
    return say`Name the goal under ${code("need")} of each program, so that it can be weighed against the others.`;
  const { priority, owner } = goal.goal;
  const rank = priority ? say`Priority ${priority.value}` : say`No priority`;
  return owner ? say`${rank}, owner ${code(owner.value)}.` : say`${rank}.`;
}

/** `USD 127,000`, with how it was taken where it is no P50. */
export function netWords({ net, range, currency }: ProgramValue): Message {
  return range ? money(net, currency) : say`${money(net, currency)} (at likely values)`;
}

/** `USD 25,000 … USD 240,000`. */
export function rangeWords({ range, currency }: ProgramValue): Message {
  return range ? say`${money(range.p10, currency)} … ${money(range.p90, currency)}` : say`no range`;
}

export function chanceWords({ chanceOfPayback }: ProgramValue): Message {
  return chanceOfPayback === undefined ? say`not known` : say`${percent(chanceOfPayback)}`;
}

/** `3 of 4: nobody who is not trained is compared with`. */
export function certaintyWords(checks: readonly CertaintyCheck[]): Message {
  const failing = checks.filter(({ holds }) => !holds).map(({ because }) => because);
  const count = say`${checks.length - failing.length} of ${checks.length}`;
  return failing.length === 0 ? count : say`${count}: ${semicolons(failing)}`;
}

/** What is left to fix of a program without a rank; what is built is no longer to be made ready. */
export function leftToFixWords({ why, of }: GoalPriorities["unranked"][number]): Message {
  const { toFix } = of.appraisal;
  return why === "built" && toFix === 0 ? say`nothing` : readinessWords(toFix);
}

/** `ready`, `1 error`, `5 errors`. */
export function readinessWords(toFix: number): Message {
  if (toFix === 0) return say`ready`;
  return toFix === 1 ? say`1 error` : say`${toFix} errors`;
}

/** Why a program stands where it stands, against the one above it; of the first against the one below. */
export function reasonWords(programs: Ranking["programs"], index: number): Message {
  const own = programs[index];
  const other = programs[index === 0 ? 1 : index - 1];
  if (!own || !other) return say`the only one in this ranking`;
  const [first, second] = [own.of, other.of];
  switch (own.by) {
    case "value":
      return index === 0
        ? say`highest value: ${stepWords(first.value)}`
        : say`lower value: ${stepWords(first.value)} against ${stepWords(second.value)}`;
    case "certainty": {
      const counts = say`${held(first)} of 4 against ${held(second)}`;
      return index === 0
        ? say`as valuable as the next (${stepWords(first.value)}), more certain: ${counts}`
        : say`as valuable as the one above (${stepWords(first.value)}), less certain: ${counts}`;
    }
    case "readiness": {
      const counts = say`${readinessWords(first.appraisal.toFix)} against ${readinessWords(second.appraisal.toFix)}`;
      return index === 0
        ? say`as valuable and certain as the next, nearer to ready: ${counts}`
        : say`as valuable and certain as the one above, further from ready: ${counts}`;
    }
    case "net":
      return index === 0
        ? say`as valuable, certain and ready as the next, a little more net`
        : say`as valuable, certain and ready as the one above, a little less net`;
    case "none":
      return index === 0 ? say`level with the next` : say`level with the one above`;
  }
}

/** `USD 100,000 to 200,000`. */
function stepWords({ net, currency }: ProgramValue): Message {
  const step = valueStep(net);
  return step ? say`${money(step.from, currency)} to ${step.to}` : say`no net gain at P50`;
}

function held({ appraisal }: RankedProgram): number {
  return appraisal.certainty.filter(({ holds }) => holds).length;
}

/** What has to be said with a ranking: its sum, what is claimed twice, what cannot be compared. */
export function rankingNotes(ranking: Ranking, others: number): Message[] {
  const { programs, currency, total, twice, frames } = ranking;
  const notes: Message[] = [];
  if (programs.length > 1) {
    const sum = say`Together ${money(total, currency)} net on average. This adds up means, because values at P50 cannot be added`;
    notes.push(
      twice > 0
        ? say`${sum}; about ${money(twice, currency)} of it is claimed by more than one program, which leaves ${money(total - twice, currency)}.`
        : say`${sum}, and takes the programs as independent of each other.`,
    );
  }
  const shared = new Set(programs.flatMap(({ of }) => of.overclaims));
  for (const { metric, claims, peak } of shared) {
    const names = [...new Set(claims.map(({ of }) => of.name))];
    const who = names.length > 4 ? say`${names.length} programs` : allOf(names);
    notes.push(
      say`${who} together claim ${Math.round(peak * 100)} % of the change of ${code(metric.slice(metric.lastIndexOf("#") + 1))} at the same time and for the same role. Agree on shares before you choose: what one earns the other cannot earn again.`,
    );
  }
  if (frames.length > 1) {
    const kinds = frames.map(
      ({ frame, count }) => say`${frame} (${count === 1 ? say`1 program` : say`${count} programs`})`,
    );
    notes.push(say`These values are not of one kind: ${semicolons(kinds)}. Compare them with care.`);
  } else if (frames[0]) notes.push(say`All values: ${frames[0].frame}.`);
  if (others > 0)
    notes.push(
      say`Values in other currencies of this goal are ranked by themselves: nothing here says what one currency is worth in another.`,
    );
  return notes;
}

/** Why a program has no rank. */
export function unrankedWords({ why, because }: GoalPriorities["unranked"][number]): Message {
  switch (why) {
    case "built":
      return say`already built: ${because}`;
    case "exempt":
      return say`${because}: it is built because it has to be, not for its value`;
    case "not-estimable":
      return say`not estimable because ${because}`;
  }
}

/** Other goals that a program supports. */
export function alsoWords({ alsoFor }: PlacedProgram): Message | undefined {
  return alsoFor.length === 0
    ? undefined
    : say`also supports ${listed(alsoFor.map((id) => say`${code(id)}`))}, and counts here alone`;
}

/** How many programs there are of each kind, and what was left out. */
export function overviewLines({ goals, unserved, retired, unreadable }: Priorities): Message[] {
  const unranked = goals.flatMap((goal) => goal.unranked);
  const count = (why: (typeof unranked)[number]["why"]) => unranked.filter((each) => each.why === why).length;
  const ranked = goals.flatMap(({ rankings }) => rankings.flatMap(({ programs }) => programs)).length;
  const lines: Message[] = [
    say`${programsWords(ranked)} ranked, ${count("not-estimable")} without a value, ${count("exempt")} exempt, ${count("built")} already built, ${retired} retired.`,
  ];
  if (unserved.length > 0)
    lines.push(say`No program serves ${listed(unserved.map(({ goal }) => say`${code(goal.id)}`))}.`);
  const [first = ""] = unreadable;
  if (unreadable.length === 1)
    lines.push(say`${code(fileName(first))} cannot be read as a program or a catalog, and is not ranked.`);
  else if (unreadable.length > 1)
    lines.push(
      say`${unreadable.length} files cannot be read as a program or a catalog and are not ranked, ${code(fileName(first))} among them.`,
    );
  return lines;
}

/** `A`, `B` and `C`. */
function allOf(names: readonly string[]): Message {
  const shown = names.map(code);
  return say`${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}

function programsWords(count: number): Message {
  return count === 1 ? say`1 program` : say`${count} programs`;
}

function semicolons(parts: readonly Message[]): Message {
  return { key: parts.map((_, index) => `{${index}}`).join("; "), values: parts };
}

/** What is first in each goal, in the order of the goals. */
export function firstLines({ goals }: Priorities): Message[] {
  return goals.flatMap((goal) =>
    goal.rankings.flatMap(({ programs }) => {
      const first: Ranked<RankedProgram> | undefined = programs[0];
      if (!first) return [];
      const { program, value, appraisal } = first.of;
      return [
        say`${goalHeading(goal)}: first ${code(program.name)}, net ${netWords(value)}, certainty ${held(first.of)} of 4, ${appraisal.toFix === 0 ? say`ready` : say`${readinessWords(appraisal.toFix)} to fix`}.`,
      ];
    }),
  );
}
