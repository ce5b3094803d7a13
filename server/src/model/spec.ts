// Generated from schemas/training-spec.schema.json by `npm run generate`. Do not edit.

import type { Condition } from "./condition.ts";
import type { Cost, Entry, Estimate, Keyed, Listed, Located, Part, Section } from "./located.ts";
import type { Duration, Time } from "./time.ts";
import type { Day } from "../base/date.ts";

/** One training program, from the business need to the decisions taken on its results. */
export interface Program extends Part {
  readonly is: "program";
  readonly version: Located<number> | undefined;
  readonly kind: Located<string> | undefined;
  readonly id: Located<string> | undefined;
  readonly title: Located<string> | undefined;
  readonly status: Located<"draft" | "planned" | "live" | "evaluated" | "retired"> | undefined;
  readonly tier: Located<"strategic" | "tactical"> | undefined;
  readonly launch: Located<Day> | undefined;
  readonly catalogs: Listed<Located<string>> | undefined;
  readonly people: Section<Person> | undefined;
  readonly owners: Owners | undefined;
  readonly need: Need | undefined;
  readonly audience: Section<Audience> | undefined;
  readonly metrics: Section<Metric> | undefined;
  readonly behaviors: Section<Behavior> | undefined;
  readonly objectives: Section<Objective> | undefined;
  readonly activities: Section<Activity> | undefined;
  readonly assessments: Section<Assessment> | undefined;
  readonly measurement: Measurement | undefined;
  readonly money: Money | undefined;
  readonly decisions: Section<Decision> | undefined;
  readonly results: Located<string> | undefined;
  readonly conclusions: Keyed<Conclusion> | undefined;
  readonly waivers: Listed<Waiver> | undefined;
  readonly rates: Section<Located<number>> | undefined;
}

/** What several programs share: the organization's goals, its metric definitions, its people and its standard rates. */
export interface Catalog extends Part {
  readonly is: "catalog";
  readonly version: Located<number> | undefined;
  readonly kind: Located<string> | undefined;
  readonly id: Located<string> | undefined;
  readonly title: Located<string> | undefined;
  readonly catalogs: Listed<Located<string>> | undefined;
  readonly currency: Located<string> | undefined;
  readonly people: Section<Person> | undefined;
  readonly goals: Section<Goal> | undefined;
  readonly metrics: Section<Definition> | undefined;
  readonly rates: Section<Located<number>> | undefined;
}

/** Someone who answers for a part of a program. */
export interface Person extends Entry {
  readonly name: Located<string> | undefined;
  readonly role: Located<string> | undefined;
}

/** Something the organization has decided to reach, whether or not training is part of it. */
export interface Goal extends Entry {
  readonly statement: Located<string> | undefined;
  readonly owner: Located<string> | undefined;
  readonly priority: Located<number> | undefined;
}

/** Three different answers to the question "who answers for it?": for the learning, for the business result and for the money. */
export interface Owners extends Part {
  readonly learning: Located<string> | undefined;
  readonly business: Located<string> | undefined;
  readonly finance: Located<string> | undefined;
}

/** The business problem, what it costs and why it exists. */
export interface Need extends Part {
  readonly problem: Located<string> | undefined;
  readonly goal: Located<string> | undefined;
  readonly costOfGap: Located<number> | undefined;
  readonly causes: Listed<Cause> | undefined;
  readonly exempt: Located<string> | undefined;
  readonly reason: Located<string> | undefined;
}

/** One reason why people do not perform as the business needs, with what you found and what supports it. */
export interface Cause extends Part {
  readonly type: Located<"information" | "tools" | "incentives" | "knowledge" | "skill" | "capacity" | "motivation" | "process"> | undefined;
  readonly finding: Located<string> | undefined;
  readonly evidence: Located<string> | undefined;
  readonly action: Located<string> | undefined;
  readonly owner: Located<string> | undefined;
}

/** One group of people to be trained, described by their role. */
export interface Audience extends Entry {
  readonly role: Located<string> | undefined;
  readonly size: Located<number> | undefined;
  readonly startsUsingIt: Located<Duration> | undefined;
}

