import assert from "node:assert/strict";
import { test } from "node:test";
import { KeptFindings } from "../../server/src/rules/kept-findings.ts";
import type { Context } from "../../server/src/workspace/context.ts";
import { facetBit } from "../../server/src/workspace/facet.ts";
import type { Looks } from "../../server/src/workspace/looks.ts";

const METRICS = facetBit("metrics");
const OBJECTIVES = facetBit("objectives");
const MONEY = facetBit("money");

/** What is kept of one objective of which a rule said nothing, after a pass in which nothing had to be asked. */
function quiet(looks: Looks) {
  const kept = new KeptFindings();
  const objective = {};
  kept.renew(0);
  const kind = kept.of("objective");
  const memory = kind.of(objective);
  memory.keep(0, [], looks);
  memory.close();
  kind.close(OBJECTIVES, true);
  kept.sweep();
  /** Whether it holds after a change of some facets, where questions still have their answers or not. */
  const holds = (changed: number, stillAnswers: boolean): boolean => {
    kept.renew(changed);
    const found = kind.all({ stillAnswers: () => stillAnswers } as unknown as Context);
    kept.sweep();
    return found !== undefined;
  };
  return { kept, kind, holds };
}

const ASKED: Looks = {
  touched: METRICS,
  whole: 0,
  asked: [{ about: "metrics", id: "m", answer: undefined, facets: METRICS }],
};

test("parts of a kind are not looked at as long as there are the same, and what was asked has the same answers", () => {
  const { holds } = quiet(ASKED);
  assert.ok(holds(MONEY, false), "nobody looked at it");
  assert.ok(holds(METRICS, true), "the answer is the same");
  assert.ok(holds(MONEY | METRICS, true), "again");
  assert.ok(!holds(METRICS, false), "another answer");
});

test("they are looked at where there may be others, or something was looked at as a whole", () => {
  assert.ok(!quiet(ASKED).holds(OBJECTIVES, true), "other objectives");
  assert.ok(!quiet({ touched: MONEY, whole: MONEY, asked: [] }).holds(MONEY, true), "all of the money");
});

test("where a rule had to be asked, and after all is forgotten, they are looked at the next time", () => {
  const { kind, holds } = quiet(ASKED);
  kind.close(OBJECTIVES, false);
  assert.ok(!holds(MONEY, true));
  const { kept } = quiet(ASKED);
  kept.forget();
  assert.equal(kept.of("objective").all({ stillAnswers: () => true } as unknown as Context), undefined);
});
