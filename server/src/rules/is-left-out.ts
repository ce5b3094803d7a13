import { nearest } from "../base/nearest.ts";
import { isMissing, type Part } from "../model/located.ts";
import { keyText } from "../syntax/node.ts";

/**
 * Whether a field was not written, neither under its key nor under one with a slip of the pen in it. False too where
 * the map holds more unknown keys than known ones that could be read: then it is something else in the wrong place, and
 * lacks nothing of what it is taken for.
 */
export function isLeftOut<P extends Part>(part: P, field: keyof P & string): boolean {
  if (!isMissing(part, field)) return false;
  const keys = part.node.pairs.map(keyText);
  const unknown = keys.filter((key) => !(fieldOf(key) in part));
  if (unknown.length === 0) return true;
  const read = keys.length - unknown.length - (part.wrong?.size ?? 0);
  if (unknown.length > read) return false;
  const fields = Object.keys(part).filter((each) => isMissing(part, each as keyof P & string));
  return unknown.every((key) => nearest(key, fields.map(keyOf)) !== keyOf(field));
}

function fieldOf(key: string): string {
  return !key.includes("-") ? key : key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function keyOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
