import type { FormFinding } from "../../../../server/src/lsp/protocol.ts";
import { element, prose } from "../element.ts";
import { drawIcon } from "../readiness.ts";
import { fill, type Page, type Tally } from "./page.ts";

/** What is said about a field, with what can be done about it; `isApart`: above other fields. `id` names the list. */
export function drawFindings(
  page: Page,
  id: string,
  findings: readonly FormFinding[] | undefined,
  isApart = false,
): Element | undefined {
  if (!findings?.length) return undefined;
  return element(
    "ul",
    { id, class: isApart ? "findings apart" : "findings" },
    ...findings.map((finding) => drawFinding(page, finding)),
  );
}

function drawFinding({ words, readOnly }: Page, finding: FormFinding): Element {
  const { severity, message, help, fixes, rule } = finding;
  const data = JSON.stringify({ ...finding, fixes: undefined });
  const buttons = readOnly === undefined ? (fixes ?? []) : [];
  return element(
    "li",
    { class: `finding ${severity}` },
    drawIcon(severity),
    element("p", { class: "message" }, element("span", { class: "hidden" }, `${words[severity]}: `), prose(message)),
    help === undefined ? undefined : element("p", { class: "help" }, prose(help)),
    element(
      "p",
      { class: "actions" },
      ...buttons.map((title) =>
        element("button", { type: "button", class: "small", "data-fix": title, "data-finding": data }, prose(title)),
      ),
      element(
        "button",
        { type: "button", class: "link", "data-rule": rule, "aria-label": `${words.explain}: ${message}` },
        words.explain,
      ),
    ),
  );
}

/** How much there is to look at in a part that may be closed. */
export function drawTally({ words }: Page, tally: Tally): Element {
  const said = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const count = tally[severity];
    if (count === 0) return [];
    const [one, many] = PLURALS[severity];
    const text = count === 1 ? words[one] : fill(words[many], count);
    return [
      element(
        "span",
        { class: `tally ${severity}`, title: text },
        drawIcon(severity),
        element("span", { "aria-hidden": "true" }, String(count)),
        element("span", { class: "hidden" }, text),
      ),
    ];
  });
  const fine = element(
    "span",
    { class: "tally fine", title: words.nothingToMend },
    drawIcon("done"),
    element("span", { class: "hidden" }, words.nothingToMend),
  );
  return element("span", { class: "tallies" }, ...(said.length > 0 ? said : [fine]));
}

const PLURALS = {
  error: ["oneError", "errors"],
  warning: ["oneWarning", "warnings"],
  hint: ["oneHint", "hints"],
} as const;
