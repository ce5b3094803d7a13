import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { SaxesParser } from "saxes";

/** Fails where a value does not fit a schema of `test/cli/schemas`. */
export function assertFits(value: unknown, schemaName: string): void {
  // Formats are looked at by hand; the words of older drafts that are used mean the same in the newer one.
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, unicodeRegExp: false });
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(path.resolve("test/cli/schemas", schemaName), "utf8"));
  const fits = ajv.validate(schema, value);
  assert.ok(fits, ajv.errorsText(ajv.errors?.slice(0, 5)));
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, the outermost first. */
  readonly within: readonly string[];
  text: string;
}

/** The elements of an XML text in order, read by a strict parser; fails where it is not well-formed. */
export function elementsOf(xml: string): Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => assert.fail(error.message));
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, within: open.map((each) => each.name), text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const inner = open.at(-1);
    if (inner) inner.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return elements;
}

export interface Annotation {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The annotations that a runner of GitHub makes of an output, read as `ActionCommand.TryParseV2` of actions/runner does. */
export function annotationsIn(output: string): Annotation[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const text = line.trimStart();
    const end = text.indexOf("::", 2);
    if (!text.startsWith("::") || end < 0) return [];
    const info = text.slice(2, end);
    const space = info.indexOf(" ");
    const command = space < 0 ? info : info.slice(0, space);
    const pairs =
      space < 0
        ? []
        : info
            .slice(space + 1)
            .trim()
            .split(",");
    const properties = Object.fromEntries(
      pairs.map((pair) => {
        const at = pair.indexOf("=");
        return [pair.slice(0, at), unescaped(pair.slice(at + 1))];
      }),
    );
    return [{ command, properties, message: unescaped(text.slice(end + 2)) }];
  });
}

const ESCAPES: Readonly<Record<string, string>> = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };

function unescaped(text: string): string {
  return text.replace(/%(0D|0A|3A|2C|25)/g, (written) => ESCAPES[written] ?? written);
}
