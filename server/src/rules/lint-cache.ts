import { type Diagnostic, spansOf } from "../base/finding.ts";
import { type Basis, basisOf, changesSince } from "../workspace/changes.ts";
import type { Context, Status } from "../workspace/context.ts";
import { ALL_FACETS, facetBit } from "../workspace/facet.ts";
import { filesIn } from "../workspace/files-seen.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { isPlaced, KeptFindings } from "./kept-findings.ts";
import { type Linting, lintContext } from "./lint.ts";
import { RuleLooks } from "./rule-looks.ts";

interface Kept {
  readonly basis: Basis;
  readonly status: Status;
  readonly linting: Linting;
  /** Findings that name places in other files. */
  readonly reaching: readonly Diagnostic[];
  /** Rule by rule; only for a file that is open or has been edited, because most files of a workspace never are. */
  readonly findings: KeptFindings | undefined;
}

type ContextOf = (snapshot: Snapshot, uri: string) => Context | undefined;

/** Keeps the findings of files as long as nothing changed that the rules looked at. */
export class LintCache {
  readonly #kept = new Map<string, Kept>();
  readonly #looks = new RuleLooks();
  readonly #contextOf: ContextOf;

  /** `contextOf` says how a file sees its workspace, where that is not as it is written. */
  constructor(contextOf: ContextOf = (snapshot, uri) => snapshot.context(uri)) {
    this.#contextOf = contextOf;
  }

  /** `isOpen`: it will be edited, and its first edit is to cost no more than the others. */
  lint(snapshot: Snapshot, uri: string, { isOpen = false } = {}): readonly Diagnostic[] {
    const kept = this.#kept.get(uri);
    if (!kept) return this.#ask(snapshot, uri, isOpen ? new KeptFindings() : undefined);
    const differing = changesSince(kept.basis, snapshot);
    const changed = differing & kept.linting.touched;
    const isHere = kept.reaching.every((each) => isPlaced(each, snapshot));
    if (changed === 0 && isHere && (kept.findings || !isOpen)) return kept.linting.diagnostics;
    const isEdited = snapshot.files.get(uri) !== kept.basis.file;
    if (differing !== ALL_FACETS && isHere && !isEdited && !kept.findings && !isOpen)
      return this.#ask(snapshot, uri, undefined, { linting: kept.linting, changed });
    const findings = kept.findings ?? (isOpen || isEdited ? new KeptFindings() : undefined);
    findings?.renew(changed);
    // How much a finding weighs, and who waived it, is written into it.
    const weighsTheSame =
      kept.status === this.#contextOf(snapshot, uri)?.status && (changed & facetBit("waivers")) === 0;
    if (!weighsTheSame) findings?.forget();
    return this.#ask(snapshot, uri, findings);
  }

  /** URIs of the other files that what is kept of a file rests on, or names places in. */
  restsOn(uri: string): readonly string[] {
    const kept = this.#kept.get(uri);
    if (!kept) return [];
    const found = new Set(filesIn(kept.basis));
    for (const diagnostic of kept.linting.diagnostics)
      for (const { block } of spansOf(diagnostic)) found.add(block.uri);
    found.delete(uri);
    return [...found];
  }

  #ask(
    snapshot: Snapshot,
    uri: string,
    findings: KeptFindings | undefined,
    before: { readonly linting?: Linting; readonly changed?: number } = {},
  ): readonly Diagnostic[] {
    const context = this.#contextOf(snapshot, uri);
    if (!context) {
      this.#kept.delete(uri);
      return [];
    }
    const last = this.#kept.get(uri);
    const found = lintContext(context, { ...before, kept: findings, looks: this.#looks });
    const reaching = found.diagnostics.filter(({ related }) => related?.some(({ span }) => span.block.uri !== uri));
    const isNews = last?.basis.file !== context.source || reaching.length > 0 || !isSame(last.linting, found);
    const linting = isNews ? found : { ...found, diagnostics: last.linting.diagnostics };
    this.#kept.set(uri, { basis: basisOf(context), status: context.status, linting, reaching, findings });
    return linting.diagnostics;
  }
}

/** Whoever has been told of the same findings need not be told again. */
function isSame({ diagnostics: one }: Linting, { diagnostics: other }: Linting): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
