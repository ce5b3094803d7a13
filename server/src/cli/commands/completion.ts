import { code, listOf, say } from "../../base/message.ts";
import type { Call, Command } from "../command.ts";
import { COMMON_OPTIONS } from "../common-options.ts";
import { type Completable, completionScript, SHELLS, type Shell } from "../completion-script.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { render } from "../language.ts";

export const completionCommand: Command = {
  operands: "bash | zsh | fish | powershell",
  about: "Prints a script that lets a shell complete commands and options when Tab is pressed.",
  options: {},
  words: SHELLS,
  examples: [
    { line: 'eval "$(training-spec completion bash)"', does: "In ~/.bashrc" },
    { line: 'eval "$(training-spec completion zsh)"', does: "In ~/.zshrc, after compinit" },
    { line: "training-spec completion fish > ~/.config/fish/completions/training-spec.fish", does: "Once" },
    { line: "training-spec completion powershell | Out-String | Invoke-Expression", does: "In $PROFILE" },
  ],
  run: completion,
};

async function completion({ operands, io, tell, commands: all }: Call): Promise<ExitCode> {
  const [shell, ...more] = operands;
  if (shell === undefined || more.length > 0 || !(SHELLS as readonly string[]).includes(shell)) {
    await tell.problem(render(say`Say for which shell: ${code("training-spec completion")} and ${listOf(SHELLS)}.`));
    return USAGE;
  }
  const commands = await Promise.all(
    Object.entries(all).map(async ([name, { summary, load }]): Promise<Completable> => {
      const { options, words } = await load();
      return { name, summary, words, options: { ...options, ...COMMON_OPTIONS } };
    }),
  );
  await io.stdout.write(completionScript(shell as Shell, commands));
  return CLEAN;
}
