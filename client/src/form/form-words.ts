import { l10n } from "vscode";

/** The words of the page of a form, in the language of the editor. `{0}` is a number or a name. */
export function formWords() {
  return {
    about: l10n.t("About this file"),
    add: l10n.t("Add"),
    addEntry: l10n.t("Add {0}"),
    addTo: l10n.t("Add to this part"),
    broken: l10n.t("A part of the text cannot be read right now. Mend it in the text; the rest can be filled in here."),
    change: l10n.t("Edit in text"),
    chooseDay: l10n.t("Pick a day"),
    countTime: l10n.t("Count people and hours instead"),
    error: l10n.t("Error"),
    errors: l10n.t("{0} errors"),
    example: l10n.t("Example: {0}"),
    explain: l10n.t("Explain"),
    help: l10n.t("About this field"),
    helpHint: l10n.t("What a field is about is shown here when you are in it."),
    hint: l10n.t("Hint"),
    hints: l10n.t("{0} hints"),
    id: l10n.t("Id"),
    idAbout: l10n.t(
      "The short name by which other parts refer to this one: small letters, digits and hyphens. A change here changes it everywhere.",
    ),
    idOrEmpty: l10n.t("Id (made from the words if left empty)"),
    more: l10n.t("More that this file may hold"),
    moveDown: l10n.t("Move down"),
    moveUp: l10n.t("Move up"),
    needed: l10n.t("needed"),
    no: l10n.t("no"),
    noChoice: l10n.t("not said"),
    nothingToMend: l10n.t("Nothing to mend"),
    oneError: l10n.t("1 error"),
    oneHint: l10n.t("1 hint"),
    oneNumber: l10n.t("One number instead"),
    oneWarning: l10n.t("1 warning"),
    openPreview: l10n.t("Open preview"),
    openSample: l10n.t("Open a sample"),
    newSpec: l10n.t("New training spec"),
    range: l10n.t("Give a range instead"),
    remove: l10n.t("Remove"),
    removeNamed: l10n.t("Remove {0}"),
    reopenAsText: l10n.t("Reopen as text"),
    unknown: l10n.t("{0} (nothing has this name)"),
    unknownKey: l10n.t("The language has no such key."),
    warning: l10n.t("Warning"),
    warnings: l10n.t("{0} warnings"),
    yes: l10n.t("yes"),
  };
}

export type FormWords = ReturnType<typeof formWords>;
