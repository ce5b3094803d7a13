import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { Span } from "../../server/src/base/span.ts";
import { programGraph } from "../../server/src/features/preview-program.ts";
import { timelineOf } from "../../server/src/features/preview-timeline.ts";
import type { Range } from "../../server/src/pictures/drawing.ts";
import { drawResultsChain } from "../../server/src/pictures/results-chain.ts";
import { drawTimeline } from "../../server/src/pictures/timeline.ts";
import type { Snapshot } from "../../server/src/workspace/snapshot.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { some } from "../support/effort.ts";
import { Random } from "../support/mutate.ts";
import { typing } from "../support/typing.ts";

/** More on demand: `EDITS=300 SEED=2 node test/run.mjs preview-typing`. */
const EDITS = Number(process.env.EDITS ?? 8);
const SEED = Number(process.env.SEED ?? 0);
const TODAY = 20_779;
const FOLDER = "file:///samples/";

const files = new Map(
  readdirSync("samples", { recursive: true })
    .map((name) => String(name).replaceAll("\\", "/"))
    .filter((name) => /\.(yaml|csv)$/.test(name) && !name.startsWith("broken"))
    .map((name) => [FOLDER + name, readFileSync(`samples/${name}`, "utf8")]),
);

test("what is drawn again while somebody types is what is drawn afresh", () => {
  for (const [uri, text] of some([...files], 6)) {
    if (!/^kind: program/m.test(text)) continue;
    const workspace = open(files);
    for (const edited of [...linesAdded(text), ...typing(text, EDITS, new Random(uri.length + SEED))]) {
      workspace.set(uri, edited, { isOpen: true });
      const afresh = open(new Map([...files, [uri, edited]]));
      assert.deepEqual(pictures(workspace.snapshot(TODAY), uri), pictures(afresh.snapshot(TODAY), uri), edited);
    }
  }
});

test("a picture in which nothing has changed is not drawn again, and one that has moved is", () => {
  const uri = `${FOLDER}field-service/early-call.training.yaml`;
  const text = files.get(uri) ?? "";
  const workspace = open(files);
  const drawn = [text, text.replace(/^title: /m, "title: x"), `# above\n${text}`].map((each) => {
    workspace.set(uri, each, { isOpen: true });
    return pictures(workspace.snapshot(TODAY), uri);
  });
  assert.equal(drawn[0]?.timeline, drawn[1]?.timeline);
  assert.notEqual(drawn[0]?.chain?.svg, drawn[1]?.chain?.svg);
  assert.notDeepEqual(drawn[1]?.timeline, drawn[2]?.timeline);
});

function* linesAdded(text: string): Iterable<string> {
  yield text.replace(/^title: /m, "title: x");
  yield `# above\n${text}`;
  yield text;
}

function pictures(snapshot: Snapshot, uri: string) {
  const context = snapshot.context(uri);
  if (!context?.isProgram) return undefined;
  const rangeOf = (span: Span): Range | undefined => {
    const place = snapshot.place(span);
    if (!place) return undefined;
    const { file, at } = place;
    return { start: file.lines.positionAt(at.start), end: file.lines.positionAt(at.end) };
  };
  const timeline = timelineOf(context);
  return {
    chain: drawResultsChain(programGraph(context, context.program?.title?.value ?? ""), { rangeOf }),
    timeline: timeline && drawTimeline(timeline, { rangeOf }),
  };
}

function open(texts: ReadonlyMap<string, string>): Workspace {
  const workspace = new Workspace();
  for (const [uri, text] of texts) workspace.set(uri, text);
  return workspace;
}