/** What a business metric is and where its number comes from, written in one place for every program that uses it. */
export interface Definition extends Entry {
  readonly use: Located<string> | undefined;
  readonly name: Located<string> | undefined;
  readonly definition: Located<string> | undefined;
  readonly kind: Located<"proportion" | "mean" | "rate"> | undefined;
  readonly unit: Located<string> | undefined;
  readonly direction: Located<"lower" | "higher" | "hold"> | undefined;
  readonly supports: Located<string> | undefined;
  readonly influencedBy: Listed<Located<string>> | undefined;
  readonly source: Source | undefined;
  readonly owner: Located<string> | undefined;
  readonly value: Value | undefined;
}

/** A business number together with what this program promises about it: its role, where it stands today and where it should go. */
export interface Metric extends Entry {
  readonly use: Located<string> | undefined;
  readonly name: Located<string> | undefined;
  readonly definition: Located<string> | undefined;
  readonly kind: Located<"proportion" | "mean" | "rate"> | undefined;
  readonly unit: Located<string> | undefined;
  readonly direction: Located<"lower" | "higher" | "hold"> | undefined;
  readonly supports: Located<string> | undefined;
  readonly influencedBy: Listed<Located<string>> | undefined;
  readonly source: Source | undefined;
  readonly owner: Located<string> | undefined;
  readonly value: Value | undefined;
  readonly role: Located<"primary" | "secondary" | "leading" | "guardrail"> | undefined;
  readonly baseline: Baseline | undefined;
  readonly target: Target | undefined;
  readonly volume: Located<number> | undefined;
  readonly limit: Limit | undefined;
}

/** The system and report a number is read from, so that someone else can find the same number again. */
export interface Source extends Part {
  readonly system: Located<string> | undefined;
  readonly report: Located<string> | undefined;
  readonly refreshed: Located<string> | undefined;
}

/** What one unit of improvement is worth in money, where that figure comes from and who approved it. */
export interface Value extends Part {
  readonly amount: Located<number> | undefined;
  readonly per: Located<string> | undefined;
  readonly basis: Located<"margin" | "cost-avoided" | "cashable-time" | "revenue"> | undefined;
  readonly source: Located<string> | undefined;
  readonly approved: Approval | undefined;
}

/** Who said yes, and on which day. */
export interface Approval extends Part {
  readonly by: Located<string> | undefined;
  readonly on: Located<Day> | undefined;
}

/** A value measured before launch, with its period and its sample, so that chance and season can be judged. */
export interface Baseline extends Part {
  readonly value: Located<number> | undefined;
  readonly unit: Located<string> | undefined;
  readonly sd: Located<number> | undefined;
  readonly n: Located<number> | undefined;
  readonly from: Located<Day> | undefined;
  readonly to: Located<Day> | undefined;
}

/** A value that is to be reached by a certain day. */
export interface Target extends Part {
  readonly value: Located<number> | undefined;
  readonly unit: Located<string> | undefined;
  readonly by: Located<Day> | undefined;
  readonly basis: Located<string> | undefined;
}

/** The line a number may not cross, and what happens if it does. */
export interface Limit extends Part {
  readonly atMost: Located<number> | undefined;
  readonly atLeast: Located<number> | undefined;
  readonly then: Located<string> | undefined;
}

/** Something people do at work that others can see and count. */
export interface Behavior extends Entry {
  readonly does: Located<string> | undefined;
  readonly audience: Located<string> | undefined;
  readonly moves: Listed<Located<string>> | undefined;
  readonly howOften: Located<string> | undefined;
  readonly confirmedBy: Confirmation | undefined;
  readonly unit: Located<string> | undefined;
  readonly direction: Located<"lower" | "higher" | "hold"> | undefined;
  readonly baseline: Baseline | undefined;
  readonly target: Target | undefined;
  readonly drivers: Listed<Driver> | undefined;
}

/** Who watches the behavior at work, how, and how many cases they look at. */
export interface Confirmation extends Part {
  readonly who: Located<string> | undefined;
  readonly how: Located<string> | undefined;
  readonly sample: Located<string> | undefined;
}

/** Something in the workplace that makes people keep doing the new behavior. */
export interface Driver extends Part {
  readonly type: Located<"monitor" | "reinforce" | "encourage" | "reward"> | undefined;
  readonly what: Located<string> | undefined;
  readonly owner: Located<string> | undefined;
  readonly starts: Located<Time> | undefined;
}

