import path from "node:path";

const dist = path.resolve(import.meta.dirname, "../../dist");

/** The day that counts as today, so that findings do not depend on the day of the run. */
const TODAY = "2026-11-22";

/** How our bundles are started. `profiles`: a folder for a processor profile of each process. */
export function ourCommands(profiles) {
  const node = profiles === undefined ? [] : ["--cpu-prof", "--cpu-prof-dir", path.resolve(profiles)];
  return {
    server: {
      command: [...node, path.join(dist, "server.node.js"), "--stdio"],
      language: "training-spec",
      // As VS Code does with a server that offers it.
      pulls: true,
      // Each start is the first one, unless it is measured what a session leaves to the next.
      options: { today: TODAY, storage: false },
    },
    lint: (...operands) => [
      ...node,
      path.join(dist, "cli.js"),
      "lint",
      "--format",
      "pretty",
      "--today",
      TODAY,
      ...operands,
    ],
  };
}
