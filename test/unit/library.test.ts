import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { libraryMetric, libraryMetrics, nearestLibraryMetrics } from "../../server/src/library/metric-library.ts";
import sources from "../../server/src/library/sources.json" with { type: "json" };
import { source } from "../../server/src/library/sources.ts";

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const metrics = libraryMetrics();

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, " ");
}

/** The ids of the metrics that break a promise: an empty list reads better in a failure than a count. */
function idsWhere(breaks: (metric: (typeof metrics)[number]) => boolean): readonly string[] {
  return metrics.filter(breaks).map(({ id }) => id);
}

describe("metrics", () => {
  test("hold the standard business metrics and the learning measures", () => {
    const learning = metrics.filter(({ category }) => category === "learning");
    assert.equal(learning.length, 17);
    assert.equal(metrics.length - learning.length, 108);
  });

  test("have ids in kebab-case", () => {
    assert.deepEqual(
      idsWhere(({ id }) => !kebab.test(id)),
      [],
    );
  });

  test("have ids and aliases of which none means two metrics", () => {
    const owners = new Map<string, string>();
    for (const { id, aliases } of metrics) {
      for (const name of [id, ...aliases]) {
        const other = owners.get(plain(name));
        assert.equal(other, undefined, `"${name}" of ${id} also stands for ${other}`);
        owners.set(plain(name), id);
      }
    }
  });

  test("have names of which none is the id or an alias of another", () => {
    const owners = new Map(metrics.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => [plain(name), id])));
    assert.deepEqual(
      idsWhere(({ id, name }) => (owners.get(plain(name)) ?? id) !== id),
      [],
    );
    assert.equal(new Set(metrics.map(({ name }) => name)).size, metrics.length);
  });

  test("are guarded by metrics that exist, and not by themselves", () => {
    assert.deepEqual(
      idsWhere(({ id, guardrails }) => guardrails.some((guard) => guard === id || !libraryMetric(guard))),
      [],
    );
  });

  test("are gameable exactly when something guards them", () => {
    assert.deepEqual(
      idsWhere(({ gameable, guardrails, guardrailText }) => gameable !== (guardrails.length > 0 || !!guardrailText)),
      [],
    );
  });

  test("have bounds that leave room", () => {
    assert.deepEqual(
      idsWhere(({ bounds: { min = -Infinity, max = Infinity } }) => min >= max),
      [],
    );
    assert.deepEqual(
      idsWhere(({ unit, bounds }) => unit !== "%" && unit !== "points" && bounds.min !== 0),
      [],
    );
  });

  test("pass 100 % only where that can happen", () => {
    assert.deepEqual(
      idsWhere(({ unit, bounds }) => unit === "%" && bounds.max !== 100),
      ["project-schedule-variance", "net-revenue-retention", "employee-turnover", "inventory-shrink", "warranty-cost"],
    );
  });

  test("write every proportion in percent", () => {
    assert.deepEqual(
      idsWhere(({ kind, unit }) => kind === "proportion" && unit !== "%"),
      [],
    );
  });

  test("name the exposure in the unit of every rate, and of nothing else", () => {
    assert.deepEqual(
      idsWhere(({ kind, unit }) => (kind === "rate") !== /^per (\d+ )?[A-Za-z-]+$/.test(unit)),
      [],
    );
  });

  test("cite sources that exist, and say what these cover", () => {
    assert.deepEqual(
      idsWhere(({ sources: codes }) => codes.some((code) => !source(code))),
      [],
    );
    assert.deepEqual(
      idsWhere(({ sources: codes, sourcesCover }) => codes.length > 0 !== (sourcesCover !== undefined)),
      [],
    );
  });

  test("cite for a definition only what the research sources", () => {
    assert.deepEqual(
      idsWhere(({ sourcesCover }) => sourcesCover === "definition"),
      [
        "average-handle-time",
        "customer-satisfaction",
        "customer-satisfaction-score",
        "net-promoter-score",
        "first-contact-resolution",
        "total-recordable-incident-rate",
        "days-away-restricted-transferred-rate",
        "cost-per-contact",
      ],
    );
  });

  test("never offer a learning measure as an outcome", () => {
    assert.deepEqual(
      idsWhere((metric) => metric.category === "learning" && metric.class === "outcome"),
      [],
    );
    assert.deepEqual(
      idsWhere((metric) => metric.category !== "learning" && metric.class !== "outcome"),
      ["overdue-certifications", "skill-proficiency"],
    );
  });

  test("say what they are and what goes wrong, in sentences", () => {
    assert.deepEqual(
      idsWhere(({ name, definition, systems }) => !name || !definition || systems.length === 0),
      [],
    );
    assert.deepEqual(
      idsWhere(({ pitfalls }) => pitfalls.length === 0 || pitfalls.some((text) => !/^[A-Z].*\.$/.test(text))),
      [],
    );
  });

  test("lag by one refresh at least, and only on a ground", () => {
    assert.equal(libraryMetric("customer-churn")?.lag?.days, 30);
    assert.equal(libraryMetric("first-year-retention")?.lag?.days, 365);
    assert.equal(libraryMetric("audit-findings")?.lag, undefined);
    assert.deepEqual(
      idsWhere(({ lag }) => lag !== undefined && (lag.days <= 0 || lag.ground.key === "")),
      [],
    );
    assert.deepEqual(
      idsWhere(({ lag, category }) => lag !== undefined && category === "learning"),
      [],
    );
  });
});

