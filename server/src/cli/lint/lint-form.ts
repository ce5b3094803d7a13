import type { OptionSpecs } from "../args.ts";
import type { Command } from "../command.ts";
import { FORMAT_NAMES } from "../report/format-name.ts";
import { TODAY } from "../today.ts";
import { CACHE_FOLDER } from "./lint-settings.ts";

/** What findings are written as, and what they come to. */
export const OUTPUT_OPTIONS: OptionSpecs = {
  format: {
    short: "f",
    value: "<name>[=<file>]",
    choices: Object.keys(FORMAT_NAMES),
    toFile: true,
    multiple: true,
    help: "How findings are written, and where to; several formats may be given",
  },
  "fail-on": {
    value: "<severity>",
    choices: ["error", "warning", "hint"],
    help: "The least severity that makes the exit code 1: `error` (default), `warning` or `hint`",
  },
  "max-warnings": { value: "<number>", help: "More warnings than that make the exit code 1" },
  quiet: { short: "q", help: "Show errors only, and nothing where there is nothing to say" },
};

/** What `lint` takes, and what its help says. */
export const LINT: Omit<Command, "run"> = {
  operands: "[options] [file, folder or 'pattern' ...]",
  about:
    "Says what is missing or wrong in training specs. Without a path: in this folder and below it.\nFolders and patterns leave out what `.gitignore` leaves out; a file that is named is always linted. Catalogs that a\nprogram uses are read wherever they are, and reported on when they are among the paths; results that a program names\nare reported on with it. The settings that count are those of the nearest `training-spec.config.yaml` above a spec.",
  options: {
    ...OUTPUT_OPTIONS,
    changed: {
      value: "[<base>]",
      optional: true,
      help: "Only what changed since a branch or commit (the main branch), and what depends on it",
    },
    known: { value: "<file>", help: "Findings that stood at adoption are neither shown nor counted" },
    "update-known": { help: "Write that file where there is none; later take out what was fixed, never add" },
    fix: { help: "Apply the fixes that change the form and never the meaning" },
    "dry-run": { help: "With `--fix`: show the changes as a diff, and write nothing" },
    watch: { help: "Lint again whenever a file changes, until Ctrl-C" },
    cache: { help: "Keep what was found, and only read the files when none has changed since" },
    "cache-location": { value: "<folder>", help: `Where it is kept; without it in \`${CACHE_FOLDER}\`` },
    shard: {
      value: "<n>/<all>",
      help: "Only the files of one of several runs, as in `1/4`; write `--format part=<file>`, and `merge` the parts",
    },
    "no-history": { help: "Do not ask Git what was promised at launch and what was approved" },
    ...TODAY,
    "stdin-filename": {
      value: "<path>",
      help: "What the text from `-` is called; its catalogs are looked for from there",
    },
  },
  notes: [
    { title: "Formats", lines: Object.entries(FORMAT_NAMES) },
    {
      title: "Exit codes",
      lines: [
        ["0", "nothing at or above `--fail-on`"],
        ["1", "findings at or above `--fail-on`"],
        ["2", "a path, an option or the environment is at fault; what could be linted is reported"],
        ["3", "a bug in Training Spec"],
      ],
    },
  ],
  examples: [
    { line: "training-spec lint", does: "This folder" },
    { line: "training-spec lint programs 'shared/**/*.training.yaml'", does: "A folder and a pattern" },
    { line: "training-spec lint --format json --fail-on warning", does: "For a machine, and strict" },
    { line: "training-spec lint --changed --format github --format sarif=out.sarif", does: "In a pull request" },
    { line: "training-spec lint --fix --dry-run", does: "What `--fix` would change" },
    { line: "git show HEAD:a.training.yaml | training-spec lint - --stdin-filename a.training.yaml", does: "A text" },
  ],
};