/** What a person can do at the end of training, under which condition and to which standard. */
export interface Objective extends Entry {
  readonly given: Located<string> | undefined;
  readonly can: Located<string> | undefined;
  readonly to: Located<string> | undefined;
  readonly level: Located<"remember" | "understand" | "apply" | "analyze" | "evaluate" | "create"> | undefined;
  readonly enables: Listed<Located<string>> | undefined;
  readonly requires: Listed<Located<string>> | undefined;
}

/** One piece of the learning itself: something people do, for a stated number of hours. */
export interface Activity extends Entry {
  readonly title: Located<string> | undefined;
  readonly practices: Listed<Located<string>> | undefined;
  readonly hours: Located<number> | undefined;
  readonly format: Located<string> | undefined;
}

/** A check whether people reached the objectives. */
export interface Assessment extends Entry {
  readonly assesses: Listed<Located<string>> | undefined;
  readonly type: Located<"survey" | "quiz" | "scenario" | "simulation" | "observation" | "work-sample"> | undefined;
  readonly when: Located<Time> | undefined;
  readonly pass: Pass | undefined;
}

/** The result that counts as good enough, with the reason for choosing it. */
export interface Pass extends Part {
  readonly atLeast: Located<number> | undefined;
  readonly unit: Located<string> | undefined;
  readonly basis: Located<string> | undefined;
}

/** The plan for finding out what changed and why: the comparison, the numbers to collect, when, and by whom. */
export interface Measurement extends Part {
  readonly design: Located<"control-group" | "staggered-rollout" | "before-after" | "trend-line" | "estimate"> | undefined;
  readonly compare: Comparison | undefined;
  readonly analysis: Analysis | undefined;
  readonly otherInfluences: Listed<Influence> | undefined;
  readonly points: Section<Point> | undefined;
}

/** The group that shows what would have happened without the program, and how it came about. */
export interface Comparison extends Part {
  readonly group: Located<string> | undefined;
  readonly assigned: Located<"random" | "matched" | "self-selected" | "convenience"> | undefined;
  readonly by: Located<string> | undefined;
  readonly clusters: Located<number> | undefined;
  readonly icc: Located<number> | undefined;
  readonly n: Located<number> | undefined;
  readonly samePeople: Located<boolean> | undefined;
}

/** How sure the answer has to be. */
export interface Analysis extends Part {
  readonly alpha: Located<number> | undefined;
  readonly power: Located<number> | undefined;
  readonly test: Located<"two-proportion" | "two-mean" | "two-rate" | "paired" | "difference-in-differences" | "segmented-regression"> | undefined;
}

/** Something other than the program that could move the metrics. */
export interface Influence extends Part {
  readonly what: Located<string> | undefined;
  readonly handled: Located<string> | undefined;
}

/** One occasion on which numbers are collected: when, which ones, how and by whom. */
export interface Point extends Entry {
  readonly phase: Located<"before" | "during" | "after"> | undefined;
  readonly when: Located<Time> | undefined;
  readonly measures: Listed<Located<string>> | undefined;
  readonly how: Located<string> | undefined;
  readonly who: Located<string> | undefined;
}

/** What the program is expected to earn and to cost within the horizon, each figure with its uncertainty. */
export interface Money extends Part {
  readonly currency: Located<string> | undefined;
  readonly basis: Located<"margin" | "cost-avoided" | "cashable-time"> | undefined;
  readonly perspective: Located<string> | undefined;
  readonly horizon: Located<Duration> | undefined;
  readonly expectedChange: Keyed<Located<Estimate>> | undefined;
  readonly contribution: Located<Estimate> | undefined;
  readonly confidence: Located<Estimate> | undefined;
  readonly reach: Located<Estimate> | undefined;
  readonly costs: Costs | undefined;
  readonly approved: Approval | undefined;
  readonly claimed: Claimed | undefined;
}

