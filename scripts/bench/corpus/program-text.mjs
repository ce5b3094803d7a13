import { randomFrom } from "./random.mjs";
import { THEMES } from "./themes.mjs";

/** Everyone who answers for something in these corpora. */
export const PEOPLE = [
  "  dana-cho: { name: Dana Cho, role: learning }",
  "  luis-ortega: { name: Luis Ortega, role: business }",
  "  priya-nair: { name: Priya Nair, role: finance }",
];

/** What one unit of any metric is worth. */
const AMOUNT = 180;

/** What one unit of a metric is worth, for a program or a catalog. */
export function value({ per }) {
  return [
    `    value: { amount: ${AMOUNT}, per: ${per}, basis: margin, source: FP&A 2026, approved: { by: priya-nair, on: "2026-10-02" } }`,
  ];
}

/** Lines that every program has, and that one more strand (metric to decision) adds. */
const FRAME_LINES = 68;
const STRAND_LINES = 53;
const SMALL = 120;

/**
 * A program of exactly that many lines (60 at least) in which everything is in place. It is made of strands: a metric,
 * the behavior that moves it, its objective, activity, assessment and measurement. `catalog`: takes people and metrics
 * from there (those of `area`) and not from itself.
 */
export function programText(seed, lines, { id = `program-${seed}`, catalog, area = 1 } = {}) {
  const random = randomFrom(seed);
  const compact = lines < SMALL;
  const count = compact ? 1 : Math.max(1, Math.floor((lines - FRAME_LINES) / STRAND_LINES));
  const strands = Array.from({ length: count }, (_, index) =>
    strandOf(random, index, { id, area, compact, volume: 96000 * count }),
  );
  const text = [
    ...head(id, strands[0], catalog, compact),
    ...section("audience", strands, audience, compact),
    ...section("metrics", strands, catalog ? usedMetric : metric, compact),
    ...section("behaviors", strands, behavior, false),
    ...section("objectives", strands, objective, compact),
    ...section("activities", strands, activity, compact),
    ...section("assessments", strands, assessment, compact),
    ...measurement(strands, compact),
    ...(compact ? [] : money(strands)),
    ...section("decisions", strands, decision, compact),
  ];
  const kept = compact ? text.filter((line) => line !== "") : text;
  if (kept.length > lines) throw new Error(`A program of ${lines} lines cannot be made; the least is ${kept.length}.`);
  const notes = Array.from(
    { length: lines - kept.length },
    (_, index) => `# Note ${index + 1}: reviewed with the team.`,
  );
  return `${[...notes.slice(0, 2), ...kept, ...notes.slice(2)].join("\n")}\n`;
}

function strandOf(random, index, { id, area, compact, volume }) {
  const theme = random.pick(THEMES);
  const { from, spread, step } = theme.range;
  const start = from + random.between(0, spread * 10) / 10;
  const better = theme.better === "higher" ? 1 : -1;
  const at = (steps) => Number((start + better * step * steps).toFixed(1));
  return {
    theme,
    area,
    compact,
    volume,
    number: index + 1,
    metric: `${theme.id}-${index + 1}`,
    behavior: `habit-${index + 1}`,
    objective: `skill-${index + 1}`,
    audience: `team-${index + 1}`,
    role: index === 0 ? "primary" : "secondary",
    baseline: at(0),
    target: at(1),
    best: at(1.5),
    costOfGap: Math.round(1.5 * step * theme.worth * volume * AMOUNT),
    sample: 100 * random.between(300, 600),
    share: random.between(20, 40),
    group: `${theme.role} of ${id}`,
    size: 10 * random.between(10, 40),
  };
}

function section(name, strands, write, compact) {
  return ["", `${name}:`, ...strands.flatMap((strand) => (compact ? onOneLine(write(strand)) : write(strand)))];
}

/** An entry written as `id: { … }`. */
function onOneLine([first, ...rest]) {
  return rest.length === 0 ? [first] : [`${first} { ${rest.map((line) => line.trim()).join(", ")} }`];
}

function head(id, { theme, costOfGap }, catalog, compact) {
  return [
    "version: 1",
    "kind: program",
    `id: ${id}`,
    "title: Better at the work that counts",
    "status: planned",
    `tier: ${compact ? "tactical" : "strategic"}`,
    'launch: "2027-02-01"',
    ...(catalog ? [`catalogs: [${catalog}]`] : ["people:", ...PEOPLE]),
    ...(compact
      ? ["owners: { learning: dana-cho, business: luis-ortega, finance: priya-nair }"]
      : ["", "owners:", "  learning: dana-cho", "  business: luis-ortega", "  finance: priya-nair"]),
    "",
    "need:",
    `  problem: ${theme.problem}`,
    ...(catalog ? ["  goal: grow-recurring-revenue"] : []),
    `  cost-of-gap: ${costOfGap}`,
    "  causes:",
    "    - type: skill",
    "      finding: People have never been shown what the best do differently.",
    "      evidence: 120 pieces of work, scored in September 2026",
  ];
}

function audience({ audience, group, size }) {
  return [`  ${audience}: { role: ${group}, size: ${size}, starts-using-it: within 7 days }`];
}

