import type { CommandEntry } from "./command.ts";

/** All commands, in the order of the help. */
export const COMMANDS: Readonly<Record<string, CommandEntry>> = {
  lint: {
    summary: "Say what is missing or wrong in training specs",
    load: async () => (await import("./commands/lint.ts")).lintCommand,
  },
  merge: {
    summary: "Put together what several runs of `lint --shard` found",
    load: async () => (await import("./commands/merge.ts")).mergeCommand,
  },
  forecast: {
    summary: "Say what programs are expected to bring and to cost",
    load: async () => (await import("./commands/forecast.ts")).forecastCommand,
  },
  evaluate: {
    summary: "Say what the results of programs show, and what may be said of them",
    load: async () => (await import("./commands/evaluate.ts")).evaluateCommand,
  },
  portfolio: {
    summary: "Say which programs to build first, goal by goal",
    load: async () => (await import("./commands/portfolio.ts")).portfolioCommand,
  },
  report: {
    summary: "Write the plan of programs for people: pages, measurement calendar, tables",
    load: async () => (await import("./commands/report.ts")).reportCommand,
  },
  import: {
    summary: "Take the tables of `report` back into the specs",
    load: async () => (await import("./commands/import.ts")).importCommand,
  },
  diff: {
    summary: "Say what a change does to the promises of programs, for the review of a pull request",
    load: async () => (await import("./commands/diff.ts")).diffCommand,
  },
  results: {
    summary: "Make results from raw observations: `results import`",
    load: async () => (await import("./commands/results.ts")).resultsCommand,
  },
  explain: {
    summary: "Show the page of a rule: what it reports, why, how to fix it",
    load: async () => (await import("./commands/explain.ts")).explainCommand,
  },
  init: {
    summary: "Set up this repository: configuration, CI, pre-commit",
    load: async () => (await import("./commands/init.ts")).initCommand,
  },
  doctor: {
    summary: "Say what is in the way of Training Spec here, and the way out",
    load: async () => (await import("./commands/doctor.ts")).doctorCommand,
  },
  completion: {
    summary: "Let the shell complete commands and options",
    load: async () => (await import("./commands/completion.ts")).completionCommand,
  },
};
