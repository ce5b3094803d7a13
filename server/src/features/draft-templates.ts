/**
 * A usual kind of program. What it says is how such a program is most often built, for the designer to replace; facts about
 * the organization (findings, baselines, sizes, criteria) are never part of it.
 */
export interface DraftTemplate {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** Words of a problem that point to it. */
  readonly words: readonly string[];
  /** What the program is called where no metric names it. */
  readonly title: string;
  /** Ids of library metrics that such a program is most often judged by, the usual one first. None for an exempt program. */
  readonly metrics: readonly string[];
  /** The word for a program that owes no business outcome. */
  readonly exempt?: string;
  readonly audience: { readonly id: string; readonly role: string };
  readonly behavior: {
    readonly id: string;
    readonly does: string;
    readonly often: string;
    readonly who: string;
    readonly how: string;
    readonly driver: string;
  };
  readonly objective: { readonly id: string; readonly given: string; readonly can: string; readonly level: string };
  readonly activity: { readonly id: string; readonly title: string; readonly format: string };
  readonly assessment: { readonly id: string; readonly type: string };
  readonly design: "before-after" | "control-group" | "staggered-rollout" | "trend-line";
}

/** The template with that id. */
export function draftTemplate(id: string | undefined): DraftTemplate | undefined {
  return DRAFT_TEMPLATES.find((template) => template.id === id);
}

