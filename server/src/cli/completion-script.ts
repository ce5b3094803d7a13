import type { OptionSpec, OptionSpecs } from "./args.ts";

/** A command as completion needs it. */
export interface Completable {
  readonly name: string;
  readonly summary: string;
  readonly options: OptionSpecs;
  /** Words that may stand behind the command, where it takes no files. */
  readonly words: readonly string[] | undefined;
}

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

/** The script that teaches a shell the commands and their options. */
export function completionScript(shell: Shell, commands: readonly Completable[]): string {
  return { bash, zsh, fish, powershell }[shell](commands);
}

type Named = readonly [name: string, spec: OptionSpec];

function shown(options: OptionSpecs): Named[] {
  return Object.entries(options).filter(([, { hidden }]) => !hidden);
}

function spellings([name, { short }]: Named): string[] {
  return [`--${name}`, ...(short ? [`-${short}`] : [])];
}

/** What may stand behind an option: `undefined` where anything may, such as a file. */
function valuesOf(commands: readonly Completable[]): { spelled: string; values: readonly string[]; command: string }[] {
  return commands.flatMap(({ name, options }) =>
    shown(options).flatMap((option) =>
      option[1].choices
        ? spellings(option).map((spelled) => ({ command: name, spelled, values: option[1].choices ?? [] }))
        : [],
    ),
  );
}

function bash(commands: readonly Completable[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const cases = commands.map(({ name, options, words }) => {
    const all = shown(options).flatMap(spellings).join(" ");
    return `    ${name}) options="${all}"; words="${words?.join(" ") ?? ""}"; files=${words ? "" : "1"} ;;`;
  });
  const values = valuesOf(commands).map(
    ({ command, spelled, values: each }) =>
      `    "${command} ${spelled}") COMPREPLY=($(compgen -W "${each.join(" ")}" -- "$word")); return ;;`,
  );
  return `# training-spec completion bash
_training_spec() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  local options words files
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} --help --version" -- "$word"))
    return
  fi
  case "$command $before" in
${values.join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
    help) COMPREPLY=($(compgen -W "${names}" -- "$word")); return ;;
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$words" -- "$word") $([ -n "$files" ] && compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _training_spec training-spec
`;
}

function zsh(commands: readonly Completable[]): string {
  const list = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map(({ name, options, words }) => {
    const each = shown(options).flatMap((option) => spellings(option).map((spelled) => zshOption(spelled, option[1])));
    const rest = words ? `'*:word:(${words.join(" ")})'` : "'*:file:_files'";
    return `      ${name}) _arguments ${[...each, rest].join(" \\\n        ")} ;;`;
  });
  return `#compdef training-spec
_training_spec() {
  local -a commands
  commands=(
${list.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
if [ "$funcstack[1]" = "_training_spec" ]; then _training_spec "$@"; else compdef _training_spec training-spec; fi
`;
}

function zshOption(spelled: string, { help, value, choices, multiple }: OptionSpec): string {
  const text = help.replace(/[[\]\\:]/g, "\\$&");
  const argument = value === undefined ? "" : `:value:${choices ? `(${choices.join(" ")})` : "_files"}`;
  return quoted(`${multiple ? "*" : ""}${spelled}[${text}]${argument}`);
}

function fish(commands: readonly Completable[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const lines = commands.flatMap(({ name, summary, options, words }) => {
    const on = `complete -c training-spec -n ${quoted(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c training-spec -n ${quoted(`not __fish_seen_subcommand_from ${names}`)} -f -a ${name} -d ${quoted(summary)}`,
      ...(words ? [`${on} -f -a ${quoted(words.join(" "))}`] : []),
      ...shown(options).map(([option, { short, value, choices, help }]) => {
        const takes = value === undefined ? "" : choices ? ` -x -a ${quoted(choices.join(" "))}` : " -r";
        return `${on} -l ${option}${short ? ` -s ${short}` : ""}${takes} -d ${quoted(help)}`;
      }),
    ];
  });
  return `# training-spec completion fish\n${lines.join("\n")}\n`;
}

function powershell(commands: readonly Completable[]): string {
  const table = commands.map(({ name, options, words }) => {
    const all = [...shown(options).flatMap(spellings), ...(words ?? [])];
    return `    ${psQuoted(name)} = @(${all.map(psQuoted).join(", ")})`;
  });
  const values = valuesOf(commands).map(
    ({ command, spelled, values: each }) =>
      `    ${psQuoted(`${command} ${spelled}`)} = @(${each.map(psQuoted).join(", ")})`,
  );
  return `# training-spec completion powershell
Register-ArgumentCompleter -Native -CommandName training-spec -ScriptBlock {
  param($word, $ast, $position)
  $options = [System.Collections.Hashtable]::new()
  @{
${table.join("\n")}
  }.GetEnumerator() | ForEach-Object { $options[$_.Key] = $_.Value }
  $values = [System.Collections.Hashtable]::new()
  @{
${values.join("\n")}
  }.GetEnumerator() | ForEach-Object { $values[$_.Key] = $_.Value }
  $typed = @($ast.CommandElements | ForEach-Object { $_.ToString() })
  if ($word -ne '') { $typed = @($typed | Select-Object -SkipLast 1) }
  $command = if ($typed.Count -gt 1) { $typed[1] } else { '' }
  $before = if ($typed.Count -gt 2) { $typed[-1] } else { '' }
  $found = if ($command -eq '') { $options.Keys } elseif ($values["$command $before"]) { $values["$command $before"] } else { $options[$command] }
  $found | Where-Object { $_ -like "$word*" } | Sort-Object | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function psQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
