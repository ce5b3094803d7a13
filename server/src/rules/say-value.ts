import { type Message, say } from "../base/message.ts";

/** A value with its unit, as a person would write it. */
export function sayValue(value: number, unit: string | undefined): Message {
  return unit === undefined || unit === "currency" ? say`${value}` : say`${value} ${unit}`;
}
