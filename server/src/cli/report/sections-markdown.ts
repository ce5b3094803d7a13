import type { Section, Table } from "../../pictures/section.ts";

/** Parts of a page as Markdown: the tables of its pictures instead of the pictures. */
export function sectionsMarkdown(title: string, lead: string, sections: readonly Section[]): string {
  return `${[`# ${escaped(title)}`, escaped(lead), ...sections.map(sectionMarkdown)].join("\n\n")}\n`;
}

function sectionMarkdown({ heading, lines, parts, pictures, tables, notes }: Section): string {
  const all = [
    ...pictures.map(({ heading: name, picture }) => ({ name, table: picture as Table })),
    ...tables.map(({ heading: name, table }) => ({ name, table })),
  ];
  return [
    `## ${escaped(heading)}`,
    list(lines),
    ...parts.map((part) => `### ${escaped(part.heading)}\n\n${list(part.lines)}`),
    ...all.map(({ name, table }) => `### ${escaped(name)}\n\n${escaped(table.caption)}\n\n${tableMarkdown(table)}`),
    list(notes),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function tableMarkdown({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(escaped)),
    `| ${columns.map(() => "---").join(" | ")} |`,
    ...rows.map((row) =>
      line(row.map(({ text, uri }) => (uri === undefined ? escaped(text) : `[${escaped(text)}](${uri})`))),
    ),
  ].join("\n");
}

function list(texts: readonly string[]): string {
  return texts.map((text) => `- ${escaped(text)}`).join("\n");
}

/** No character of a text means anything in Markdown, but for the backticks around names. */
function escaped(text: string): string {
  const parts = text.replace(/\s+/g, " ").split("`");
  return parts
    .map((part, index) => {
      const isCode = index % 2 === 1 && index < parts.length - 1;
      // A bar ends a cell even in code.
      if (isCode) return `\`${part.replaceAll("|", "/")}\``;
      const plain = part.replace(/[\\*_[\]<>|#]/g, "\\$&");
      return index % 2 === 1 ? `\\\`${plain}` : plain;
    })
    .join("");
}
