import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { DockerfileParser, type JSONInstruction } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import picomatch from "picomatch";
import { folderWith } from "../support/cli.ts";
import { packedFile } from "../support/packed.ts";

const TEXT = readFileSync("packages/container/Containerfile", "utf8");
const FILE = DockerfileParser.parse(TEXT);

/** What an instruction of the exec form holds. */
function words(keyword: string): string[] {
  const instruction = FILE.getInstructions().find((each) => each.getKeyword() === keyword) as JSONInstruction;
  return instruction.getJSONStrings().map((string) => JSON.parse(string.getValue()));
}

test("the container file has no mistake, and needs no root to run", () => {
  assert.deepEqual(validate(TEXT), []);
  const users = FILE.getInstructions().filter((each) => each.getKeyword() === "USER");
  assert.deepEqual(
    users.map((user) => user.getArgumentsContent()),
    ["node"],
  );
  const [major] = /\d+/.exec(FILE.getFROMs()[0]?.getImageTag() ?? "") ?? [];
  assert.ok(Number(major) >= 22);
});

test("what it copies is there, what it installs starts with its own words", () => {
  const [copy] = FILE.getCOPYs();
  const [source = "", target = ""] = copy?.getArguments().map((argument) => argument.getValue()) ?? [];
  const copied = readdirSync("build").filter((file) => picomatch.isMatch(file, source));
  assert.deepEqual(copied, [path.basename(packedFile())]);

  const install = FILE.getInstructions()
    .map((each) => each.getArgumentsContent() ?? "")
    .find((command) => command.startsWith("npm install"));
  const prefix = folderWith({});
  const command = (install ?? "")
    .replace(/\\\n/g, "")
    .split("&&")[0]
    ?.replace(`${target}${source}`, `${path.resolve("build")}/${source}`);
  const env = { PATH: process.env.PATH, HOME: prefix, npm_config_offline: "true", npm_config_prefix: prefix };
  const installed = spawnSync("sh", ["-c", command ?? "false"], { env, encoding: "utf8" });
  assert.equal(installed.status, 0, installed.stderr);

  const work = folderWith({ "a.training.yaml": "version: 1\nkind: catalog\nid: company\n" });
  const [program = "", ...args] = [...words("ENTRYPOINT"), ...words("CMD")];
  const bins = { PATH: `${path.join(prefix, "bin")}:${process.env.PATH}` };
  const run = spawnSync(program, args, { cwd: work, env: bins, encoding: "utf8" });
  assert.deepEqual([run.status, run.stdout], [0, "✓ Nothing to report in 1 file\n"]);
});
