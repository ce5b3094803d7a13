import type { Message } from "../base/message.ts";

/** One thing that was looked at of the way Training Spec is set up; what is in the way names its way out. */
export interface Symptom {
  /** `note`: neither good nor in the way. `warning`: something is not as it seems. `error`: something does not work. */
  readonly is: "good" | "note" | "warning" | "error";
  readonly text: Message;
}

/** What works. */
export const good = (text: Message): Symptom => ({ is: "good", text });
/** What is worth to know. */
export const note = (text: Message): Symptom => ({ is: "note", text });
/** What may mislead. */
export const doubt = (text: Message): Symptom => ({ is: "warning", text });
/** What does not work. */
export const wrong = (text: Message): Symptom => ({ is: "error", text });

/** Whether it is in the way. */
export function isInTheWay({ is }: Symptom): boolean {
  return is === "warning" || is === "error";
}
