import { entryId } from "../base/entry-id.ts";
import { type LibraryMetric, libraryMetric } from "../library/metric-library.ts";
import { asScalar } from "../syntax/quote.ts";
import type { DraftAnswers } from "./draft-answers.ts";
import type { DraftLine } from "./draft-lines.ts";
import type { DraftMetric } from "./draft-metric.ts";
import type { DraftScene } from "./draft-surroundings.ts";
import type { DraftTemplate } from "./draft-templates.ts";

/** What the sections of a draft are written from. */
interface Argument {
  readonly answers: DraftAnswers;
  readonly template: DraftTemplate | undefined;
  readonly metric: DraftMetric | undefined;
  readonly owner: string | undefined;
  readonly scene: DraftScene;
}

/** The sections from the need to the decisions. Ids lead from each step to the one before it. */
export function draftArgument(from: Argument): readonly DraftLine[] {
  const exempt = from.template?.exempt !== undefined;
  return [
    ...(exempt ? exemption(from) : need(from)),
    ...audience(from),
    ...(exempt ? [] : metrics(from)),
    ...behaviors(from),
    ...learning(from),
    ...measurement(from),
    ...(exempt ? [] : later()),
  ];
}

function exemption({ answers, template }: Argument): readonly DraftLine[] {
  return [
    {
      note: "A program that has no business outcome says so. It needs no metrics and no money, and may claim neither.",
    },
    { key: "need" },
    { in: 1, key: "exempt", value: asScalar(template?.exempt ?? "", false) },
    { in: 1, key: "reason", first: true, note: "which law or policy demands it, and of whom" },
    ...(answers.problem === undefined ? [] : [{ in: 1, key: "problem", value: asScalar(answers.problem, false) }]),
    {},
  ];
}

function need({ answers, metric, scene }: Argument): readonly DraftLine[] {
  const goals = scene.catalogs.flatMap(({ catalog }) => [...(catalog.goals?.entries.keys() ?? [])]);
  const choices = goals.length > 0 ? `one of: ${goals.slice(0, 6).join(", ")}` : "the id of a goal in a catalog";
  return [
    { note: 'What is off in the business? Not "people need a course": that would be a solution.' },
    { key: "need" },
    {
      in: 1,
      key: "problem",
      value: answers.problem === undefined ? undefined : asScalar(answers.problem, false),
      first: true,
      note: answers.problem === undefined ? "one sentence, with a number" : undefined,
    },
    {
      in: 1,
      key: "goal",
      value: metric?.goal,
      note: metric?.goal === undefined ? choices : "what the metric supports",
    },
    { in: 1, key: "cost-of-gap", note: "what the problem costs in a year" },
    {
      in: 1,
      note: "Why is it so? Training answers only missing knowledge or skill; every other cause needs an action.",
    },
    { in: 1, key: "causes" },
    {
      in: 2,
      item: true,
      key: "type",
      note: "knowledge, skill, information, tools, incentives, motivation, capacity, process",
    },
    { in: 3, key: "finding", first: true, note: "what people do, or what they lack" },
    { in: 3, key: "evidence", note: "what was looked at, how many, when" },
    {},
  ];
}

function audience({ template }: Argument): readonly DraftLine[] {
  return [
    { note: "Who is trained: the people whose work touches the problem." },
    { key: "audience" },
    { in: 1, key: audienceId(template) },
    {
      in: 2,
      key: "role",
      value: template && asScalar(template.audience.role, false),
      note: "the job, in your own words",
    },
    { in: 2, key: "size", note: "how many are trained" },
    { in: 2, key: "starts-using-it", note: "within 7 days: what is not used soon is forgotten" },
    {},
  ];
}

function metrics({ metric }: Argument): readonly DraftLine[] {
  const about = { note: "The number that shows the problem. The program is judged by the primary one." };
  if (!metric) return [about, { key: "metrics" }, {}];
  const guardrail = guardrailOf(metric);
  return [
    about,
    { key: "metrics" },
    { in: 1, key: metric.id, note: nameNote(metric) },
    ...definition(metric),
    { in: 2, key: "role", value: "primary" },
    { in: 2, key: "baseline", note: "{ value: , n: , from: , to: }, measured before anyone is trained" },
    { in: 2, key: "target", note: "{ value: , by: , basis: }" },
    ...(metric.has.source ? [] : [{ in: 2, key: "source", note: "{ system: , report: , refreshed: }" }]),
    ...(metric.has.owner ? [] : [{ in: 2, key: "owner", note: "who reports this number" }]),
    ...(guardrail
      ? [
          { in: 1, note: "What must not get worse while the number above gets better." },
          { in: 1, key: guardrail.id, note: nameNote(guardrail) },
          { in: 2, key: "use", value: `library/${guardrail.id}` },
          { in: 2, key: "role", value: "guardrail" },
          { in: 2, key: "baseline" },
          { in: 2, key: "limit", note: `{ ${guardrail.direction === "lower" ? "at-most" : "at-least"}: , then: }` },
        ]
      : []),
    {},
  ];
}

function definition({ use, name }: DraftMetric): readonly DraftLine[] {
  if (use !== undefined) return [{ in: 2, key: "use", value: use }];
  return [
    { in: 2, key: "name", value: asScalar(name, false) },
    { in: 2, key: "definition", note: "what is counted / what it is counted of" },
    { in: 2, key: "kind", note: "proportion (a share), mean (an average) or rate (events per …)" },
    { in: 2, key: "unit", note: '"%", s, days, per 1000 calls …' },
    { in: 2, key: "direction", note: "higher, lower or hold: which way is better" },
  ];
}

