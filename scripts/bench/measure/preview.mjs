import { readFileSync } from "node:fs";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { sizeCorpus } from "../corpus/corpora.mjs";
import { writeCorpus } from "../corpus/write-corpus.mjs";
import { LanguageClient } from "../language-client.mjs";
import { ourCommands } from "../ours.mjs";

const LINES = 300;

/** An edit, and the preview of the new text: chain, steps and money, as the panel beside the editor gets them. */
export async function measurePreview({ samples, build, plan, tell, profiles, isLate }) {
  const name = `ours/preview/${LINES}`;
  const { server } = ourCommands(profiles);
  const { folder } = writeCorpus(path.join(build, `size-${LINES}`), () => sizeCorpus(LINES));
  const file = path.join(folder, "program.training.yaml");
  const [text, uri] = [readFileSync(file, "utf8"), pathToFileURL(file).href];
  if (isLate()) return samples.skipAll([name]);
  tell(`preview: ${LINES} lines`);
  const client = new LanguageClient(server);
  try {
    await client.initialize(pathToFileURL(folder).href, server.options);
    client.open(uri, server.language, text);
    const line = text.split("\n").findIndex((each) => each.startsWith("title: "));
    const character = "title: ".length;
    for (let edit = -5; edit < plan.preview.edits; edit++) {
      const broken = edit % 2 === 0;
      const end = { line, character: broken ? character : character + 1 };
      const began = performance.now();
      client.change(uri, { start: { line, character }, end }, broken ? "x" : "");
      const preview = await client.request("trainingSpec/preview", { uri });
      const took = performance.now() - began;
      if (preview?.title.startsWith("x") !== broken) throw new Error("the preview does not show the edit");
      if (edit >= 0) samples.add(name, took);
    }
  } catch (error) {
    samples.refuse(name, error.message);
  } finally {
    await client.stop();
  }
}
