import { code, type Message, say } from "../base/message.ts";
import { doubt, good, type Symptom } from "../features/setup-symptom.ts";
import { git, isShallow, topOfWorkingTree } from "./git.ts";

/** Whether Git can be asked about a folder; `without` says what does not work where it cannot. */
export async function examineGit(folder: string, without: Message): Promise<readonly Symptom[]> {
  const version = await git(folder, ["--version"]);
  if (version.text === undefined) return [doubt(say`${version.problem} ${without}`)];
  const top = await topOfWorkingTree(folder);
  if (top.text === undefined) return [doubt(say`${top.problem} ${without}`)];
  const name = version.text.trim().replace(/^git version/, "Git");
  if (!(await isShallow(folder))) return [good(say`${name}, repository ${code(top.text)}.`)];
  return [
    doubt(
      say`${name}, and a shallow clone: what changed is not known from the last commits alone. ${code("git fetch --unshallow")} brings the others.`,
    ),
  ];
}
