import { formatDay } from "../base/date.ts";
import { code, type Message, type MessageValue, say } from "../base/message.ts";
import { names } from "../workspace/chain.ts";
import type { Context } from "../workspace/context.ts";
import type { MetricView } from "../workspace/metric-view.ts";
import type { Target } from "../workspace/resolve.ts";
import type { SymbolKind } from "../workspace/symbols.ts";
import { fileName } from "../workspace/uri.ts";
import { baselineWords, unitOfBehavior } from "./hover-numbers.ts";
import { directionWords, guardrailWords } from "./library-words.ts";
import { changeInWords, limitWords } from "./measure-words.ts";
import { timeWords } from "./symbol-words.ts";
import { dayWords, ids, joined, paragraphs, plain } from "./words.ts";

/** Everything that a person may want to know of what a name stands for, without leaving the place it is named at. */
export function aboutSymbol(context: Context, { file, symbol }: Target): Message {
  const home = file === context.file ? context : context.snapshot.context(file.uri);
  const where = file === context.file ? undefined : say`Defined in ${code(fileName(file.uri))}.`;
  return paragraphs([...(home ? ABOUT[symbol.kind](home, symbol.name) : [code(symbol.name)]), where]);
}

type Parts = readonly (MessageValue | undefined)[];

/** How each kind is told; the context is that of the document which defines it. */
const ABOUT: Readonly<Record<SymbolKind, (home: Context, id: string) => Parts>> = {
  metric: (home, id) => aboutMetric(home, id, home.metrics.get(id)),
  definition: (home, id) => aboutMetric(home, id, home.metrics.get(id)),
  behavior: (home, id) => {
    const behavior = home.behaviors.get(id);
    const unit = unitOfBehavior(home, id);
    const { chain } = home;
    return [
      heading(id, say`behavior`),
      text(behavior?.does?.value),
      change(behavior?.baseline, behavior?.target, unit),
      facts([
        line(say`Moves`, names(behavior?.moves)),
        line(
          say`Enabled by`,
          chain.enabling(id).map((each) => each.id),
        ),
        measuredAt(home, id),
        decidedIn(home, id),
      ]),
    ];
  },
  objective: (home, id) => {
    const objective = home.objectives.get(id);
    const { chain } = home;
    return [
      heading(id, say`objective`),
      facts([
        objective?.given && say`Given: ${plain(objective.given.value)}`,
        objective?.can && say`Can: ${plain(objective.can.value)}`,
        objective?.to && say`To: ${plain(objective.to.value)}`,
        objective?.level && say`Level: ${objective.level.value}`,
      ]),
      facts([
        line(say`Enables`, names(objective?.enables)),
        line(say`Requires`, names(objective?.requires)),
        line(
          say`Practiced in`,
          chain.practicing(id).map((each) => each.id),
        ),
        line(
          say`Assessed by`,
          chain.assessing(id).map((each) => each.id),
        ),
      ]),
    ];
  },
  activity: (home, id) => {
    const activity = home.activities.get(id);
    return [
      heading(id, say`activity`),
      text(activity?.title?.value),
      facts([activity?.hours && say`${activity.hours.value} hours`, line(say`Practices`, names(activity?.practices))]),
    ];
  },
  assessment: (home, id) => {
    const assessment = home.assessments.get(id);
    return [
      heading(id, say`assessment`),
      facts([
        assessment?.type && say`Type: ${assessment.type.value}`,
        when(home, assessment?.when),
        line(say`Assesses`, names(assessment?.assesses)),
      ]),
    ];
  },
  audience: (home, id) => {
    const audience = home.audience.get(id);
    return [
      heading(id, say`audience`),
      text(audience?.role?.value),
      audience?.size && say`${audience.size.value} people`,
    ];
  },
  decision: (home, id) => {
    const decision = home.decisions.get(id);
    return [heading(id, say`decision`), text(decision?.then?.value), owner(decision?.owner?.value)];
  },
  point: (home, id) => {
    const point = home.points.get(id);
    return [
      heading(id, say`measurement point`),
      facts([
        point?.phase && say`Phase: ${point.phase.value}`,
        when(home, point?.when),
        line(say`Measures`, names(point?.measures)),
        point?.how && say`How: ${plain(point.how.value)}`,
        point?.who && say`Who: ${code(point.who.value)}`,
      ]),
    ];
  },
  person: (home, id) => {
    const person = home.people.get(id);
    return [heading(id, say`person`), joined([text(person?.name?.value), text(person?.role?.value)], ", ")];
  },
  goal: (home, id) => {
    const goal = home.goals.get(id);
    return [heading(id, say`goal`), text(goal?.statement?.value), owner(goal?.owner?.value)];
  },
  rate: (home, id) => {
    const rate = home.rates.get(id);
    return [heading(id, say`rate`), rate && say`${rate.value} per hour`];
  },
};

