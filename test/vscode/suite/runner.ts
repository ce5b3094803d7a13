import type { Event } from "vscode";

export interface Case {
  readonly name: string;
  readonly check: () => Promise<void> | void;
}

export interface Result {
  readonly passed: number;
  readonly failed: number;
}

const CASE_MS = 90_000;
/** After this many failures in a row something is wrong that no further case needs to wait for. */
const GIVE_UP_AFTER = 3;

/** Runs the cases one after another and says of each how it went. */
export async function runCases(cases: readonly Case[]): Promise<Result> {
  let failed = 0;
  let inARow = 0;
  for (const { name, check } of cases) {
    if (inARow >= GIVE_UP_AFTER) {
      failed += 1;
      console.log(`  NOT RUN ${name}`);
      continue;
    }
    const begin = Date.now();
    try {
      await within(CASE_MS, name, Promise.resolve().then(check));
      inARow = 0;
      console.log(`  ok      ${name} (${Date.now() - begin} ms)`);
    } catch (error) {
      failed += 1;
      inARow += 1;
      console.log(`  FAILED  ${name} (${Date.now() - begin} ms)\n${error instanceof Error ? error.stack : error}`);
    }
  }
  return { passed: cases.length - failed, failed };
}

/** What `probe` finds, at once or after one of the `events`. Never sleeps; rejects when nothing is found in time. */
export async function eventually<Found>(
  what: string,
  events: readonly Event<unknown>[],
  probe: () => Found | undefined | false | Promise<Found | undefined | false>,
): Promise<Found> {
  const subscriptions: { dispose(): unknown }[] = [];
  try {
    return await within(
      30_000,
      what,
      new Promise<Found>((resolve, reject) => {
        const look = async () => {
          const found = await probe();
          if (found !== undefined && found !== false) resolve(found);
        };
        const lookAgain = () => void look().catch(reject);
        for (const event of events) subscriptions.push(event(lookAgain));
        lookAgain();
      }),
    );
  } finally {
    for (const subscription of subscriptions) subscription.dispose();
  }
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function within<Value>(ms: number, what: string, promise: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error(`Timed out after ${ms / 1000} s: ${what}`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(limit));
  });
}
