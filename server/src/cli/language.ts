import { AsyncLocalStorage } from "node:async_hooks";
import { render as inWords, type Message, type Translation } from "../base/message.ts";

/** The language of the run that the code belongs to; two runs in one process may speak two languages. */
const spoken = new AsyncLocalStorage<Translation | undefined>();

/** Does something of which every text is in a language; undefined is English. */
export function speaking<Result>(translation: Translation | undefined, work: () => Result): Result {
  return spoken.run(translation, work);
}

/** The text of a message in the language of this run. */
export function render(message: Message): string {
  return inWords(message, spoken.getStore());
}

/** For what renders messages itself, such as pictures. */
export function language(): { readonly translation?: Translation } {
  const translation = spoken.getStore();
  return translation ? { translation } : {};
}

/** The name of the language, as HTML wants it. */
export function locale(): string {
  return spoken.getStore()?.locale ?? "en";
}
