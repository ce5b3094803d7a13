import { l10n } from "vscode";

/** The words that the page of a preview has of its own; all others come from the server. `{0}` is what is filled in. */
export function pageLabels() {
  return {
    asTable: l10n.t("As a table"),
    beginSample: l10n.t("Open a sample"),
    beginSpec: l10n.t("New training spec"),
    broken: l10n.t("Broken"),
    explain: l10n.t("Explain"),
    fit: l10n.t("Fit"),
    goToLine: l10n.t("Go to line {0}", "{0}"),
    next: l10n.t("Next"),
    noPrograms: l10n.t("There is no program in this workspace yet: no *.training.yaml with `kind: program`."),
    progress: l10n.t("Looked at {0} of {1} programs; the order may still change.", "{0}", "{1}"),
    resultsChain: l10n.t("Results chain"),
    status: l10n.t("Status"),
    torn: l10n.t("The text cannot be read whole right now. This is how it was when it last could."),
    tornFile: l10n.t("{0} cannot be read whole right now. This is how it was when it last could.", "{0}"),
    zoom: l10n.t("Zoom"),
    zoomIn: l10n.t("Zoom in"),
    zoomOut: l10n.t("Zoom out"),
  } as const satisfies Record<string, string>;
}

export type PageLabel = keyof ReturnType<typeof pageLabels>;
