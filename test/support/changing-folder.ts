import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { callCli, folderWith } from "./cli.ts";
import { runGit } from "./git-repository.ts";
import type { Random } from "./mutate.ts";
import { CATALOG, programText } from "./portfolio.ts";
import { typing } from "./typing.ts";

const CONFIG = "training-spec.config.yaml";
const KNOWN = "known-findings.json";
const RESULTS = "point,measure,group,from,to,value,n,sd\nbefore,returns,trained,2026-01-01,2026-06-30,24,90000,\n";

/** Its past matters. */
const launched = (id: string) =>
  programText(id, { launch: "2026-06-01", role: "Clerk" }).replace("value: 20, by", "value: 21, by");

const FILES = {
  "company.training.yaml": CATALOG,
  "a.training.yaml": launched("a"),
  "b.training.yaml": programText("b", { role: "Clerk", change: "{ low: 4, likely: 3, high: 2 }" }),
  "east/c.training.yaml": launched("c").replace("[company", "[../company"),
  "east/d.training.yaml": `${programText("d").replace("[company", "[../company")}results: d.results.csv\n`,
  "east/d.results.csv": RESULTS,
  "west/company.training.yaml": CATALOG.replace("id: shop", "id: west"),
  "west/e.training.yaml": programText("e", { role: "Clerk", goal: "later" }),
};

type Change = (folder: ChangingFolder, random: Random) => unknown;

/** A folder of programs, with all that a run of `lint` reads, which somebody changes in ways that look random. */
export class ChangingFolder {
  readonly path: string;
  readonly #isRepository: boolean;
  #days = 0;

  constructor(isRepository: boolean) {
    this.path = folderWith(FILES);
    this.#isRepository = isRepository;
    if (!isRepository) return;
    runGit(this.path, ["init", "--quiet", "--initial-branch=main"]);
    writeFileSync(path.join(this.path, ".gitignore"), ".training-spec-cache/\n");
    this.commit();
  }

  async change(random: Random): Promise<void> {
    const changes = this.#isRepository ? [...CHANGES, ...CHANGES_OF_GIT] : CHANGES;
    await oneOf(changes, random)(this, random);
  }

  file(random: Random): string {
    return oneOf(this.files(), random);
  }

  files(): string[] {
    return ["", "east", "west"].flatMap((folder) => {
      const names = existsSync(path.join(this.path, folder)) ? readdirSync(path.join(this.path, folder)) : [];
      return names
        .map((name) => path.join(folder, name))
        .filter((name) => !name.startsWith(".") && statSync(path.join(this.path, name)).isFile());
    });
  }

  read(file: string): string {
    return readFileSync(path.join(this.path, file), "latin1");
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.path, file)), { recursive: true });
    writeFileSync(path.join(this.path, file), text, "latin1");
  }

  restore([file, text]: readonly [string, string]): void {
    this.write(file, text);
  }

  edit(file: string, change: (text: string) => string): void {
    if (existsSync(path.join(this.path, file))) this.write(file, change(this.read(file)));
  }

  remove(file: string): void {
    rmSync(path.join(this.path, file), { force: true });
  }

  rename(from: string, to: string): void {
    renameSync(path.join(this.path, from), path.join(this.path, to));
  }

  commit(): void {
    const date = new Date(Date.UTC(2026, 4, 1 + 20 * this.#days++)).toISOString();
    runGit(this.path, ["add", "--all"]);
    const dates = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    runGit(this.path, ["commit", "--quiet", "--allow-empty", "-m", "More"], undefined, dates);
  }
}

const REWORDINGS: readonly (readonly [RegExp, string])[] = [
  [/^/, "# A line above moves everything below.\n"],
  [/value: 2\d/, "value: 22"],
  [/id: \w+/, "id: a"],
  [/role: Clerk/, "role: Baker"],
  [/role: \w+/, "role: Clerk"],
  [/role: primary/, "role: primry"],
  [/goal: \w+/, "goal: someday"],
  [/launch: .*/, "launch: 2026-05-15"],
  [/status: \w+/, "status: live"],
  [/likely: 3/, "likely: 9"],
  [/use: returns/, "use: retuns"],
  [/amount: 10/, "amount: 12"],
  [/priority: 1/, "priority: 3"],
  [/contribution: 1/, "contribution: 0.5"],
  [/by: 2027-12-31/, "by: 2027-11-30"],
  [/\n/g, "\r\n"],
  [/title: .*/, "title: caf\xe9"],
  [/title: .*/, "title: caf\xe8"],
  [/$/, "waivers:\n  - { rule: same-role, reason: asked for, by: ann, until: 2026-12-31 }\n"],
];

const CHANGES: readonly Change[] = [
  reword,
  reword,
  reword,
  reword,
  reword,
  reword,
  (folder, random) => folder.edit(folder.file(random), (text) => [...typing(text, 1, random)].at(-1) ?? text),
  (folder, random) => folder.remove(folder.file(random)),
  (folder, random) => {
    const file = folder.file(random);
    folder.rename(file, path.join(path.dirname(file), `n${random.below(5)}.training.yaml`));
  },
  (folder, random) => folder.write(`n${random.below(5)}.training.yaml`, programText(random.pick(["a", "n", "m"]))),
  (folder, random) => folder.restore(oneOf(Object.entries(FILES), random)),
  (folder, random) => folder.restore(oneOf(Object.entries(FILES), random)),
  (folder, random) =>
    folder.edit("company.training.yaml", (text) =>
      text.replace(
        "value: { amount",
        random.pick(["approved: { by: ann, on: 2026-05-02 }\n    value: { amount", "valu: { amount"]),
      ),
    ),
  (folder, random) => folder.write(path.join(random.pick([".", "east"]), CONFIG), random.pick(CONFIGS)),
  (folder, random) => folder.remove(path.join(random.pick([".", "east"]), CONFIG)),
  (folder, random) => folder.write(KNOWN, random.pick(KNOWNS)),
  (folder) => callCli(["lint", "--update-known"], { cwd: folder.path }),
  (folder) => callCli(["lint", "--fix"], { cwd: folder.path }),
  (folder, random) => folder.write("east/d.results.csv", RESULTS.slice(0, 20 + random.below(60))),
  (folder, random) => folder.write(random.pick([".ignore", ".gitignore"]), random.pick(["", "west/\n", "n*\n"])),
];

const CHANGES_OF_GIT: readonly Change[] = [
  (folder) => folder.commit(),
  (folder) => folder.commit(),
  (folder) => runGit(folder.path, ["commit", "--quiet", "--amend", "--allow-empty", "--no-edit", "-m", "Again"]),
  (folder) => runGit(folder.path, ["pack-refs", "--all"]),
];

const CONFIGS = [
  "version: 1\nprofile: strict\n",
  `version: 1\nknown: ${KNOWN}\n`,
  "version: 1\nignore: [west/**, d.*]\n",
  "version: 1\nrules: { undefined-reference: off, moved-target: warning }\n",
  "version: 1\nprofil: strict\n",
] as const;

const KNOWNS = ['{ "version": 1, "findings": {} }', '{ "version": 2 }', "{"] as const;

function reword(folder: ChangingFolder, random: Random): void {
  const [pattern, words] = oneOf(REWORDINGS, random);
  folder.edit(folder.file(random), (text) => text.replace(pattern, words));
}

function oneOf<T>(choices: readonly T[], random: Random): T {
  const choice = choices[random.below(choices.length)];
  if (choice === undefined) throw new Error("nothing is left");
  return choice;
}
