import type { ScalarNode } from "./node.ts";

/** What unquoted text stands for: the core schema of YAML 1.2, as the `yaml` package resolves it. */
export function plainValue(text: string, start: number, end: number): ScalarNode["value"] {
  const first = text.charCodeAt(start);
  if (first >= 0x30 ? first <= 0x39 : first === PLUS || first === MINUS || first === DOT) {
    const number = numberIn(text, start, end);
    if (number !== undefined) return number;
  }
  const written = text.slice(start, end);
  if (end - start > LONGEST_WORD) return written;
  const word = WORDS.get(written);
  return word === undefined ? written : word;
}

const [PLUS, MINUS, DOT] = [0x2b, 0x2d, 0x2e];

const WORDS: ReadonlyMap<string, number | boolean | null> = new Map<string, number | boolean | null>([
  ...["~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["true", "True", "TRUE"].map((word) => [word, true] as const),
  ...["false", "False", "FALSE"].map((word) => [word, false] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
]);
const LONGEST_WORD = 5;
/** Digits that a number holds without rounding; longer ones are left to the functions that the `yaml` package calls. */
const EXACT_DIGITS = 15;

function numberIn(text: string, start: number, end: number): number | undefined {
  const sign = text.charCodeAt(start);
  const whole = sign === PLUS || sign === MINUS ? start + 1 : start;
  let value = 0;
  let at = whole;
  for (; at < end && isDigit(text.charCodeAt(at)); at++) value = value * 10 + text.charCodeAt(at) - 0x30;
  let digits = at - whole;
  if (at === end && digits > 0) {
    if (digits > EXACT_DIGITS) return Number.parseInt(text.slice(start, end), 10);
    return sign === MINUS ? -value : value;
  }
  if (digits === 1 && value === 0 && whole === start) {
    const base = text[at] === "x" ? 16 : text[at] === "o" ? 8 : 0;
    if (base > 0) return inBase(base, text.slice(at + 1, end));
  }
  if (at < end && text.charCodeAt(at) === DOT) {
    const fraction = ++at;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    digits += at - fraction;
  }
  if (digits === 0) return undefined;
  if (at < end && (text[at] === "e" || text[at] === "E")) {
    at++;
    if (text.charCodeAt(at) === PLUS || text.charCodeAt(at) === MINUS) at++;
    const exponent = at;
    while (at < end && isDigit(text.charCodeAt(at))) at++;
    if (at === exponent) return undefined;
  }
  return at === end ? Number.parseFloat(text.slice(start, end)) : undefined;
}

function inBase(base: number, digits: string): number | undefined {
  return (base === 16 ? /^[0-9a-fA-F]+$/ : /^[0-7]+$/).test(digits) ? Number.parseInt(digits, base) : undefined;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
