import { code, type Message, say } from "../base/message.ts";
import type { Described, SchemaNode } from "../schema/describe.ts";
import { asScalar } from "../syntax/quote.ts";
import { given, paragraphs } from "./words.ts";

/** What a key means: its title, its description, what it may hold and an example. */
export function keyWords(described: Described, heading = true): Message {
  const { property, definition } = described;
  const title = property.title ?? definition.title;
  const more = definition.description === property.description ? undefined : definition.description;
  return paragraphs([
    heading && title ? say`**${given(title)}**` : undefined,
    property.description === undefined ? undefined : given(property.description),
    more === undefined ? undefined : given(more),
    choiceList(property),
    example(property),
  ]);
}

/** Each allowed value with what it means. */
function choiceList(property: SchemaNode): Message | undefined {
  const { enumDescriptions } = property;
  if (!property.enum || !enumDescriptions) return undefined;
  const lines = property.enum.map(
    (value, index) => say`- ${code(String(value))}: ${given(enumDescriptions[index] ?? "")}`,
  );
  return { key: lines.map((_, index) => `{${index}}`).join("\n"), values: lines };
}

/** What one of the allowed values means. */
export function choiceWords(property: SchemaNode, value: string): Message | undefined {
  const at = property.enum?.findIndex((each) => String(each) === value) ?? -1;
  const text = at < 0 ? undefined : property.enumDescriptions?.[at];
  return text === undefined ? undefined : given(text);
}

function example(property: SchemaNode): Message | undefined {
  const [first] = property.examples ?? [];
  if (first === undefined || property.enum) return undefined;
  const written = writeExample(first);
  if (written.length > 90) return undefined;
  return say`Example: ${code(written)}`;
}

function writeExample(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeExample).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const pairs = Object.entries(value).map(([key, inner]) => `${key}: ${writeExample(inner)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  return typeof value === "string" && !/^(yes|no)$/.test(value) ? asScalar(value, true) : String(value);
}
