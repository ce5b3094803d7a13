import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Translation } from "../base/message.ts";

/**
 * The catalog of a language, from the folder of the bundles (`messages.de.json`). A region is left out where there is no
 * catalog of it (`de-AT`, `de_AT.UTF-8` → `de`). Undefined for English and for languages without a catalog.
 */
export function loadTranslation(folder: string, locale: string): Translation | undefined {
  const [language = ""] = locale.toLowerCase().split(/[-_.@]/);
  if (!languagesIn(folder).includes(language)) return undefined;
  try {
    return JSON.parse(readFileSync(path.join(folder, `messages.${language}.json`), "utf8")) as Translation;
  } catch {
    // A broken installation speaks English; what it has to say counts more.
    return undefined;
  }
}

/** The languages that there is a catalog of, English aside. */
export function languagesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).flatMap((file) => /^messages\.([a-z]{2,3})\.json$/.exec(file)?.[1] ?? []);
  } catch {
    return [];
  }
}
