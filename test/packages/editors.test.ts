import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { before, describe, test } from "node:test";
import { parse as parseToml } from "smol-toml";
import { folderWith } from "../support/cli.ts";
import { recipe, skipsWithout } from "../support/editor-recipes.ts";
import { installPacked } from "../support/packed.ts";

const COMMAND = ["training-spec-language-server", "--stdio"];
const EMACS = "emacs-nox elpa-eglot elpa-yaml-mode";
const PROGRAM = `version: 1
kind: program
id: save
title: Save
status: draft
metrics:
  save-rate: # the number that counts
    name: Customer save rate
    unit:   "%"
behaviors:
  ask:
    does: Asks two questions
    moves: [save-rat]
`;
const MISTAKE = { line: 12, from: 12, to: 20, rule: "undefined-reference", source: "training-spec" };

interface Finding {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly rule: string;
  readonly message: string;
  readonly source: string;
}

/** What a driver in `test/editors` writes of a session in an editor. */
interface Outcome {
  readonly problem?: string;
  readonly findings?: readonly Finding[];
  readonly completion?: readonly string[];
  readonly hover?: string;
  readonly fixed?: string;
  readonly renamed?: string;
  readonly formatted?: string;
}

interface NeovimOutcome extends Outcome {
  readonly version: string;
  readonly filetype: string;
  readonly snippets: readonly object[];
  readonly attached_to_notes: number;
}

describe("the recipes of docs/editors.md, with the packed language server", () => {
  let bin = "";
  before(async () => {
    bin = path.join(await installPacked(), "node_modules/.bin");
  });

  test("Neovim: findings, completion, hover, fix, rename, format", { skip: skipsWithout("nvim", "neovim") }, () => {
    const home = folderWith({
      "config/nvim/plugin/training-spec.lua": recipe("Neovim", "lua"),
      "work/programs/save.training.yaml": PROGRAM,
      "work/notes.yaml": "a: [",
    });
    const args = ["--headless", "programs/save.training.yaml", "-S", path.resolve("test/editors/neovim.lua")];
    const outcome = runEditor<NeovimOutcome>("nvim", args, home, bin);
    assertWorked(outcome);
    assert.equal(outcome.filetype, "yaml.training-spec");
    if (outcome.version === "0.7") assert.deepEqual(outcome.snippets, [], "Neovim 0.7 knows no snippets");
    assert.equal(outcome.attached_to_notes, 0);
  });

  test("Neovim: the fixes on save are Lua", { skip: skipsWithout("nvim", "neovim") }, () => {
    const home = folderWith({ "fix.lua": recipe("Neovim", "lua", 1) });
    const args = ["--headless", "--clean", "-c", "lua assert(loadfile('fix.lua'))", "-c", "qall!"];
    const { stderr } = spawnSync("nvim", args, { cwd: home, encoding: "utf8", timeout: 30_000 });
    assert.equal(stderr, "");
  });

  test("Emacs: findings, completion, hover, fix, rename, format", { skip: skipsWithout("emacs", EMACS) }, () => {
    const home = folderWith({
      "init.el": recipe("Emacs", "elisp"),
      "work/programs/save.training.yaml": PROGRAM,
      "work/.git/HEAD": "",
      "work/notes.yaml": "a: [",
    });
    const load = ["--load", path.join(home, "init.el"), "--load", path.resolve("test/editors/emacs.el")];
    assertWorked(runEditor<Outcome>("emacs", ["--batch", "--funcall", "package-activate-all", ...load], home, bin));
  });

  test("Emacs: the recipe for lsp-mode is Lisp", { skip: skipsWithout("emacs", EMACS) }, () => {
    const home = folderWith({ "lsp.el": recipe("Emacs", "elisp", 1) });
    const { status, stderr } = spawnSync("emacs", ["--batch", "--load", "lsp.el"], { cwd: home, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  });

  test("Helix: TOML that starts the server for specs", () => {
    // As JSON, because tables of TOML come without a prototype.
    const settings = JSON.parse(JSON.stringify(parseToml(recipe("Helix", "toml"))));
    assert.deepEqual(settings["language-server"], { "training-spec": { command: COMMAND[0], args: [COMMAND[1]] } });
    const [language] = settings.language;
    assert.deepEqual(
      [language.name, language.grammar, language["language-servers"]],
      ["training-spec", "yaml", ["training-spec"]],
    );
  });

  test("Zed, JetBrains and Kate: JSON that starts the server", () => {
    const zed = JSON.parse(recipe("Zed", "json")).lsp["yaml-language-server"].binary;
    assert.deepEqual([zed.path, ...zed.arguments], COMMAND);
    const jetBrains = JSON.parse(recipe("JetBrains", "json"));
    assert.equal(jetBrains.programArgs.default, `sh -c "${COMMAND.join(" ")}"`);
    assert.equal(jetBrains.fileTypeMappings[0].languageId, "training-spec");
    assert.deepEqual(JSON.parse(recipe("Kate", "json")).servers.yaml.command, COMMAND);
  });
});

function assertWorked(outcome: Outcome): void {
  assert.equal(outcome.problem, undefined, JSON.stringify(outcome, undefined, 2));
  const mistake = outcome.findings?.find(({ rule }) => rule === MISTAKE.rule);
  const { message, ...place } = mistake ?? { message: "" };
  assert.deepEqual(place, MISTAKE);
  assert.match(message, /save-rat/);
  assert.ok(outcome.completion?.includes("save-rate"), `completion offers ${outcome.completion}`);
  assert.match(outcome.hover ?? "", /Customer save rate/);
  assert.match(outcome.fixed ?? "", /save-rate/);
  const renamed = PROGRAM.replace("save-rat]", "save-rate]").replaceAll("save-rate", "saved-customers");
  assert.equal(outcome.renamed, renamed);
  assert.equal(outcome.formatted, renamed.replace("unit:   ", "unit: "));
}

/** Runs an editor in a home of its own, and reads what its driver wrote. */
function runEditor<Read>(program: string, args: readonly string[], home: string, bin: string): Read {
  const outcome = path.join(home, "outcome.json");
  for (const folder of ["data", "state", "cache", "config"]) mkdirSync(path.join(home, folder), { recursive: true });
  const env = {
    PATH: [bin, path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, "config"),
    XDG_DATA_HOME: path.join(home, "data"),
    XDG_STATE_HOME: path.join(home, "state"),
    XDG_CACHE_HOME: path.join(home, "cache"),
    LANG: "C.UTF-8",
    OUTCOME: outcome,
  };
  writeFileSync(outcome, "");
  const { stdout, stderr, error } = spawnSync(program, args, {
    cwd: path.join(home, "work"),
    env,
    encoding: "utf8",
    timeout: 90_000,
    killSignal: "SIGKILL",
  });
  const text = readFileSync(outcome, "utf8");
  assert.notEqual(text, "", `${program} left no outcome. ${error ?? ""}\n${stdout}\n${stderr}`);
  return JSON.parse(text);
}
