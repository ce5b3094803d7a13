import { PAGES } from "./generated/pages.ts";

/** The page of a rule, in Markdown. Import this module when somebody asks: it holds the text of all pages. */
export function pageOf(rule: string): string | undefined {
  return PAGES.get(rule);
}
