import type { Block } from "../base/span.ts";
import { type FastReading, readFast } from "./fast-yaml.ts";
import type { Anchors } from "./from-yaml.ts";
import type { Source } from "./source.ts";
import { readYaml, type YamlReading } from "./yaml-reading.ts";

/** Reads one document, in one pass where it can be read so and otherwise with the `yaml` package. Never throws. */
export function readSource(block: Block, source: Source, anchors: Anchors): YamlReading & Partial<FastReading> {
  const fast = source.edits.length === 0 ? readFast(block, source.whole, source.within) : undefined;
  return fast ?? readYaml(block, source, anchors);
}
