/**
 * What the product promises about its speed. Each goal names the measurement that yields its samples; samples have
 * names such as `ours/keystroke/300`.
 *   faster      median of `theirs` (less `without`) over median of `ours`, at least `least`
 *   at-most     median of `ours`, over the median of `floor` where there is one, at most `most`
 *   growth      exponent of the growth of `ours` to `larger`, which is `times` as large, at most `most`
 */
const YLS = "yaml-language-server";

/** How long yaml-language-server waits before it looks at a text; not configurable. */
const DEBOUNCE = 200;

const WORK = {
  keystroke: "keystroke to fresh diagnostics",
  completion: "completion",
  hover: "hover",
  start: "process start to first diagnostics",
  memory: "peak memory of the server",
};

const keystrokes = [
  [300, 100, 10],
  [3000, 150, 40],
  [30000, 200, 120],
].flatMap(([lines, withWait, without]) => {
  const samples = { ours: `ours/keystroke/${lines}`, theirs: `${YLS}/keystroke/${lines}` };
  const work = `${WORK.keystroke}, ${numeral(lines)} lines, against ${YLS}`;
  return [
    goal("faster", `keystroke-${lines}`, "editor", work, { ...samples, least: withWait }),
    goal("faster", `keystroke-${lines}-without-debounce`, "editor", `${work} with its debounce taken off`, {
      ...samples,
      without: DEBOUNCE,
      least: without,
    }),
  ];
});

const editor = [
  ["completion", 3000, 50],
  ["hover", 3000, 10],
  ["start", 300, 7],
  ["start", 30000, 5],
  ["memory", 300, 1.6],
  ["memory", 3000, 2],
  ["memory", 30000, 3],
].map(([what, lines, least]) =>
  goal("faster", `${what}-${lines}`, "editor", `${WORK[what]}, ${numeral(lines)} lines, against ${YLS}`, {
    ours: `ours/${what}/${lines}`,
    theirs: `${YLS}/${what}/${lines}`,
    least,
    unit: what === "memory" ? "MB" : "ms",
  }),
);

const lint = [
  ["ajv-cli", 1000, 1.5],
  ["ajv-cli", 10000, 1.5],
  ["redocly", 1000, 6],
  ["redocly", 10000, 10],
  ["spectral", 1000, 80],
].map(([peer, files, least]) =>
  goal("faster", `lint-${files}-${peer}`, "lint", `lint of ${numeral(files)} files against ${peer}`, {
    ours: `ours/lint/${files}`,
    theirs: `${peer}/lint/${files}`,
    least,
  }),
);

/** In the order of the report. */
export const GOALS = [
  ...keystrokes,
  ...editor,
  goal("at-most", "lint-1", "lint", "lint of one file against an empty Node script", {
    ours: "ours/lint/1",
    floor: "node/empty/1",
    most: 1.8,
  }),
  ...lint,
  ...[1000, 10000].map((files) =>
    goal(
      "at-most",
      `unchanged-${files}`,
      "unchanged",
      `lint of ${numeral(files)} files again, nothing changed, against reading them`,
      { ours: `ours/unchanged/${files}`, floor: `node/read/${files}`, most: 2 },
    ),
  ),
  goal(
    "at-most",
    "workspace-start",
    "workspace",
    "workspace of 5,000, seen for the first time: start to all diagnostics",
    {
      ours: "ours/workspace/start",
      most: 3000,
    },
  ),
  goal("at-most", "workspace-start-again", "workspace", "workspace of 5,000, opened again: start to all diagnostics", {
    ours: "ours/workspace/start-again",
    most: 3000,
  }),
  goal("at-most", "workspace-memory", "workspace", "workspace of 5,000: peak memory once all is read", {
    ours: "ours/workspace/memory",
    most: 350,
    unit: "MB",
  }),
  goal("at-most", "workspace-edit-open", "workspace", "edit in a catalog that all 5,000 use: the open files", {
    ours: "ours/workspace/edit-open",
    most: 50,
  }),
  goal("at-most", "workspace-edit-all", "workspace", "edit in a catalog that all 5,000 use: all files", {
    ours: "ours/workspace/edit-all",
    most: 1000,
  }),
  ...["keystroke", "start"].map((what) =>
    goal("growth", `growth-${what}`, "editor", `growth of ${WORK[what]} from 300 to 30,000 lines`, {
      ours: `ours/${what}/300`,
      larger: `ours/${what}/30000`,
      times: 100,
      most: 1.05,
    }),
  ),
  goal("growth", "growth-lint", "lint", "growth of lint from 100 to 10,000 files", {
    ours: "ours/lint/100",
    larger: "ours/lint/10000",
    times: 100,
    most: 1.05,
  }),
  goal("at-most", "preview", "preview", "preview update after an edit, 300 lines", {
    ours: "ours/preview/300",
    most: 16,
  }),
];

function goal(kind, id, measurement, work, rest) {
  return { kind, id, measurement, work, unit: "ms", ...rest };
}

/** 30000 → 30,000 */
export function numeral(number) {
  return number.toLocaleString("en-US");
}
