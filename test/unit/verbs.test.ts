import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { source } from "../../server/src/library/sources.ts";
import verbs from "../../server/src/library/verbs.json" with { type: "json" };
import { bloomLevels, bloomLevelsOf, bloomVerbs, isVague, vagueVerb } from "../../server/src/library/verbs.ts";

describe("verbs", () => {
  test("that are vague are found at the head, whatever stands before and after", () => {
    for (const phrase of [
      "understand the refund policy",
      "Understands refunds",
      "be able to fully understand refunds",
      "To know, and to apply, the rules",
      "grasp the significance of a complaint",
      "becomes familiar with the tool",
      "is aware of hazards",
      "gain insight into churn",
    ])
      assert.ok(isVague(phrase), phrase);
  });

  test("that can be observed are not vague, nor is what they act on", () => {
    for (const phrase of [
      "run a know-your-customer check",
      "know-your-customer checks are filed",
      "demonstrate that they understand refunds",
      "plan an awareness campaign",
      "be able to",
      "",
    ])
      assert.ok(!isVague(phrase), phrase);
  });

  test("tell which vague verb it is and who says so", () => {
    assert.deepEqual(vagueVerb("appreciates the value"), { verb: "appreciate", sources: ["MAGER-E"] });
    assert.deepEqual(vagueVerb("grasp the significance of it")?.verb, "grasp the significance of");
    for (const [verb, codes] of Object.entries(verbs.en.vague)) {
      for (const code of codes) assert.ok(source(code), `${verb} cites ${code}`);
    }
  });

  test("belong to levels, several of them where they are used so", () => {
    assert.deepEqual(bloomLevelsOf("list"), ["remember"]);
    assert.deepEqual(bloomLevelsOf("choose and ask two diagnostic questions"), ["apply", "evaluate"]);
    assert.deepEqual(bloomLevelsOf("carry out the check"), ["apply"]);
    assert.deepEqual(bloomLevelsOf("understand"), []);
    assert.deepEqual(bloomLevelsOf("flummox"), []);
  });

  test("are recognized in British spelling and in other forms", () => {
    assert.deepEqual(bloomLevelsOf("analyse"), ["analyze"]);
    assert.deepEqual(bloomLevelsOf("analyses the log"), ["analyze"]);
    assert.deepEqual(bloomLevelsOf("prioritising"), bloomLevelsOf("prioritize"));
    assert.deepEqual(bloomLevelsOf("practise the call"), ["apply"]);
    assert.deepEqual(bloomLevelsOf("classifies"), bloomLevelsOf("classify"));
    assert.deepEqual(bloomLevelsOf("planning"), ["create"]);
  });

  test("that are vague are in no level", () => {
    const listed = bloomLevels.flatMap((level) => bloomVerbs(level));
    assert.deepEqual(
      listed.filter((verb) => isVague(verb)),
      [],
    );
    for (const level of bloomLevels) {
      for (const verb of bloomVerbs(level)) assert.ok(bloomLevelsOf(verb).includes(level), verb);
    }
  });

  test("of English do not fire on another language", () => {
    assert.ok(!isVague("understand", "de"));
    assert.deepEqual(bloomLevelsOf("list", "de"), []);
    assert.deepEqual(bloomVerbs("apply", "constructor"), []);
  });
});