/** The costs by category, each as an amount, as people × hours × hourly rate, or as a range, for the group trained within the horizon. */
export interface Costs extends Part {
  readonly analysis: Located<Cost> | undefined;
  readonly design: Located<Cost> | undefined;
  readonly development: Located<Cost> | undefined;
  readonly delivery: Located<Cost> | undefined;
  readonly materials: Located<Cost> | undefined;
  readonly facilities: Located<Cost> | undefined;
  readonly travel: Located<Cost> | undefined;
  readonly technology: Located<Cost> | undefined;
  readonly participantTime: Located<Cost> | undefined;
  readonly managerTime: Located<Cost> | undefined;
  readonly expertTime: Located<Cost> | undefined;
  readonly evaluation: Located<Cost> | undefined;
  readonly overhead: Located<Cost> | undefined;
  readonly rest: ReadonlyMap<string, Located<Cost>>;
}

/** Figures from an outside source about what a program costs and brings. */
export interface Claimed extends Part {
  readonly source: Located<string> | undefined;
  readonly cost: Located<number> | undefined;
  readonly benefit: Located<number> | undefined;
  readonly bcr: Located<number> | undefined;
  readonly roi: Located<number> | undefined;
  readonly payback: Located<number> | undefined;
}

/** A condition on the measured numbers, what will be done if it holds, and who does it. */
export interface Decision extends Entry {
  readonly if: Located<Condition> | undefined;
  readonly then: Located<string> | undefined;
  readonly owner: Located<string> | undefined;
  readonly done: Done | undefined;
}

/** The record of a decision that came due. */
export interface Done extends Part {
  readonly on: Located<Day> | undefined;
  readonly fired: Located<boolean> | undefined;
  readonly what: Located<string> | undefined;
}

/** The final word on one metric, with a name under it. */
export interface Conclusion extends Part {
  readonly verdict: Located<"improved" | "not-shown" | "worse" | "not-estimable"> | undefined;
  readonly says: Located<string> | undefined;
  readonly by: Located<string> | undefined;
}

/** A rule that is set aside on purpose: which one, why, who allowed it and until when. */
export interface Waiver extends Part {
  readonly rule: Located<string> | undefined;
  readonly reason: Located<string> | undefined;
  readonly by: Located<string> | undefined;
  readonly until: Located<Day> | undefined;
  readonly at: Located<string> | undefined;
}

/** How Training Spec checks the specs in the folder of this file and below. */
export interface Config extends Part {
  readonly is: "config";
  readonly version: Located<number> | undefined;
  readonly known: Located<string> | undefined;
  readonly ignore: Listed<Located<string>> | undefined;
  readonly profile: Located<"recommended" | "strict" | "tactical"> | undefined;
  readonly rules: Keyed<Located<"off" | "hint" | "warning" | "error">> | undefined;
  readonly thresholds: Keyed<Keyed<Located<number>>> | undefined;
  readonly status: StatusStrictness | undefined;
  readonly paths: Listed<ConfigPath> | undefined;
  readonly vocabulary: Vocabulary | undefined;
  readonly languages: Listed<Located<string>> | undefined;
}

/** Files by pattern, and what counts for them. */
export interface ConfigPath extends Part {
  readonly files: Listed<Located<string>> | undefined;
  readonly profile: Located<"recommended" | "strict" | "tactical"> | undefined;
  readonly rules: Keyed<Located<"off" | "hint" | "warning" | "error">> | undefined;
  readonly thresholds: Keyed<Keyed<Located<number>>> | undefined;
}

/** Words that rules about wording take as known, besides those shipped. */
export interface Vocabulary extends Part {
  readonly verbs: Listed<Located<string>> | undefined;
  readonly vagueVerbs: Listed<Located<string>> | undefined;
  readonly roles: Listed<Located<string>> | undefined;
  readonly metrics: Listed<Located<string>> | undefined;
}

/** What a gap (something not there yet) weighs while a program has a status. */
export interface StatusStrictness extends Part {
  readonly draft: Located<"off" | "hint" | "warning" | "error"> | undefined;
  readonly planned: Located<"off" | "hint" | "warning" | "error"> | undefined;
  readonly live: Located<"off" | "hint" | "warning" | "error"> | undefined;
  readonly evaluated: Located<"off" | "hint" | "warning" | "error"> | undefined;
  readonly retired: Located<"off" | "hint" | "warning" | "error"> | undefined;
}

export type SpecDocument = Program | Catalog | Config;
