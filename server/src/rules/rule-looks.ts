import type { Rule } from "./rule.ts";

/**
 * What each rule has ever looked at, in any file: bits of facets. A change of other facets changes nothing in what the rule
 * said of any of them.
 */
export class RuleLooks {
  readonly #touched = new Map<Rule, number>();

  note(rule: Rule, touched: number): void {
    const known = this.#touched.get(rule) ?? 0;
    if ((known | touched) !== known) this.#touched.set(rule, known | touched);
  }

  /** Whether the rule has looked at one of some facets. */
  hasSeen(rule: Rule, facets: number): boolean {
    return ((this.#touched.get(rule) ?? 0) & facets) !== 0;
  }
}