export const DRAFT_TEMPLATES: readonly DraftTemplate[] = [
  {
    id: "sales",
    name: "Sales",
    about: "More of the right deals won, at a better price",
    words: ["sales", "sell", "deals", "offers", "quota", "win", "discount", "pipeline", "revenue", "customers"],
    title: "Win the deals that fit",
    metrics: ["win-rate", "average-deal-size", "sales-cycle", "average-discount", "quota-attainment"],
    audience: { id: "salespeople", role: "Salesperson" },
    behavior: {
      id: "ask-before-offering",
      does: "Asks what the customer needs it for before making an offer",
      often: "every first talk with a customer",
      who: "sales managers",
      how: "scored sample of recorded or accompanied talks",
      driver: "The sales manager goes through one talk a week with each salesperson",
    },
    objective: {
      id: "ask-for-the-need",
      given: "a first talk with a customer, played from a real case",
      can: "ask the questions that bring out need, decision and time",
      level: "apply",
    },
    activity: { id: "talk-practice", title: "Practice of first talks with own cases", format: "live practice" },
    assessment: { id: "played-talk", type: "simulation" },
    design: "staggered-rollout",
  },
  {
    id: "service",
    name: "Customer service",
    about: "Questions and complaints answered at the first contact",
    words: [
      "service",
      "support",
      "calls",
      "callers",
      "contact",
      "tickets",
      "complaints",
      "agents",
      "wait",
      "customers",
    ],
    title: "Solve it at the first contact",
    metrics: ["first-contact-resolution", "customer-churn", "reopen-rate", "average-handle-time", "complaint-rate"],
    audience: { id: "service-agents", role: "Customer service agent" },
    behavior: {
      id: "confirm-before-closing",
      does: "Checks with the customer that the matter is solved before closing the contact",
      often: "every contact",
      who: "team leads",
      how: "scored sample of contacts",
      driver: "The team lead coaches one contact per agent per week",
    },
    objective: {
      id: "find-the-cause",
      given: "a contact from last month, played again",
      can: "find the cause of the problem and explain the way to solve it",
      level: "apply",
    },
    activity: { id: "contact-lab", title: "Lab with real contacts", format: "live practice" },
    assessment: { id: "played-contact", type: "simulation" },
    design: "staggered-rollout",
  },
  {
    id: "safety",
    name: "Safety",
    about: "Fewer injuries, because work is done the safe way",
    words: ["safety", "injuries", "injury", "accidents", "accident", "incidents", "hazard", "unsafe", "near", "miss"],
    title: "Everyone home unhurt",
    metrics: [
      "total-recordable-incident-rate",
      "lost-time-injury-frequency-rate",
      "near-miss-reports",
      "lost-workdays",
    ],
    audience: { id: "crews", role: "Member of a work crew" },
    behavior: {
      id: "check-before-starting",
      does: "Walks through the check of the workplace before starting the task",
      often: "every start of a task with a risk",
      who: "supervisors",
      how: "observation with a checklist",
      driver: "The supervisor joins one check in each shift",
    },
    objective: {
      id: "spot-the-hazards",
      given: "a workplace set up with the hazards of the own trade",
      can: "identify the hazards and choose the measure against each",
      level: "analyze",
    },
    activity: { id: "workplace-walk", title: "Walk through the own workplace", format: "practice on the job" },
    assessment: { id: "observed-start", type: "observation" },
    design: "trend-line",
  },
  {
    id: "onboarding",
    name: "Onboarding",
    about: "New people do the job well sooner, and stay",
    words: ["onboarding", "new", "hires", "newcomers", "starters", "probation", "ramp", "joined", "recruits"],
    title: "Up to speed",
    metrics: ["time-to-proficiency", "ninety-day-retention", "first-year-retention", "error-rate"],
    audience: { id: "newcomers", role: "New member of the team" },
    behavior: {
      id: "work-without-help",
      does: "Finishes the core tasks of the job without help",
      often: "every core task from the end of the training on",
      who: "team leads",
      how: "observation of core tasks",
      driver: "A mentor and the newcomer look at the finished tasks once a week",
    },
    objective: {
      id: "do-the-core-task",
      given: "a real core task and the tools of the job",
      can: "carry out the task to the standard of the team",
      level: "apply",
    },
    activity: { id: "guided-tasks", title: "Core tasks beside a mentor", format: "practice on the job" },
    assessment: { id: "first-task-alone", type: "work-sample" },
    design: "staggered-rollout",
  },
  {
    id: "compliance",
    name: "Compliance, with no business outcome",
    about: "Required by law or policy: says so, and claims no business result",
    words: ["compliance", "law", "legal", "mandatory", "required", "regulation", "audit", "policy", "annual"],
    title: "What the law asks of us",
    metrics: [],
    exempt: "compliance",
    audience: { id: "people-concerned", role: "Employee whose work the rule is about" },
    behavior: {
      id: "follow-the-rule",
      does: "Follows the steps that the rule demands and records them",
      often: "every case that falls under the rule",
      who: "the compliance team",
      how: "sample of recorded cases",
      driver: "The compliance team tells each unit what its sample showed",
    },
    objective: {
      id: "handle-a-case",
      given: "a case that falls under the rule, and the form for it",
      can: "choose the steps the rule demands and complete the record",
      level: "apply",
    },
    activity: { id: "case-practice", title: "Practice with cases of the own work", format: "practice" },
    assessment: { id: "case-check", type: "work-sample" },
    design: "before-after",
  },
  {
    id: "leadership",
    name: "Leadership",
    about: "Managers who keep good people and get work done with them",
    words: [
      "leadership",
      "leaders",
      "managers",
      "manager",
      "turnover",
      "leave",
      "quit",
      "engagement",
      "team",
      "absence",
    ],
    title: "Teams that people stay in",
    metrics: ["employee-turnover", "regretted-attrition", "engagement-index", "absenteeism", "internal-fill-rate"],
    audience: { id: "managers", role: "First-line manager" },
    behavior: {
      id: "talk-with-each",
      does: "Talks with each person of the team about work, obstacles and next steps, and notes what was agreed",
      often: "every two weeks with each person",
      who: "the team, asked in a short survey, and the manager's own lead",
      how: "notes of the talks, and a pulse survey of the team",
      driver: "The lead asks each manager monthly what came out of the talks",
    },
    objective: {
      id: "hold-the-talk",
      given: "a situation from the own team, played with a partner",
      can: "hold a talk that ends with an agreement both can state",
      level: "apply",
    },
    activity: { id: "talk-lab", title: "Lab for talks with own situations", format: "live practice" },
    assessment: { id: "played-talk", type: "simulation" },
    design: "staggered-rollout",
  },
  {
    id: "software",
    name: "Software rollout",
    about: "People work the new way with a new system, not around it",
    words: ["software", "system", "rollout", "tool", "app", "crm", "erp", "migration", "digital", "spreadsheet"],
    title: "Working in the new system",
    metrics: ["task-cycle-time", "error-rate", "process-cycle-time", "rework-rate", "documentation-completeness"],
    audience: { id: "users", role: "User of the new system" },
    behavior: {
      id: "work-in-the-system",
      does: "Handles the case from start to end in the new system, without a list beside it",
      often: "every case",
      who: "process owners",
      how: "log of the system, and a sample of cases",
      driver: "A key user in each team answers questions and looks at the log once a week",
    },
    objective: {
      id: "handle-a-case",
      given: "a real case in the training copy of the system",
      can: "enter, complete and find the case again without help",
      level: "apply",
    },
    activity: { id: "own-cases", title: "Own cases in the training copy", format: "practice in the system" },
    assessment: { id: "case-alone", type: "work-sample" },
    design: "staggered-rollout",
  },
];
