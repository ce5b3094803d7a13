import { Console } from "node:console";
import { type Connection, createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { VERSION } from "../base/version.ts";
import { todayOnTheClock } from "../host/clock.ts";
import { loadTranslation } from "../host/load-translation.ts";
import { NODE_FILES } from "./node-files.ts";
import { NodeMemory } from "./node-memory.ts";
import { serve } from "./server.ts";
import { StreamReader } from "./stream-reader.ts";
import { StreamWriter } from "./stream-writer.ts";

const USAGE = `training-spec-language-server ${VERSION}

Checks training specs while they are written. Started by an editor, over the Language Server Protocol:

  training-spec-language-server --stdio
  training-spec-language-server --node-ipc
  training-spec-language-server --socket=PORT
`;

let isShutDown = false;
const args = process.argv.slice(2);
if (args.includes("--version")) process.stdout.write(`${VERSION}\n`);
else if (args.includes("--help") || args.includes("-h")) process.stdout.write(USAGE);
else {
  const transport = /^--(stdio|node-ipc|socket|pipe)\b/;
  if (!args.some((arg) => transport.test(arg))) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
  } else
    serve({
      connection: connect(),
      files: NODE_FILES,
      today: todayOnTheClock,
      translation: (locale) => loadTranslation(__dirname, locale),
      memory: (options) => new NodeMemory(__filename, options),
      whenShutDown: () => {
        isShutDown = true;
      },
    });
}

/** Over the transport that the arguments name. */
function connect(): Connection {
  if (!args.includes("--stdio")) return createConnection(ProposedFeatures.all);
  // What a library says must not get into the messages.
  globalThis.console = new Console(process.stderr);
  const { stdin, stdout } = process;
  const connection = createConnection(ProposedFeatures.all, new StreamReader(stdin), new StreamWriter(stdout));
  // An editor that was ended asks for nothing any more.
  const leave = () => process.exit(isShutDown ? 0 : 1);
  stdin.once("end", leave).once("close", leave);
  return connection;
}
