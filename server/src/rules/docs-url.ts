import { RULES } from "./registry.ts";

const PAGES_URL = "https://github.com/training-spec/training-spec/blob/main/server/src/rules";

/** Where the page of a rule stands on the web; for a name that no rule has, the folder of all pages. */
export function docsUrl(rule: string): string {
  const family = FAMILIES.get(rule);
  return family ? `${PAGES_URL}/${family}/${rule}.md` : PAGES_URL;
}

const FAMILIES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, family }) => [id, family]));
