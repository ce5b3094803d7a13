import assert from "node:assert/strict";
import { forecastOf, type MoneyForecast } from "../../server/src/appraisal/forecast.ts";
import type { Derived } from "../../server/src/appraisal/forecast-figure.ts";
import { render } from "../../server/src/base/message.ts";
import type { Context } from "../../server/src/workspace/context.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

const URI = "file:///p/spec.training.yaml";

/** A program with one valued metric. */
export const SPEC = `version: 1
kind: program
id: save
title: Save
launch: 2027-02-01
metrics:
  save-rate:
    kind: proportion
    unit: "%"
    direction: higher
    role: primary
    baseline: { value: 69 }
    target: { value: 73 }
    volume: 96000
    value: { amount: 180, per: customer kept, basis: margin }
money:
  currency: USD
  basis: margin
  horizon: 12 months
  expected-change:
    save-rate: { low: 1, likely: 3, high: 4.5 }
  contribution: { low: 0.4, likely: 0.6, high: 0.8 }
  reach: 0.85
  costs:
    development: 46000
    participant-time: { people: 240, hours: 6, hourly-rate: 31 }
`;

/** The spec with stretches of it replaced. */
export function spec(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    assert.ok(text.includes(from), `"${from}" is not in the spec`);
    return text.replace(from, to);
  }, SPEC);
}

/** The program of a text, with a catalog beside it. */
export function contextOf(text: string, catalog?: string): Context {
  const workspace = new Workspace();
  workspace.set(URI, text);
  if (catalog !== undefined) workspace.set("file:///p/company.training.yaml", catalog);
  for (const uri of workspace.wanted()) workspace.setUnreadable(uri, "missing");
  const context = workspace.snapshot(20_779).context(URI);
  assert.ok(context);
  return context;
}

/** The forecast of a text that has one. */
export function forecast(text: string, catalog?: string): MoneyForecast {
  const made = forecastOf(contextOf(text, catalog));
  assert.ok(made?.kind === "forecast");
  return made;
}

/** A number that is known. */
export function value(derived: Derived): number {
  assert.ok(derived.kind === "figure", derived.kind === "figure" ? "" : render(derived.because));
  return derived.value;
}

/** Why a number is not known. */
export function why(derived: Derived): string {
  assert.ok(derived.kind === "not-estimable", "it is estimable");
  return render(derived.because);
}

/** No number in it is infinite or none. */
export function assertFinite(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value === "number") assert.ok(Number.isFinite(value));
  if (typeof value !== "object" || value === null || seen.has(value)) return;
  seen.add(value);
  for (const [key, each] of Object.entries(value)) {
    // The view leads back into the file, which is not ours.
    if (key !== "view" && key !== "span" && key !== "node") assertFinite(each, seen);
  }
}
