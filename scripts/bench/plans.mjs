/** How much a run does: sizes, how often, and which peers take part how often. */
export const FULL = {
  seconds: Number.POSITIVE_INFINITY,
  editor: [
    { lines: 60, rounds: 1, edits: 6 },
    { lines: 300, rounds: 3, edits: 6 },
    { lines: 3000, rounds: 3, edits: 5 },
    { lines: 30000, rounds: 2, edits: 1 },
  ],
  lint: [
    { files: 1, rounds: 11, peers: { "ajv-cli": 3, redocly: 3, spectral: 2 } },
    { files: 100, rounds: 5, peers: { "ajv-cli": 3, redocly: 2, spectral: 1 } },
    { files: 1000, rounds: 3, peers: { "ajv-cli": 3, redocly: 3, spectral: 1 } },
    { files: 10000, rounds: 2, peers: { "ajv-cli": 2, redocly: 1 } },
  ],
  unchanged: [
    { files: 1000, rounds: 7 },
    { files: 10000, rounds: 5 },
  ],
  workspace: { programs: 5000, rounds: 1, edits: 1, patience: 120_000 },
  preview: { edits: 30 },
};

/** Under a minute: the sizes that fit. What is left out is said in the report. */
export const QUICK = {
  /** Nothing is started after that. */
  seconds: 42,
  editor: [
    { lines: 300, rounds: 1, edits: 2 },
    { lines: 3000, rounds: 1, edits: 2 },
  ],
  lint: [
    { files: 1, rounds: 5, peers: {} },
    { files: 100, rounds: 2, peers: { "ajv-cli": 1, redocly: 1 } },
    { files: 1000, rounds: 1, peers: { "ajv-cli": 1, redocly: 1 } },
  ],
  unchanged: [{ files: 1000, rounds: 2 }],
  workspace: { programs: 5000, rounds: 1, edits: 1, patience: 6000 },
  preview: { edits: 10 },
};