describe("libraryMetric", () => {
  test("takes an id and the form a spec refers by", () => {
    const metric = libraryMetric("library/customer-churn");
    assert.equal(metric?.name, "Customer churn");
    assert.equal(libraryMetric("customer-churn"), metric);
    assert.equal(
      metric,
      libraryMetrics().find(({ id }) => id === "customer-churn"),
    );
  });

  test("takes nothing else", () => {
    for (const id of ["churn", "AHT", "library/", "", "library/library/customer-churn", "constructor"]) {
      assert.equal(libraryMetric(id), undefined, id);
    }
  });
});

describe("nearestLibraryMetrics", () => {
  const firstFor = (text: string) => nearestLibraryMetrics(text, 1)[0]?.id;

  test("knows abbreviations, other names and slips", () => {
    assert.equal(firstFor("AHT"), "average-handle-time");
    assert.equal(firstFor("trir"), "total-recordable-incident-rate");
    assert.equal(firstFor("first call resolution"), "first-contact-resolution");
    assert.equal(firstFor("library/custmer-churn"), "customer-churn");
    assert.equal(firstFor("employee turnover"), "employee-turnover");
    assert.equal(firstFor("output per labour hour"), "output-per-labor-hour");
    assert.equal(firstFor("billable utilisation"), "billable-utilization");
    assert.equal(firstFor("course completions"), "completion-rate");
  });

  test("serves while one types", () => {
    assert.deepEqual(
      nearestLibraryMetrics("phish", 5).map(({ id }) => id),
      ["phishing-click-rate", "phishing-report-rate"],
    );
    assert.equal(firstFor("library/average-h"), "average-handle-time");
  });

  test("finds every metric by its own id, name and aliases", () => {
    for (const { id, name, aliases } of metrics) {
      for (const text of [id, name, ...aliases]) assert.equal(firstFor(text), id, text);
    }
  });

  test("is silent when nothing is alike, and keeps to the limit", () => {
    assert.deepEqual(nearestLibraryMetrics("xylophone", 3), []);
    assert.equal(nearestLibraryMetrics("rate", 4).length, 4);
    assert.equal(nearestLibraryMetrics("rate", 0).length, 0);
    assert.deepEqual(nearestLibraryMetrics("library/", 2), metrics.slice(0, 2));
  });
});

describe("source", () => {
  test("knows a code and nothing like it", () => {
    assert.match(source("TRIR")?.address ?? "", /nsc\.org/);
    assert.equal(source("trir"), undefined);
    assert.equal(source("toString"), undefined);
  });

  test("has a title and an address for every code", () => {
    for (const code of Object.keys(sources)) {
      const found = source(code);
      assert.match(code, /^[0-9A-Z]+(-[0-9A-Z]+)*$/);
      assert.ok(found?.title && found.address, code);
    }
  });
});
