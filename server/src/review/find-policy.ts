import { lazy } from "../base/lazy.ts";
import { code, say } from "../base/message.ts";
import { CHAIN_POLICIES } from "./policies-chain.ts";
import { promisesOf } from "./policies-measure.ts";
import { MEASUREMENT_POLICIES } from "./policies-measurement.ts";
import { METRIC_POLICIES } from "./policies-metric.ts";
import { MONEY_POLICIES } from "./policies-money.ts";
import { PROGRAM_POLICIES } from "./policies-program.ts";
import { SHARED_POLICIES } from "./policies-shared.ts";
import { type Policies, type Policy, wording } from "./policy.ts";

const ALL: Policies = {
  ...promisesOf("metrics"),
  ...promisesOf("behaviors"),
  ...METRIC_POLICIES,
  ...CHAIN_POLICIES,
  ...MEASUREMENT_POLICIES,
  ...MONEY_POLICIES,
  ...PROGRAM_POLICIES,
  ...SHARED_POLICIES,
};

/** Names and links between files: what they lead to is compared instead. */
const MEANINGLESS: ReadonlySet<string> = new Set(["version", "kind", "id", "title", "catalogs"]);

/** The policy for a place, with the keys that its pattern leaves open; undefined where a change means nothing. */
export function findPolicy(
  path: readonly string[],
): { readonly policy: Policy; readonly names: readonly string[] } | undefined {
  if (path.length === 1 && MEANINGLESS.has(path[0] ?? "")) return undefined;
  return match(tree(), path, []) ?? { policy: otherwise(path), names: [] };
}

interface Branch {
  readonly below: Map<string, Branch>;
  policy?: Policy;
}

const tree = lazy((): Branch => {
  const root: Branch = { below: new Map() };
  for (const [pattern, policy] of Object.entries(ALL)) {
    let at = root;
    for (const key of pattern.split(".")) {
      const next: Branch = at.below.get(key) ?? { below: new Map() };
      at.below.set(key, next);
      at = next;
    }
    at.policy = policy;
  }
  return root;
});

/** A key that is named wins over `*`. */
function match(branch: Branch, path: readonly string[], names: readonly string[]): ReturnType<typeof findPolicy> {
  const [key, ...rest] = path;
  if (key === undefined) return branch.policy && { policy: branch.policy, names };
  const [exact, any] = [branch.below.get(key), branch.below.get("*")];
  return (exact && match(exact, rest, names)) ?? (any && match(any, rest, [...names, key]));
}

function otherwise(path: readonly string[]): Policy {
  return {
    topic: "other",
    audiences: ["learning"],
    subject: () => say`${code(path.join("."))}`,
    judge: wording(say`Less is said than before.`),
  };
}
