import { docsUrl } from "../rules/docs-url.ts";
import pageCss from "./page.css" with { type: "text" };
import pictureCss from "./picture.css" with { type: "text" };
import type { Section, Table } from "./section.ts";
import { clean, escapeXml } from "./svg.ts";

export interface Page {
  readonly title: string;
  /** Below the title: what it is about, of which day. */
  readonly lead?: string;
  readonly sections: readonly Section[];
  /** Last on the page: what made it. */
  readonly footer?: string;
  /** Language of the texts, such as `en`. */
  readonly language?: string;
}

/**
 * A whole HTML page that needs nothing but itself: styles and pictures stand in it, and it holds no script. Follows the
 * reader's light, dark or forced colors, and prints.
 */
export function htmlPage({ title, lead, sections, footer, language = "en" }: Page): string {
  return `<!DOCTYPE html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeXml(clean(title))}</title>
<style>
${pictureCss}
${pageCss}</style>
</head>
<body>
<main>
<header>
<h1>${prose(title)}</h1>
${lead === undefined ? "" : `<p>${prose(lead)}</p>\n`}</header>
${sections.map(sectionHtml).join("\n")}
</main>
${footer === undefined ? "" : `<footer><p>${prose(footer)}</p></footer>\n`}</body>
</html>
`;
}

function sectionHtml({ id, heading, lines, parts, pictures, tables, notes }: Section): string {
  return [
    `<section aria-labelledby="${escapeXml(id)}">`,
    `<h2 id="${escapeXml(id)}">${prose(heading)}</h2>`,
    list("lines", lines),
    ...parts.map((part) => `<h3>${prose(part.heading)}</h3>\n${list("lines", part.lines)}`),
    ...pictures.map(
      ({ heading: name, picture }) =>
        `<h3>${prose(name)}</h3>\n<figure>\n<div class="scroll" tabindex="0" role="group" aria-label="${escapeXml(clean(name))}">${picture.svg}</div>\n<figcaption>${prose(picture.caption)}</figcaption>\n</figure>\n${tableHtml(picture, name, "hidden")}`,
    ),
    ...tables.map(({ heading: name, table }) => `<h3>${prose(name)}</h3>\n${tableHtml(table, name)}`),
    list("notes", notes),
    "</section>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** The caption of a picture stands below it already; the table keeps it for those who hear the page. */
function tableHtml({ caption, columns, rows }: Table, name: string, captionIs?: "hidden"): string {
  const cells = (row: Table["rows"][number]) => row.map((cell) => `<td>${cellHtml(cell)}</td>`).join("");
  const head = columns.map((column) => `<th scope="col">${prose(column)}</th>`).join("");
  const body = rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n");
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escapeXml(clean(name))}">\n<table>\n<caption${captionIs === "hidden" ? ' class="hidden"' : ""}>${prose(caption)}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>\n</div>`;
}

/** A cell that is about another file leads to it, one about a rule to the rule's page. */
function cellHtml({ text, uri, rule }: Table["rows"][number][number]): string {
  const address = uri ?? (rule === undefined ? undefined : docsUrl(rule));
  return address === undefined ? prose(text) : `<a href="${escapeXml(address)}">${prose(text)}</a>`;
}

function list(name: string, texts: readonly string[]): string {
  if (texts.length === 0) return "";
  return `<ul class="${name}">\n${texts.map((text) => `<li>${prose(text)}</li>`).join("\n")}\n</ul>`;
}

/** A text whose names in backticks are set as code. Nothing in it is markup. */
function prose(text: string): string {
  const parts = text.split("`");
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return escapeXml(part);
      return index < parts.length - 1 ? `<code>${escapeXml(part)}</code>` : `\`${escapeXml(part)}`;
    })
    .join("");
}
