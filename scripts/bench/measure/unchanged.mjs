import { rmSync } from "node:fs";
import path from "node:path";
import { filesCorpus } from "../corpus/corpora.mjs";
import { writeCorpus } from "../corpus/write-corpus.mjs";
import { ourCommands } from "../ours.mjs";
import { troubleWithLines } from "../planted-mistakes.mjs";
import { timeCommand } from "../time-command.mjs";

/** A second run over files of which none has changed, beside reading them all. */
export async function measureUnchanged({ samples, build, plan, tell, profiles, isLate }) {
  const { lint } = ourCommands(profiles);
  const { output: help } = await timeCommand(lint("--help"));
  for (const { files, rounds } of plan.unchanged) {
    const name = `ours/unchanged/${files}`;
    if (!help.includes("--cache-location")) {
      samples.skip(name, "not available: `training-spec lint` has no option `--cache`");
      continue;
    }
    if (isLate()) {
      samples.skipAll([name]);
      continue;
    }
    const { folder, planted } = writeCorpus(path.join(build, `files-${files}`), () => filesCorpus(files));
    const cache = path.join(build, `cache-${files}`);
    rmSync(cache, { recursive: true, force: true });
    const run = () => timeCommand(lint("--cache", "--cache-location", cache, "."), { cwd: folder });
    tell(`unchanged: ${files} files, filling the cache`);
    await run();
    for (let round = 0; round < rounds && !samples.isRefused(name); round++) {
      tell(`unchanged: ${files} files, round ${round + 1} of ${rounds}`);
      const read = await timeCommand([path.join(import.meta.dirname, "../read-files.mjs"), folder]);
      samples.add(`node/read/${files}`, read.milliseconds);
      const { milliseconds, output } = await run();
      const why = troubleWithLines(output, planted);
      if (why === undefined) samples.add(name, milliseconds);
      else samples.refuse(name, `ours ${why}`);
    }
  }
}
