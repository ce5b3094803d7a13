import { say } from "../base/message.ts";
import { type DocumentKind, describe, keysOf } from "../schema/describe.ts";
import type { Suggestion } from "./completion-item.ts";
import type { Scene } from "./completion-scene.ts";
import { Skeleton } from "./completion-skeleton.ts";

const SECTIONS: Readonly<Record<DocumentKind, readonly string[]>> = {
  program: ["owners", "need", "audience", "metrics", "behaviors", "objectives", "assessments", "measurement"],
  catalog: ["people", "goals", "metrics"],
  config: [],
};

/** A whole file to fill in: the header, and every section that the argument needs. */
export function wholeFiles({ place, lineBreak }: Scene): readonly Suggestion[] {
  if (place.typed !== "" && !"training program catalog new".includes(place.typed.toLowerCase())) return [];
  return [
    {
      label: "training program",
      kind: "skeleton",
      detail: say`a whole draft to fill in, from the need to the measurement plan`,
      text: wholeFile("program", place.column, lineBreak),
      snippet: true,
      preselect: true,
    },
    {
      label: "catalog",
      kind: "skeleton",
      detail: say`a whole file for what several programs share: people, goals, metrics`,
      text: wholeFile("catalog", place.column, lineBreak),
      snippet: true,
    },
  ];
}

function wholeFile(kind: DocumentKind, column: number, lineBreak: string): string {
  const definition = describe(kind, [])?.definition ?? {};
  const skeleton = new Skeleton(lineBreak);
  const lines: string[] = [];
  for (const key of keysOf(definition)) {
    const property = definition.properties?.[key];
    const isSection = SECTIONS[kind].includes(key);
    if (!property || (!isSection && !definition.required?.includes(key) && key !== "status")) continue;
    if (isSection) lines.push("");
    if (property.const !== undefined) lines.push(`${key}: ${property.const}`);
    else if (key === "status") lines.push("status: draft");
    else lines.push(`${key}:${skeleton.behindColon(property, { column, flow: false })}`);
  }
  return lines.map((line, index) => (index === 0 || line === "" ? line : " ".repeat(column) + line)).join(lineBreak);
}
