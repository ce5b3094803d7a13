import type { Span } from "../base/span.ts";
import type { Located } from "./located.ts";

/**
 * The `if` of a decision: clauses joined by `and`.
 * `<id> [change|difference] <|<=|>|>= <number> [unit] at <point>`, or `<id> within limit`.
 */
export interface Condition {
  readonly clauses: readonly Clause[];
  /** The first place where the text is no condition, and what was expected there. */
  readonly problem: { readonly span: Span; readonly expected: Expected } | undefined;
}

export type Expected = "measure" | "comparison" | "number" | "point" | "and" | "limit";

export interface Clause {
  readonly span: Span;
  readonly measure: Located<string>;
  /** `value`: as measured; `change`: after minus before; `difference`: against the comparison group. */
  readonly of: "value" | "change" | "difference" | "limit";
  readonly comparison: "<" | "<=" | ">" | ">=" | undefined;
  readonly number: Located<number> | undefined;
  readonly unit: Located<string> | undefined;
  readonly point: Located<string> | undefined;
}

interface Token {
  readonly text: string;
  readonly span: Span;
}

/** Reads a condition; what comes after the first mistake is left out. `spanOf` maps offsets of the text to the file. */
export function parseCondition(text: string, spanOf: (start: number, end: number) => Span): Condition {
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[<>=≤≥!]+|[+-]?\d[\d.,]*(?=\s|%|$)|%|[^\s<>=≤≥!%]+/g)) {
    tokens.push({ text: match[0], span: spanOf(match.index, match.index + match[0].length) });
  }
  const clauses: Clause[] = [];
  const end = spanOf(text.length, text.length);
  let at = 0;
  const fail = (expected: Expected): Condition => ({ clauses, problem: { span: tokens[at]?.span ?? end, expected } });
  for (;;) {
    const measure = tokens[at];
    if (!measure || !/^[a-z][a-z0-9-]*$/.test(measure.text)) return fail("measure");
    at++;
    let of: Clause["of"] = "value";
    const word = tokens[at]?.text;
    if (word === "change" || word === "difference") {
      of = word;
      at++;
    }
    const base = { measure: located(measure, measure.text) };
    if (of === "value" && tokens[at]?.text === "within") {
      at++;
      const limit = tokens[at];
      if (limit?.text !== "limit") return fail("limit");
      at++;
      const { point, next } = pointAt(tokens, at);
      if (point === "missing") return fail("point");
      at = next;
      const span = { ...measure.span, end: (point ?? located(limit, "")).span.end };
      clauses.push({ ...base, span, of: "limit", comparison: undefined, number: undefined, unit: undefined, point });
    } else {
      const comparison = tokens[at]?.text;
      if (comparison !== "<" && comparison !== "<=" && comparison !== ">" && comparison !== ">=")
        return fail("comparison");
      at++;
      const number = tokens[at];
      if (!number || !/^[+-]?\d+(\.\d+)?$/.test(number.text)) return fail("number");
      at++;
      const unitTokens: Token[] = [];
      while (at < tokens.length && tokens[at]?.text !== "at" && tokens[at]?.text !== "and")
        unitTokens.push(tokens[at++] as Token);
      const { point, next } = pointAt(tokens, at);
      if (point === "missing") return fail("point");
      at = next;
      const unit = joined(unitTokens);
      const span = { ...measure.span, end: (point ?? unit ?? located(number, 0)).span.end };
      clauses.push({ ...base, span, of, comparison, number: located(number, Number(number.text)), unit, point });
    }
    if (at >= tokens.length) return { clauses, problem: undefined };
    if (tokens[at]?.text !== "and") return fail("and");
    at++;
  }
}

function pointAt(
  tokens: readonly Token[],
  at: number,
): { point: Located<string> | "missing" | undefined; next: number } {
  if (tokens[at]?.text !== "at") return { point: undefined, next: at };
  const point = tokens[at + 1];
  return point ? { point: located(point, point.text), next: at + 2 } : { point: "missing", next: at + 1 };
}

function located<T>(token: Token, value: T): Located<T> {
  return { value, span: token.span, key: token.span };
}

function joined(tokens: readonly Token[]): Located<string> | undefined {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  const span = { ...first.span, end: last.span.end };
  return { value: tokens.map((token) => token.text).join(" "), span, key: span };
}