/** The name, where the id does not say it already. */
function nameNote({ id, name }: { readonly id: string; readonly name: string }): string | undefined {
  return entryId(name, "") === id ? undefined : name;
}

/** What usually pays when the metric gets better. */
function guardrailOf({ id, library }: DraftMetric): LibraryMetric | undefined {
  if (!library?.gameable) return undefined;
  return library.guardrails.map(libraryMetric).find((each) => each && each.id !== id);
}

function behaviors({ template, metric, owner }: Argument): readonly DraftLine[] {
  const behavior = template?.behavior;
  const text = (words: string | undefined, inFlow = false) =>
    words === undefined ? undefined : asScalar(words, inFlow);
  const suggestion = behavior ? " A suggestion: what do your best people do?" : "";
  return [
    { note: `What people will do differently at work, so that others can see and count it.${suggestion}` },
    { key: "behaviors" },
    { in: 1, key: behaviorId(template) },
    {
      in: 2,
      key: "does",
      value: text(behavior?.does),
      note: behavior ? undefined : "begins with a verb: asks, checks, writes down …",
    },
    { in: 2, key: "audience", value: audienceId(template) },
    ...(metric ? [{ in: 2, key: "moves", value: `[${metric.id}]` }] : []),
    { in: 2, key: "how-often", value: text(behavior?.often) },
    {
      in: 2,
      key: "confirmed-by",
      value: behavior && `{ who: ${text(behavior.who, true)}, how: ${text(behavior.how, true)} }`,
      note: behavior ? undefined : "{ who: , how: , sample: }",
    },
    { in: 2, key: "baseline", note: '{ value: , unit: "%", n: , from: , to: }: how often people do it today' },
    { in: 2, key: "target", note: "{ value: , by: }" },
    ...(behavior
      ? [
          { in: 2, key: "drivers", note: "what keeps it alive after the training" },
          { in: 3, item: true, key: "type", value: "reinforce" },
          { in: 4, key: "what", value: text(behavior.driver) },
          { in: 4, key: "owner", value: owner },
          { in: 4, key: "starts", value: "launch" },
        ]
      : [
          {
            in: 2,
            key: "drivers",
            note: "what keeps it alive after the training: who monitors, reinforces, encourages, rewards",
          },
        ]),
    {},
  ];
}

function learning({ template }: Argument): readonly DraftLine[] {
  const { objective, activity, assessment } = template ?? {};
  const objectiveId = objective?.id ?? "first-objective";
  const text = (words: string | undefined) => (words === undefined ? undefined : asScalar(words, false));
  return [
    { note: "What people must be able to do for that: the situation, the performance, the standard." },
    { key: "objectives" },
    { in: 1, key: objectiveId },
    {
      in: 2,
      key: "given",
      value: text(objective?.given),
      note: objective ? undefined : "the situation, close to the job",
    },
    {
      in: 2,
      key: "can",
      value: text(objective?.can),
      note: objective ? undefined : "a verb that can be seen, and what it acts on",
    },
    { in: 2, key: "to", note: "how well is good enough for the job" },
    { in: 2, key: "level", value: objective?.level ?? "apply" },
    { in: 2, key: "enables", value: `[${behaviorId(template)}]` },
    {},
    { key: "activities", note: "how people practice it" },
    { in: 1, key: activity?.id ?? "first-practice" },
    { in: 2, key: "title", value: text(activity?.title) },
    { in: 2, key: "practices", value: `[${objectiveId}]` },
    { in: 2, key: "hours" },
    { in: 2, key: "format", value: text(activity?.format) },
    {},
    { key: "assessments", note: "how we find out that they can do it" },
    { in: 1, key: assessment?.id ?? "first-check" },
    { in: 2, key: "assesses", value: `[${objectiveId}]` },
    {
      in: 2,
      key: "type",
      value: assessment?.type,
      note: assessment ? undefined : "simulation, observation, work-sample, scenario, quiz or survey",
    },
    { in: 2, key: "when", value: "launch + 14 days", note: "not on the day itself: what counts is what stays" },
    { in: 2, key: "pass", note: '{ at-least: , unit: "%", basis: }' },
    {},
  ];
}

function measurement({ template, metric }: Argument): readonly DraftLine[] {
  const behavior = behaviorId(template);
  const guardrail = metric && guardrailOf(metric);
  const all = [metric?.id, guardrail?.id, behavior].filter((id) => id !== undefined).join(", ");
  const point = (key: string, phase: string, when: string, measures: string): DraftLine => ({
    in: 2,
    key,
    value: `{ phase: ${phase}, when: ${when}, measures: [${measures}] }`,
  });
  return [
    {
      note: "How we will know: agreed before launch, because afterward there is no baseline and no comparison to be had.",
    },
    { key: "measurement" },
    {
      in: 1,
      key: "design",
      value: template?.design,
      note: template
        ? "check that it fits: what else could have moved the number?"
        : "control-group, staggered-rollout, before-after, trend-line or estimate",
    },
    { in: 1, key: "points", note: "who measures, and how, is still to be added: who: , how:" },
    point("before-launch", "before", "launch - 14 days", all),
    point("week-6", "during", "launch + 42 days", behavior),
    point("month-3", "after", "launch + 90 days", all),
    point("month-9", "after", "launch + 270 days", all),
  ];
}

function later(): readonly DraftLine[] {
  return [
    {},
    { note: "Later, before this is planned: what it is worth and costs, and what will be decided." },
    { note: "Type `money` or `decisions` on a line of its own and choose the suggestion to fill in." },
  ];
}

function audienceId(template: DraftTemplate | undefined): string {
  return template?.audience.id ?? "people-concerned";
}

function behaviorId(template: DraftTemplate | undefined): string {
  return template?.behavior.id ?? "first-behavior";
}
