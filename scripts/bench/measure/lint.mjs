import { writeFileSync } from "node:fs";
import path from "node:path";
import { filesCorpus } from "../corpus/corpora.mjs";
import { writeCorpus } from "../corpus/write-corpus.mjs";
import { ourCommands } from "../ours.mjs";
import { LINTERS } from "../peers.mjs";
import { troubleWithFiles, troubleWithLines } from "../planted-mistakes.mjs";
import { timeCommand } from "../time-command.mjs";

/** Whole processes over folders of specs: ours, the peers and an empty script, in turn. */
export async function measureLint({ samples, build, plan, tell, profiles, isLate }) {
  const empty = path.join(build, "empty.cjs");
  writeFileSync(empty, "");
  for (const { files, rounds, peers } of plan.lint) {
    const corpus = writeCorpus(path.join(build, `files-${files}`), () => filesCorpus(files));
    const arms = [
      ...(files === 1 ? [{ name: "node/empty/1", args: [empty], cwd: build, trouble: () => undefined, rounds }] : []),
      {
        name: `ours/lint/${files}`,
        args: ourCommands(profiles).lint(files === 1 ? [...corpus.planted.keys()][0] : "."),
        cwd: corpus.folder,
        trouble: (output) => troubleWithLines(output, corpus.planted),
        rounds,
      },
      ...Object.entries(peers).map(([peer, times]) => peerArm(peer, files, times, build)),
    ];
    for (let round = 0; round < rounds; round++) {
      for (const arm of arms.filter((each) => round < each.rounds)) {
        tell(`lint: ${files} files, round ${round + 1} of ${arm.rounds}, ${arm.name.split("/")[0]}`);
        if (isLate()) samples.skipAll([arm.name]);
        else await timeArm(samples, arm);
      }
    }
  }
}

function peerArm(peer, files, rounds, build) {
  const { command, header } = LINTERS[peer];
  const name = `files-${files}${header ? `-${peer}` : ""}`;
  const corpus = writeCorpus(path.join(build, name), () => filesCorpus(files), { header });
  return {
    name: `${peer}/lint/${files}`,
    args: command(path.join(build, "peers"), programsOf(files)),
    cwd: corpus.folder,
    trouble: (output) => troubleWithFiles(output, corpus.planted),
    rounds,
  };
}

/** For a tool that takes no pattern; catalogs, one in a hundred files, are left out for it. */
function programsOf(files) {
  return filesCorpus(files)
    .files.map(({ path: name }) => name)
    .filter((name) => name.includes("/program-"));
}

async function timeArm(samples, { name, args, cwd, trouble }) {
  if (samples.isRefused(name)) return;
  const { milliseconds, code, output } = await timeCommand(args, { cwd });
  const why = trouble(output);
  if (why === undefined) samples.add(name, milliseconds);
  else samples.refuse(name, `${name.split("/")[0]} ${why} (it ended with ${code})`);
}
