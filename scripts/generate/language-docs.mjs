// The language reference, from the schema: one section for each definition that is a map.

export function languagePage(schema) {
  const lines = [
    "# The language",
    "",
    "Generated from `schemas/training-spec.schema.json` by `npm run generate`. A file ends in `.training.yaml` (or `.training.yml`) and starts with `version: 1` and `kind: program` or `kind: catalog`.",
    "",
    "Text may be in any language. Dates are written `2027-02-01`; where a time may be given from launch it is written `launch + 42 days` (days, weeks or months, also with `-`). Ids are small letters, digits and hyphens. `yes` and `no` may stand for `true` and `false`. Anchors, aliases, merge keys and tags are left out of YAML.",
  ];
  for (const [name, definition] of Object.entries(schema.$defs)) {
    if (definition["x-type"] && !definition.properties) continue;
    lines.push(
      "",
      `## ${definition.title}`,
      "",
      `<a id="${name}"></a>${definition.description}`,
      "",
      "| key | what goes there | for example |",
      "| --- | --- | --- |",
    );
    for (const [key, part] of Object.entries(definition.properties ?? {})) {
      const needed = definition.required?.includes(key) ? " **(needed)**" : "";
      lines.push(
        `| \`${key}\`${needed} | ${cell(`${part.description ?? ""} ${takes(part, schema)}`)} | ${example(part)} |`,
      );
    }
    if (typeof definition.additionalProperties === "object")
      lines.push(`| any other id | ${cell(takes(definition.additionalProperties, schema))} | |`);
  }
  return `${lines.join("\n")}\n`;
}

function takes(part, schema) {
  const target = part.$ref?.replace("#/$defs/", "");
  if (target) return `→ [${schema.$defs[target].title}](#${target})`;
  if (part.enum?.some((value) => typeof value === "string" && value !== "yes" && value !== "no")) {
    return part.enum.map((value, index) => `\`${value}\`: ${part.enumDescriptions?.[index] ?? ""}`).join("<br>");
  }
  const inner = typeof part.additionalProperties === "object" ? part.additionalProperties.$ref : part.items?.$ref;
  if (inner) {
    const name = inner.replace("#/$defs/", "");
    return `→ ${part.items ? "a list of" : "ids, each with"} [${schema.$defs[name].title}](#${name})`;
  }
  return "";
}

function example(part) {
  const [first] = part.examples ?? [];
  if (first === undefined) return "";
  const text = typeof first === "object" ? JSON.stringify(first) : String(first);
  return text.length > 80 ? "" : `\`${text.replaceAll("|", "\\|")}\``;
}

function cell(text) {
  return text
    .trim()
    .replaceAll("|", "\\|")
    .replace(/\s*\n\s*/g, " ");
}
