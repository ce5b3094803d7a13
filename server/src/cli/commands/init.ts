import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { code, type Message, say } from "../../base/message.ts";
import { git } from "../../host/git.ts";
import { repositoryAbove } from "../../host/git-ignore.ts";
import { CONFIG_NAME } from "../../workspace/uri.ts";
import type { Call, Command } from "../command.ts";
import { CLEAN, type ExitCode, USAGE } from "../exit-code.ts";
import { shownPath } from "../files/shown-path.ts";
import { render } from "../language.ts";
import * as START from "../start-files.ts";

export const initCommand: Command = {
  operands: "[options]",
  about:
    "Sets Training Spec up in this repository: a configuration, the job of the CI that is in use here, the hook where\npre-commit is in use. Writes only what is not there, and says what it wrote.",
  options: {
    "dry-run": { help: "Say what would be written, and write nothing" },
  },
  words: [],
  examples: [{ line: "training-spec init --dry-run", does: "What it would do here" }],
  run: init,
};

/** A file to start with. Where it is there already, `lines` belong into it. */
interface StartFile {
  readonly name: string;
  readonly text: string;
  readonly lines?: string;
  /** What shows that it is set up already. */
  readonly has?: RegExp;
}

async function init(call: Call): Promise<ExitCode> {
  const { io, tell, operands, options } = call;
  if (operands.length > 0)
    return refuse(call, say`${code("init")} works in the current folder, without ${code(operands[0] ?? "")}.`);
  const repository = repositoryAbove(io.cwd);
  if (repository === undefined)
    await tell.note(
      render(
        say`This folder is in no Git repository, so that only the configuration is looked at: ${code("git init")} makes one.`,
      ),
    );
  const files = await startFiles(io.cwd, repository);
  let failed = false;
  for (const file of files) {
    const absolute = path.resolve(file.name === CONFIG_NAME ? io.cwd : (repository ?? io.cwd), file.name);
    const name = code(shownPath(absolute, io.cwd));
    const known = existing(absolute, file, io.cwd, repository);
    if (known !== undefined) {
      await tellExisting(call, file, name, known);
      continue;
    }
    const failure = options.has("dry-run") ? undefined : io.write(absolute, file.text);
    failed ||= failure !== undefined;
    if (failure !== undefined) await tell.problem(render(say`${name} could not be written (${failure}).`));
    else {
      const shown = shownPath(absolute, io.cwd);
      await io.stdout.write(`${render(options.has("dry-run") ? say`Would write ${shown}` : say`Wrote ${shown}`)}\n`);
    }
  }
  if (!failed && !options.has("dry-run"))
    await tell.note(
      render(
        say`${code("training-spec lint")} says what is missing. Is it much? ${code("training-spec lint --update-known")} sets aside what stands today.`,
      ),
    );
  return failed ? USAGE : CLEAN;
}

async function refuse({ tell }: Call, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}

async function tellExisting({ io, tell }: Call, { lines, has }: StartFile, name: string, text: string): Promise<void> {
  if (lines === undefined || has?.test(text)) {
    await tell.note(render(say`${name} is there already, and stays as it is.`));
    return;
  }
  await tell.note(render(say`${name} is yours and stays as it is. Add to it:`));
  await io.stdout.write(`\n${lines}\n`);
}

/** The text of what is there; a configuration above counts too, a link that leads nowhere is empty. */
function existing(
  absolute: string,
  { name }: StartFile,
  cwd: string,
  repository: string | undefined,
): string | undefined {
  const candidates =
    name === CONFIG_NAME ? foldersUpTo(cwd, repository).map((folder) => path.join(folder, name)) : [absolute];
  const found = candidates.find((file) => existsSync(file));
  if (found === undefined) return undefined;
  try {
    return readFileSync(found, "utf8");
  } catch {
    return "";
  }
}

function foldersUpTo(folder: string, top: string | undefined): string[] {
  if (top === undefined || folder === top) return [folder];
  return [folder, ...(path.dirname(folder) === folder ? [] : foldersUpTo(path.dirname(folder), top))];
}

/** What belongs here, by what is in use here. */
async function startFiles(cwd: string, repository: string | undefined): Promise<StartFile[]> {
  const files: StartFile[] = [{ name: CONFIG_NAME, text: START.CONFIG }];
  if (repository === undefined) return files;
  const remotes = (await git(cwd, ["remote", "-v"])).text ?? "";
  const has = (name: string) => existsSync(path.join(repository, name));
  if (has(".github") || /github/i.test(remotes))
    files.push({ name: ".github/workflows/training-spec.yml", text: START.GITHUB });
  if (has(".gitlab-ci.yml") || /gitlab/i.test(remotes))
    files.push({ name: ".gitlab-ci.yml", text: START.GITLAB, lines: START.GITLAB, has: /training-spec/ });
  if (has("azure-pipelines.yml") || /dev\.azure\.com|visualstudio\.com/i.test(remotes))
    files.push({ name: "azure-pipelines.yml", text: START.AZURE, lines: START.AZURE_STEP, has: /training-spec/ });
  if (has(".pre-commit-config.yaml"))
    files.push({ name: ".pre-commit-config.yaml", text: "", lines: START.PRE_COMMIT, has: /training-spec/ });
  return files;
}