function aboutMetric(home: Context, id: string, view: MetricView | undefined): Parts {
  if (!view) return [heading(id, say`metric`)];
  const { metric, source } = view;
  const unit = view.unit?.value;
  const limit = metric.limit && limitWords(metric.limit, unit);
  const system = [source?.system?.value, source?.report?.value, source?.refreshed?.value];
  return [
    metric.role ? heading(id, say`${metric.role.value} metric`) : heading(id, say`metric`),
    joined([text(view.name?.value), text(view.definition?.value)], ": "),
    joined([unit && say`Unit: ${unit}`, view.direction && directionWords(view.direction.value)], ", "),
    change(metric.baseline, metric.target, unit),
    limit && say`Limit: ${limit}.`,
    facts([
      period(metric.baseline),
      owner(view.owner?.value),
      system.some((part) => part !== undefined) ? say`Source: ${joined(system.map(text), ", ")}` : undefined,
      line(say`Moved by`, home.program ? home.chain.moving(id).map((each) => each.id) : []),
      home.program ? measuredAt(home, id) : undefined,
      home.program ? decidedIn(home, id) : undefined,
    ]),
    definedBy(view),
    view.library && guardrailWords(view.library),
  ];
}

/** Where the definition comes from that the metric does not have itself. */
function definedBy({ metric, used, library }: MetricView): Message | undefined {
  const { use } = metric;
  if (!use) return undefined;
  if (used) return say`Defined by ${code(use.value)} in ${code(fileName(used.key.block.uri))}.`;
  return library && say`Defined by ${code(use.value)} in the metric library.`;
}

function period(baseline: MetricView["metric"]["baseline"]): Message | undefined {
  if (!baseline?.from || !baseline.to) return undefined;
  const days = say`${formatDay(baseline.from.value)} to ${formatDay(baseline.to.value)}`;
  return baseline.n ? say`Baseline period: ${days}, a sample of ${baseline.n.value}` : say`Baseline period: ${days}`;
}

function heading(id: string, what: Message): Message {
  return say`**${code(id)}** (${what})`;
}

function text(written: string | undefined): string | undefined {
  return written === undefined ? undefined : plain(written);
}

function change(...[baseline, target, unit]: Parameters<typeof changeInWords>): Message | undefined {
  const now = baselineWords(baseline, unit);
  return changeInWords(baseline, target, unit) ?? (now && say`Now: ${now}`);
}

function owner(id: string | undefined): Message | undefined {
  return id === undefined ? undefined : say`Owner: ${code(id)}`;
}

function line(title: Message, found: readonly string[]): Message | undefined {
  return found.length === 0 ? undefined : say`${title}: ${ids(found)}`;
}

/** Lines of a list, one for each fact that is known. */
function facts(lines: readonly (Message | undefined)[]): Message | undefined {
  const known = lines.filter((each) => each !== undefined).map((each) => say`- ${each}`);
  return known.length === 0 ? undefined : joined(known, "\n");
}

function measuredAt(home: Context, id: string): Message | undefined {
  return line(
    say`Measured at`,
    home.chain.measuring(id).map((point) => point.id),
  );
}

function decidedIn(home: Context, id: string): Message | undefined {
  return line(
    say`Decided on in`,
    home.chain.deciding(id).map((decision) => decision.id),
  );
}

function when(home: Context, time: Parameters<Context["dayOf"]>[0]): Message | undefined {
  const written = timeWords(time?.value);
  if (written === undefined) return undefined;
  const day = home.dayOf(time);
  return day === undefined ? say`When: ${written}` : say`When: ${written} (${dayWords(day)})`;
}
