import { priorities } from "../../server/src/features/priorities.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";

export const FOLDER = "file:///p/";

/** What a program of a made-up portfolio says; the rest is the same in all. */
export interface Plan {
  readonly status?: string;
  readonly goal?: string;
  readonly change?: string;
  readonly contribution?: string;
  readonly currency?: string;
  readonly cost?: number;
  readonly design?: string;
  readonly role?: string;
  readonly launch?: string;
  readonly horizon?: string;
}

export const CATALOG = `version: 1
kind: catalog
id: shop
currency: EUR
goals:
  later: { statement: Later, priority: 2 }
  sooner: { statement: Sooner, priority: 1 }
  someday: { statement: Someday }
metrics:
  returns:
    name: Return rate
    definition: parcels sent back / parcels sent
    kind: proportion
    unit: "%"
    direction: lower
    supports: sooner
    value: { amount: 10, per: parcel }
`;

/** A program in which each point of change is worth 10,000 a year, times the contribution. */
export function programText(id: string, plan: Plan = {}): string {
  const currency = plan.currency ?? "EUR";
  const metric =
    currency === "EUR"
      ? "use: returns"
      : 'name: Returns\n    kind: proportion\n    unit: "%"\n    direction: lower\n    value: { amount: 10, per: parcel }';
  return `version: 1
kind: program
id: ${id}
title: ${id}
status: ${plan.status ?? "planned"}
launch: ${plan.launch ?? "2027-03-01"}
catalogs: [company.training.yaml]
need: { goal: ${plan.goal ?? "sooner"} }
audience:
  staff: { role: ${plan.role ?? id}, size: 40 }
metrics:
  returns:
    ${metric}
    role: primary
    baseline: { value: 24, n: 90000, from: 2026-01-01, to: 2026-06-30 }
    target: { value: 20, by: 2027-12-31 }
    volume: 100000
measurement:
  design: ${plan.design ?? "control-group"}
  compare: { group: the others, assigned: random, n: 90000 }
money:
  currency: ${currency}
  basis: cost-avoided
  horizon: ${plan.horizon ?? "12 months"}
  expected-change:
    returns: ${plan.change ?? "{ low: 2, likely: 3, high: 4 }"}
  contribution: ${plan.contribution ?? "1"}
  costs:
    development: ${plan.cost ?? 1000}
`;
}

/** The workspace of some plans and further files, with a catalog of three goals. */
export function workspaceOf(plans: Readonly<Record<string, Plan>>, files: Readonly<Record<string, string>> = {}) {
  const workspace = new Workspace();
  workspace.set(`${FOLDER}company.training.yaml`, CATALOG);
  for (const [id, plan] of Object.entries(plans)) workspace.set(`${FOLDER}${id}.training.yaml`, programText(id, plan));
  for (const [name, text] of Object.entries(files)) workspace.set(FOLDER + name, text);
  return workspace;
}

export function prioritiesFor(plans: Readonly<Record<string, Plan>>, files: Readonly<Record<string, string>> = {}) {
  return priorities(workspaceOf(plans, files).snapshot(20_779));
}
