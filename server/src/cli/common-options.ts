import type { OptionSpecs } from "./args.ts";

/** The options of every command. */
export const COMMON_OPTIONS = {
  color: {
    value: "<when>",
    choices: ["auto", "always", "never"],
    help: "Color the output: `auto` (in a terminal, unless NO_COLOR is set), `always` or `never`",
  },
  "no-color": { help: "The same as `--color never`", hidden: true },
  language: {
    value: "<name>",
    help: "The language of messages and reports, such as `de`; without it TRAINING_SPEC_LANGUAGE, else English",
  },
  help: { short: "h", help: "Show this help" },
} as const satisfies OptionSpecs;
