import { type Day, parseDay } from "../base/date.ts";
import { code, type Message, say } from "../base/message.ts";
import type { OptionSpecs } from "./args.ts";
import type { Call } from "./command.ts";

/** The option of every command whose answer depends on the day. */
export const TODAY = {
  today: { value: "<YYYY-MM-DD>", help: "The day that counts as today" },
} as const satisfies OptionSpecs;

/** The day that counts as today: as `--today` says, else that of the clock; a message where it says no day. */
export function todayOf({ options, io }: Pick<Call, "options" | "io">): Day | Message {
  const written = options.get("today")?.[0];
  if (written === undefined) return io.today();
  return parseDay(written) ?? say`${code("--today")} takes a day such as ${code("2027-02-01")}, not ${code(written)}.`;
}
