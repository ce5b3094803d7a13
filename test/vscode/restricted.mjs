// The suite in Restricted Mode, in a window of two folders that somebody else wrote.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../../scripts/vscode/server.mjs";
import { runSuiteInBrowser } from "./suite-in-browser.mjs";

const SETTINGS = {
  "security.workspace.trust.enabled": true,
  "security.workspace.trust.startupPrompt": "never",
  "security.workspace.trust.banner": "never",
  // After the launch of the program, so that its past would matter.
  "trainingSpec.today": "2027-06-15",
};

const catalog = (metric) => `version: 1
kind: catalog
id: company
metrics:
  ${metric}: { name: Some rate, unit: "%" }
`;

const program = (target) => `version: 1
kind: program
id: save
title: Save
status: live
launch: 2027-02-01
catalogs: [company.training.yaml]
metrics:
  kept:
    use: save-rate
    role: primary
    target: { value: ${target}, by: 2027-10-31 }
`;

/** Two folders, each with a configuration and a catalog of the same name; the first is a repository with a past. */
export function runRestricted(setup) {
  const workspace = temporaryFolder("two-folders");
  const write = (name, text) => {
    mkdirSync(path.dirname(path.join(workspace, name)), { recursive: true });
    writeFileSync(path.join(workspace, name), text);
  };
  const git = (...args) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...args], {
      cwd: path.join(workspace, "one"),
      env: { ...process.env, GIT_AUTHOR_DATE: "2026-11-11T12:00:00Z", GIT_COMMITTER_DATE: "2026-11-11T12:00:00Z" },
    });
  write("both.code-workspace", JSON.stringify({ folders: [{ path: "one" }, { path: "two" }] }));
  write("notes.yaml", "a: 1\n");
  for (const folder of ["one", "two"]) {
    write(`${folder}/notes.yaml`, "a: 1\n");
    write(`${folder}/company.training.yaml`, catalog(folder === "one" ? "save-rate" : "another-rate"));
    write(`${folder}/save.training.yaml`, program(73));
    write(`${folder}/old/broken.training.yaml`, "version: 1\nkind: program\nlunch: 1\n");
  }
  write("one/training-spec.config.yaml", "version: 1\nignore: [old/**]\n");
  write("two/training-spec.config.yaml", "version: 1\nrules: { missing-need: off }\n");
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "Promise");
  write("one/save.training.yaml", program(71));
  return runSuiteInBrowser("node", {
    ...setup,
    suite: "restricted",
    workspace: path.join(workspace, "both.code-workspace"),
    settings: SETTINGS,
    asksForTrust: true,
  });
}
