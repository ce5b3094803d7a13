import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { VERSION } from "../../server/src/base/version.ts";
import type { Doctor, EditorFacts, OpenFileFacts } from "../../server/src/lsp/protocol.ts";
import type { LspClient } from "../support/lsp.ts";
import { withServer, workspace } from "../support/served.ts";

const CATALOG = "version: 1\nkind: catalog\nid: company\n";
const FACTS: EditorFacts = {
  editor: "Some Editor 1.2",
  extension: VERSION,
  host: "desktop",
  system: "linux",
  trusted: true,
  folders: 1,
  settings: {},
  errors: [],
};

const ask = (client: LspClient, facts: Partial<EditorFacts>): Promise<Doctor> =>
  client.request<Doctor>("trainingSpec/doctor", { ...FACTS, ...facts });

const file = (facts: Partial<OpenFileFacts>): { file: OpenFileFacts } => ({
  file: {
    uri: "untitled:x",
    name: "a.training.yaml",
    language: "training-spec",
    looksLikeSpec: true,
    isInWorkspace: true,
    otherCheckers: [],
    ...facts,
  },
});

withServer("finds nothing wrong where nothing is", async (client) => {
  const folder = workspace({ "company.training.yaml": CATALOG });
  execFileSync("git", ["init", "-q"], { cwd: folder.path });
  await client.initialize({ folder: folder.uri });
  const { problems, summary, markdown, report } = await ask(
    client,
    file({ uri: folder.of("company.training.yaml"), name: "company.training.yaml" }),
  );
  assert.equal(problems, 0, markdown);
  assert.equal(summary, "Nothing is wrong with the setup.");
  assert.match(
    markdown,
    /^- ✓ Training Spec \S+ in Some Editor 1\.2, on this machine; its language server is running\.$/m,
  );
  assert.match(markdown, /^- ✓ `company\.training\.yaml` is checked: nothing to report\.$/m);
  assert.match(markdown, /^- ✓ Found: 0 programs, 1 catalog\.$/m);
  assert.match(report, /^files: 1 catalog$/m);
  assert.doesNotMatch(report, /company/, "names stay here");
});

withServer("says of the folder what is in the way, with a way out", async (client) => {
  const folder = workspace({
    "training-spec.config.yaml": "version: 1\nignore: [old/**]\npaths:\n  - { files: [gone/**], profile: strict }\n",
    "program.training.yaml": "version: 1\nkind: program\nid: p\ncatalogs: [companny.training.yaml]\n",
    "old/a.training.yaml": CATALOG,
    "long.training.yaml": `${CATALOG}# ${"x".repeat(3_000_001)}\n`,
    "below/training-spec.config.yaml": "version: 1\nruls: {}\n",
    ".gitignore": "drafts/\n",
    "drafts/b.training.yaml": CATALOG,
  });
  execFileSync("git", ["init", "-q"], { cwd: folder.path });
  await client.initialize({ folder: folder.uri });
  const { markdown, problems } = await ask(
    client,
    file({ uri: folder.of("drafts/b.training.yaml"), name: "drafts/b.training.yaml" }),
  );
  for (const says of [
    /^- ✗ `program\.training\.yaml` names `companny\.training\.yaml`, which is not there\. Paths start/m,
    /^- ✗ `long\.training\.yaml`: This file has 3,000,041 characters.* Split it/m,
    /^- ✗ `below\/training-spec\.config\.yaml` counts for 0 files and has mistakes: the Problems panel says which\.$/m,
    /^- ! In `training-spec\.config\.yaml` no file matches `gone\/\*\*`/m,
    /^- ! `\.gitignore` leaves `drafts\/b\.training\.yaml` out/m,
    /^- · 1 file left out by `ignore`\.$/m,
  ])
    assert.match(markdown, says);
  assert.equal(problems, 5, markdown);
  const old = await ask(client, file({ uri: folder.of("old/a.training.yaml"), name: "old/a.training.yaml" }));
  assert.match(old.markdown, /^- ! `training-spec\.config\.yaml` leaves `old\/a\.training\.yaml` out/m);
});

withServer("says of the editor what is in the way, with a way out", async (client) => {
  const folder = workspace({ "company.training.yaml": CATALOG });
  await client.initialize({ folder: folder.uri, initializationOptions: { trusted: false } });
  const says = async (facts: Partial<EditorFacts>): Promise<string> => (await ask(client, facts)).markdown;
  for (const [facts, expected] of [
    [{ trusted: false }, /· This window is in Restricted Mode: Git is not run/],
    [{ extension: "0.0.1" }, /✗ .* the extension has version 0\.0\.1/],
    [{ settings: { "trainingSpec.today": "2020-01-01" } }, /! The setting `trainingSpec\.today` makes `2020-01-01`/],
    [{ errors: ["boom"] }, /✗ 1 request failed since/],
    [file({ language: "yaml" }), /✗ `a\.training\.yaml` is not checked: the editor takes it for `yaml`.*lower right/],
    [file({ language: "yaml", association: "*.yaml" }), /`files\.associations` says so with `\*\.yaml`/],
    [file({ name: "a.yaml", language: "yaml" }), /✗ `a\.yaml` begins like a training spec.*rename it/],
    [file({ name: "a.yaml", language: "yaml", looksLikeSpec: false }), /· `a\.yaml` is no training spec/],
    [file({ name: "a.yaml" }), /! `a\.yaml` is checked only while it is open/],
    [file({ isInWorkspace: false }), /! `a\.training\.yaml` lies in none of the folders/],
    [file({ otherCheckers: ["YAML"] }), /! `YAML` reports in `a\.training\.yaml` too/],
  ] as const)
    assert.match(await says(facts), expected);
});