/** What a metric is, for a program or a catalog. */
export function definition(theme, group = "") {
  return [
    `    name: ${theme.name}${group}`,
    `    definition: ${theme.definition}${group}`,
    `    kind: ${theme.kind}`,
    `    unit: ${theme.unit}`,
    `    direction: ${theme.better}`,
    `    source: ${theme.source}`,
    "    owner: luis-ortega",
  ];
}

function metric(strand) {
  const worth = strand.role === "primary" && !strand.compact ? value(strand.theme) : [];
  return [
    `  ${strand.metric}:`,
    ...definition(strand.theme, ` of team ${strand.number}`),
    ...worth,
    ...promise(strand),
  ];
}

function usedMetric(strand) {
  return [`  ${strand.metric}:`, `    use: ${strand.theme.id}-of-area-${strand.area}`, ...promise(strand)];
}

function promise({ role, volume, theme, baseline, target, best, sample, compact }) {
  const sd = theme.sd === undefined ? "" : `sd: ${theme.sd}, `;
  return [
    `    role: ${role}`,
    `    baseline: { value: ${baseline}, ${sd}n: ${sample}, from: "2026-05-01", to: "2026-10-31" }`,
    `    target: { value: ${target}, by: "2027-10-31", basis: The best team already reaches ${best} }`,
    ...(role === "primary" && !compact ? [`    volume: ${volume}`] : []),
  ];
}

function behavior({ behavior, theme, audience, metric, share }) {
  return [
    `  ${behavior}:`,
    `    does: ${theme.does}`,
    `    audience: ${audience}`,
    `    moves: [${metric}]`,
    `    how-often: ${theme.oftenEach}`,
    "    confirmed-by: { who: team leads, how: scored sample of work, sample: 5 pieces a person and month }",
    `    baseline: { value: ${share}, unit: "%", n: 480, from: "2026-08-01", to: "2026-10-31" }`,
    `    target: { value: ${share + 40}, by: "2027-05-02", basis: The best team does it in ${share + 45} % of its work }`,
    "    drivers:",
    "      - { type: encourage, what: Lead picks two cases with each person, owner: luis-ortega, starts: launch - 7 days }",
    "      - { type: reinforce, what: Lead coaches one piece of work a week, owner: luis-ortega, starts: launch + 7 days }",
  ];
}

function objective({ objective, behavior, theme }) {
  return [
    `  ${objective}:`,
    `    given: ${theme.given}`,
    `    can: ${theme.can}`,
    `    to: ${theme.to}`,
    "    level: apply",
    `    enables: [${behavior}]`,
  ];
}

function activity({ number, objective, theme }) {
  return [
    `  lab-${number}:`,
    `    title: ${theme.practice}`,
    `    practices: [${objective}]`,
    "    hours: 4",
    "    format: live practice",
  ];
}

function assessment({ number, objective }) {
  return [
    `  check-${number}:`,
    `    assesses: [${objective}]`,
    "    type: simulation",
    "    when: launch + 14 days",
    '    pass: { at-least: 90, unit: "%", basis: The score of people who reach the target }',
  ];
}

function measurement(strands, compact) {
  const written = (lines) => (compact ? onOneLine(lines) : lines);
  const all = strands.flatMap(({ metric, behavior }) => [metric, behavior]);
  return [
    "",
    "measurement:",
    "  design: control-group",
    `  compare: { group: the teams that start in 2028, assigned: random, n: ${strands[0].sample}, same-people: no }`,
    "  analysis: { alpha: 0.05, power: 0.8, test: difference-in-differences }",
    "  other-influences:",
    "    - { what: A new price list in April, handled: Both groups get it on the same day }",
    "  points:",
    ...written(point("before-launch", "before", '"2027-01-15"', all)),
    ...written(
      point(
        "week-6",
        "during",
        "launch + 42 days",
        strands.map(({ behavior }) => behavior),
      ),
    ),
    ...written(point("month-6", "after", "launch + 180 days", all)),
    ...written(point("month-9", "after", "launch + 270 days", all)),
  ];
}

function point(id, phase, when, measures) {
  return [
    `    ${id}:`,
    `      phase: ${phase}`,
    `      when: ${when}`,
    measures.length < 6
      ? `      measures: [${measures.join(", ")}]`
      : `      measures:\n${measures.map((each) => `        - ${each}`).join("\n")}`,
    "      how: system report and scored work",
    "      who: priya-nair",
  ].flatMap((line) => line.split("\n"));
}

function money(strands) {
  const people = strands.reduce((sum, { size }) => sum + size, 0);
  return [
    "",
    "money:",
    "  currency: USD",
    "  basis: margin",
    "  horizon: 12 months",
    `  expected-change: { ${strands[0].metric}: { low: 1, likely: 3, high: 4.5 } }`,
    "  contribution: { low: 0.4, likely: 0.6, high: 0.8 }",
    "  reach: 0.85",
    "  costs:",
    "    analysis: 12000",
    "    development: 46000",
    "    delivery: 28000",
    `    participant-time: { people: ${people}, hours: 6, hourly-rate: 31 }`,
    "    manager-time: { people: 24, hours: 20, hourly-rate: 45 }",
    "    evaluation: 9000",
    '  approved: { by: priya-nair, on: "2026-11-10" }',
  ];
}

function decision({ number, behavior, share }) {
  return [
    `  repair-${number}:`,
    `    if: ${behavior} < ${share + 15} % at week-6`,
    "    then: Hold new groups and rework the lab with the team leads",
    "    owner: luis-ortega",
  ];
}
