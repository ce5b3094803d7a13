import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { sizeCorpus } from "../corpus/corpora.mjs";
import { writeCorpus } from "../corpus/write-corpus.mjs";
import { editingSession } from "../editing-session.mjs";
import { ourCommands } from "../ours.mjs";
import { yamlLanguageServer } from "../peers.mjs";

/** Keystroke, completion, hover, start and memory of both language servers, in turn, over files of growing size. */
export async function measureEditor({ samples, build, plan, tell, profiles, isLate }) {
  const arms = { ours: ourCommands(profiles).server, "yaml-language-server": yamlLanguageServer() };
  for (const { lines, rounds, edits } of plan.editor) {
    const { folder } = writeCorpus(path.join(build, `size-${lines}`), () => sizeCorpus(lines));
    const file = path.join(folder, "program.training.yaml");
    const place = {
      folder: pathToFileURL(folder).href,
      uri: pathToFileURL(file).href,
      text: readFileSync(file, "utf8"),
    };
    for (let round = 0; round < rounds; round++) {
      for (const [arm, server] of Object.entries(arms)) {
        tell(`editor: ${lines} lines, round ${round + 1} of ${rounds}, ${arm}`);
        if (isLate()) samples.skipAll(WHAT.map((what) => `${arm}/${what}/${lines}`));
        else await oneSession(samples, arm, lines, () => editingSession(server, { ...place, edits }));
      }
    }
  }
}

const WHAT = ["start", "keystroke", "completion", "hover", "memory"];

async function oneSession(samples, arm, lines, run) {
  const name = (what) => `${arm}/${what}/${lines}`;
  if (WHAT.some((what) => samples.isRefused(name(what)))) return;
  try {
    const found = await run();
    for (const what of WHAT) for (const number of found[what]) samples.add(name(what), number);
    if (found.memory.length === 0)
      samples.skip(name("memory"), "this system does not tell the peak memory of a process");
  } catch (error) {
    for (const what of WHAT) samples.refuse(name(what), `${arm}: ${error.message}`);
  }
}
