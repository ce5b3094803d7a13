import { TabInputCustom, type Uri, window } from "vscode";

export const FORM_EDITOR = "trainingSpec.form";

/** The file of the form that is active. */
export function activeForm(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputCustom && input.viewType === FORM_EDITOR ? input.uri : undefined;
}
