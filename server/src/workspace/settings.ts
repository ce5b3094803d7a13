import picomatch from "picomatch/posix";
import type { Severity } from "../base/finding.ts";
import type { Keyed, Listed, Located } from "../model/located.ts";
import type { Config } from "../model/spec.ts";
import type { Status } from "./context.ts";
import type { KnownFindings } from "./known-findings.ts";
import type { SpecFile } from "./spec-file.ts";
import { CONFIG_NAME, parentOf, relativePath, resolveUri } from "./uri.ts";

export type Level = Severity | "off";
export type Profile = "recommended" | "strict" | "tactical";

/** What the configuration says for one file, with nothing left open. */
export interface Settings {
  /** The file that says so; undefined where none does. */
  readonly from: SpecFile | undefined;
  /** The URI of the file of known findings, whether it is there or not. */
  readonly known: string | undefined;
  readonly profile: Profile;
  /** Levels of single rules. */
  readonly levels: ReadonlyMap<string, Level>;
  /** Numbers of single rules by name. */
  readonly thresholds: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The most that a gap weighs in a status. */
  readonly gaps: ReadonlyMap<Status, Level>;
  readonly languages: readonly string[];
  readonly words: Vocabulary;
}

export interface Vocabulary {
  readonly verbs: ReadonlySet<string>;
  readonly vagueVerbs: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly metrics: ReadonlySet<string>;
}

/** The configuration that counts for a file: the nearest in its folder or above. */
export function configFor(files: ReadonlyMap<string, SpecFile>, uri: string): SpecFile | undefined {
  for (let folder = parentOf(uri); folder !== undefined; folder = parentOf(folder)) {
    const file = files.get(`${folder}/${CONFIG_NAME}`);
    if (file) return file;
  }
  return undefined;
}

/** Whether the configuration that counts for a path, of a file or a folder, leaves it out. */
export function isIgnored(files: ReadonlyMap<string, SpecFile>, uri: string): boolean {
  const from = configFor(files, uri);
  if (from?.document?.is !== "config") return false;
  return matches(relativePath(from.uri, uri), from.document.ignore);
}

/** The settings for a file; those of nobody where there is no configuration. The same object for all it says the same of. */
export function settingsFor(from: SpecFile | undefined, uri: string): Settings {
  const config = from?.document?.is === "config" ? from.document : undefined;
  if (!from || !config) return DEFAULT_SETTINGS;
  const paths = config.paths?.items ?? [];
  const path = paths.length === 0 ? "" : relativePath(from.uri, uri);
  const matching = paths.filter(({ files }) => matches(path, files));
  const known = SETTINGS.get(from) ?? new Map<string, Settings>();
  SETTINGS.set(from, known);
  const which = matching.map((each) => paths.indexOf(each)).join(" ");
  const settings = known.get(which) ?? makeSettings(from, config, [config, ...matching]);
  known.set(which, settings);
  return settings;
}

/** The known findings that count for a file: where they are, and what they say if that can be read. */
export interface KnownHere {
  readonly from: string | undefined;
  readonly list: KnownFindings | undefined;
}

export function knownFor(files: ReadonlyMap<string, SpecFile>, uri: string): KnownHere {
  const { known: from } = settingsFor(configFor(files, uri), uri);
  const known = from === undefined ? undefined : files.get(from)?.known;
  return { from, list: known && "key" in known ? undefined : known };
}

const SETTINGS = new WeakMap<SpecFile, Map<string, Settings>>();

function makeSettings(from: SpecFile, config: Config, layers: readonly Layer[]): Settings {
  const levels = new Map<string, Level>();
  const thresholds = new Map<string, Map<string, number>>();
  let profile: Profile = "recommended";
  for (const layer of layers) {
    profile = layer.profile?.value ?? profile;
    for (const [rule, level] of valuesOf(layer.rules)) levels.set(rule, level.value);
    for (const [rule, numbers] of valuesOf(layer.thresholds)) {
      const known = thresholds.get(rule) ?? new Map<string, number>();
      for (const [name, number] of valuesOf(numbers)) known.set(name, number.value);
      thresholds.set(rule, known);
    }
  }
  const { vocabulary } = config;
  return {
    from,
    known: config.known && resolveUri(from.uri, config.known.value),
    profile,
    levels,
    thresholds,
    gaps: gapsOf(config),
    languages: config.languages ? textsOf(config.languages) : DEFAULT_SETTINGS.languages,
    words: {
      verbs: wordsOf(vocabulary?.verbs),
      vagueVerbs: wordsOf(vocabulary?.vagueVerbs),
      roles: wordsOf(vocabulary?.roles),
      metrics: wordsOf(vocabulary?.metrics),
    },
  };
}

type Layer = Pick<Config, "profile" | "rules" | "thresholds">;

const DRAFT_IS_LENIENT: readonly (readonly [Status, Level])[] = [["draft", "hint"]];

export const DEFAULT_SETTINGS: Settings = {
  from: undefined,
  known: undefined,
  profile: "recommended",
  levels: new Map(),
  thresholds: new Map(),
  gaps: new Map(DRAFT_IS_LENIENT),
  languages: ["en"],
  words: { verbs: new Set(), vagueVerbs: new Set(), roles: new Set(), metrics: new Set() },
};

function gapsOf({ status }: Config): ReadonlyMap<Status, Level> {
  const gaps = new Map<Status, Level>(DRAFT_IS_LENIENT);
  for (const name of ["draft", "planned", "live", "evaluated", "retired"] as const) {
    const level = status?.[name]?.value;
    if (level) gaps.set(name, level);
  }
  return gaps;
}

function matches(path: string, files: Listed<Located<string>> | undefined): boolean {
  return textsOf(files).some((pattern) => matchesPattern(path, pattern));
}

/** Whether a pattern of a configuration means a path; both start from its folder. */
export function matchesPattern(path: string, pattern: string): boolean {
  return picomatch(pattern, { dot: true })(path);
}

function* valuesOf<T>(keyed: Keyed<T> | undefined): Iterable<readonly [string, T]> {
  for (const { id, of } of keyed?.items ?? []) yield [id.value, of];
}

function textsOf(list: Listed<Located<string>> | undefined): readonly string[] {
  return list?.items.map(({ value }) => value) ?? [];
}

function wordsOf(list: Listed<Located<string>> | undefined): ReadonlySet<string> {
  return new Set(textsOf(list).map((word) => word.toLowerCase()));
}
