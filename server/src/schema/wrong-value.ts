import { parseDay } from "../base/date.ts";
import type { Fix } from "../base/finding.ts";
import { code, listOf, type Message, say } from "../base/message.ts";
import { nearest } from "../base/nearest.ts";
import { pairOf, type ScalarNode } from "../syntax/node.ts";
import type { Place, SchemaError, ShapeProblem } from "./check.ts";

/** A value of the right kind that is none of the allowed ones, out of bounds, or not written as it must be. */
export function wrongValue(place: Place, error: SchemaError): ShapeProblem {
  const { node } = place;
  const name = String(place.path.at(-1) ?? "");
  const written = node.kind === "scalar" ? String(node.value) : "";
  const base = { rule: "wrong-value" as const, span: node };
  if (error.keyword === "enum" || error.keyword === "const") return notAllowed(place, name, written);
  if (error.keyword === "pattern") {
    const fixes = patternFixes(place.definition["x-type"], node, written);
    return {
      ...base,
      message: say`${code(name)} takes ${form(place)}, not ${code(written)}.`,
      ...(fixes.length > 0 ? { fixes } : {}),
    };
  }
  const limit = error.params.limit;
  return {
    ...base,
    message: say`${code(name)} has to be ${bound(error.keyword, Number(limit))}, and is ${code(written)}.`,
  };
}

function notAllowed(place: Place, name: string, written: string): ShapeProblem {
  const allowed = (place.definition.enum ?? [place.definition.const])
    .filter((value) => typeof value !== "boolean")
    .map(String);
  const meant = nearest(written, allowed) ?? (allowed.length === 1 ? allowed[0] : undefined);
  const fixes: Fix[] = [meant, ...allowed.filter((value) => value !== meant)]
    .filter((value) => value !== undefined)
    .slice(0, 8)
    .map((value) => ({
      title: say`Change to ${code(value)}`,
      safe: false,
      edits: [{ span: place.node, text: value }],
    }));
  return {
    rule: "wrong-value",
    span: place.node,
    message: say`${code(name)} takes ${listOf(allowed)}, not ${code(written)}.`,
    ...(meant && allowed.length > 1 ? { help: say`Did you mean ${code(meant)}?` } : {}),
    fixes,
  };
}

/** An id that is not made of small letters, digits and hyphens. */
export function wrongId(place: Place, written: string): ShapeProblem | undefined {
  const map = place.node;
  const pair = map.kind === "map" ? pairOf(map, written) : undefined;
  if (!pair) return undefined;
  const better = asId(written);
  return {
    rule: "wrong-value",
    span: pair.key,
    message: say`${code(written)} cannot be used as an id: it takes small letters, digits and hyphens, and starts with a letter.`,
    ...(better
      ? { help: say`For example ${code(better)}. What people read goes under ${code("name")} or ${code("title")}.` }
      : {}),
    ...(better
      ? { fixes: [{ title: say`Change to ${code(better)}`, safe: false, edits: [{ span: pair.key, text: better }] }] }
      : {}),
  };
}

/** A date that is written like one and names no day. */
export function impossibleDate(node: ScalarNode): ShapeProblem | undefined {
  if (typeof node.value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(node.value) || parseDay(node.value) !== undefined)
    return undefined;
  return {
    rule: "wrong-value",
    span: node,
    message: say`There is no day ${code(node.value)}.`,
    help: say`Dates are written year, month, day: ${code("2027-02-01")}.`,
  };
}

/** A number that is too large to count with, or none (`.nan`). */
export function impossibleNumber(node: ScalarNode): ShapeProblem | undefined {
  if (typeof node.value !== "number" || Number.isFinite(node.value)) return undefined;
  return {
    rule: "wrong-value",
    span: node,
    message: say`Nobody can count with this number.`,
    help: say`Write digits, with a point before decimals: ${code("31.4")}.`,
  };
}

export function asId(text: string): string | undefined {
  const id = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return id === "" ? undefined : id;
}

function form(place: Place): Message {
  switch (place.definition["x-type"]) {
    case "date":
      return say`a date written as ${code("2027-02-01")}`;
    case "time":
      return say`a date such as ${code("2027-02-01")} or a distance from launch such as ${code("launch + 42 days")}`;
    case "duration":
      return say`a length of time such as ${code("12 months")}`;
    default:
      if (place.path.at(-1) === "currency") return say`a currency code of three letters such as ${code("USD")}`;
      if (place.path.at(-1) === "id") return say`small letters, digits and hyphens, starting with a letter`;
      return say`text that says something`;
  }
}

function patternFixes(type: string | undefined, node: Place["node"], written: string): Fix[] {
  const change = (text: string): Fix => ({
    title: say`Write ${code(text)}`,
    safe: false,
    edits: [{ span: node, text }],
  });
  if (type === "date" || type === "time") {
    const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(written);
    const day = match && `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`;
    if (day && parseDay(day) !== undefined) return [change(day)];
    const offset = /^launch\s*([+-])\s*(\d+)\s*(d|w|m|day|week|month|days|weeks|months)\.?$/i.exec(written);
    const units: Readonly<Record<string, string>> = { d: "days", w: "weeks", m: "months" };
    const unit = offset?.[3] && units[offset[3].slice(0, 1).toLowerCase()];
    return type === "time" && offset && unit ? [change(`launch ${offset[1]} ${offset[2]} ${unit}`)] : [];
  }
  const id = node.kind === "scalar" && type === "text" ? asId(written) : undefined;
  return id && id !== written && /[A-Z_ ]/.test(written) && !/^[A-Z]{3}$/i.test(written) ? [change(id)] : [];
}

function bound(keyword: string, limit: number): Message {
  switch (keyword) {
    case "minimum":
      return say`at least ${limit}`;
    case "maximum":
      return say`at most ${limit}`;
    case "exclusiveMinimum":
      return say`more than ${limit}`;
    case "exclusiveMaximum":
      return say`less than ${limit}`;
    default:
      return say`another value`;
  }
}
