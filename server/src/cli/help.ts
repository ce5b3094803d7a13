import type { OptionSpecs } from "./args.ts";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import type { Paint } from "./terminal/paint.ts";

/** What there is, one line each. */
export function overview(paint: Paint): string {
  const commands = Object.entries(COMMANDS).map(([name, { summary }]) => [name, summary] as const);
  return sections(paint, [
    ["Training programs as code: what is promised, what is missing, what is wrong.", []],
    ["Usage", [["training-spec <command> [options]", ""]]],
    ["Commands", commands],
    [
      "Options",
      [
        ["-h, --help", "Show this help; after a command, the help of that command"],
        ["-v, --version", "Show the version"],
      ],
    ],
    [
      "Examples",
      [
        ["training-spec lint", "Lint the specs in this folder and below it"],
        ["training-spec explain missing-baseline", "Say what a rule is about"],
      ],
    ],
  ]);
}

export function commandHelp(name: string, command: Command, options: OptionSpecs, paint: Paint): string {
  return sections(paint, [
    [command.about, []],
    ["Usage", [[`training-spec ${name} ${command.operands}`, ""]]],
    ["Options", optionLines(options)],
    ...(command.notes ?? []).map(({ title, lines }) => [title, lines] as const),
    ["Examples", command.examples.map(({ line, does }) => [line, does] as const)],
  ]);
}

type Line = readonly [term: string, words: string];

function optionLines(options: OptionSpecs): Line[] {
  return Object.entries(options)
    .filter(([, { hidden }]) => !hidden)
    .map(([name, { short, value, help }]) => [
      `${short ? `-${short}, ` : "    "}--${name}${value === undefined ? "" : ` ${value}`}`,
      help,
    ]);
}

function sections(paint: Paint, all: readonly (readonly [title: string, lines: readonly Line[]])[]): string {
  const blocks = all.map(([title, lines]) => {
    if (lines.length === 0) return title;
    const width = Math.max(...lines.map(([term]) => term.length));
    const rows = lines.map(([term, words]) => `  ${term.padEnd(width)}  ${words}`.trimEnd());
    return [`${paint.bold(`${title}:`)}`, ...rows].join("\n");
  });
  return `${blocks.join("\n\n")}\n`;
}
