import { type Message, say } from "../../base/message.ts";
import type { Call, Command, Tell } from "../command.ts";
import { type ExitCode, USAGE } from "../exit-code.ts";
import { render } from "../language.ts";
import { OUTPUT_OPTIONS } from "../lint/lint-form.ts";
import { outputSettings } from "../lint/lint-settings.ts";
import { joinParts } from "../lint/parts.ts";
import { reportAgain } from "../lint/report-again.ts";

export const mergeCommand: Command = {
  operands: "[options] <part ...>",
  about:
    "Puts together what several runs of `training-spec lint --shard` found, and says it as one run would: in any format,\nwith the same exit code. The lines in question are shown where the specs are at hand.",
  options: OUTPUT_OPTIONS,
  examples: [
    {
      line: "training-spec lint --shard 1/4 --format part=part-1.json",
      does: "One of four runs, each on a machine of its own",
    },
    { line: "training-spec merge part-*.json --format sarif=report.sarif", does: "After all four" },
  ],
  run: merge,
};

async function merge(call: Call): Promise<ExitCode> {
  const { operands, io, tell } = call;
  const settings = outputSettings(call);
  if ("key" in settings) return refuse(tell, settings);
  if (operands.length === 0) return refuse(tell, say`Which parts? Name the files that the runs wrote.`);
  const reports = joinParts(operands, io);
  return "key" in reports ? refuse(tell, reports) : reportAgain(call, settings, reports);
}

async function refuse(tell: Tell, problem: Message): Promise<ExitCode> {
  await tell.problem(render(problem));
  return USAGE;
}
