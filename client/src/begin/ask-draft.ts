import {
  type Disposable,
  l10n,
  QuickInputButtons,
  type QuickPick,
  type QuickPickItem,
  QuickPickItemKind,
  window,
} from "vscode";
import {
  type DraftAnswers,
  type DraftChoice,
  type DraftQuestion,
  type DraftStep,
  METHODS,
} from "../../../server/src/lsp/protocol.ts";
import type { LanguageSession } from "../language-session.ts";

const steps = (): readonly { readonly step: DraftStep; readonly title: string; readonly placeholder: string }[] => [
  {
    step: "problem",
    title: l10n.t("What is off in the business?"),
    placeholder: l10n.t("One sentence, with a number if you have one: 31 % of callers who ask to cancel leave"),
  },
  {
    step: "metric",
    title: l10n.t("Which number shows it?"),
    placeholder: l10n.t("A metric of your organization or of the library"),
  },
  {
    step: "owner",
    title: l10n.t("Who answers for it?"),
    placeholder: l10n.t("Who leads the people who will be trained? Pick or type a name"),
  },
  { step: "launch", title: l10n.t("When does it launch?"), placeholder: l10n.t("Pick a day or type one: 2027-02-01") },
];

interface Item extends QuickPickItem {
  readonly choice?: DraftChoice;
}

/** How a question ended: with an answer, with the way back, or with an end to it all. */
type Outcome =
  | { readonly kind: "picked"; readonly answers: DraftAnswers }
  | { readonly kind: "back" | "left" | "none" };

/** Asks at most four questions; each can be left open. Undefined when the person left, or no server answered. */
export async function askDraft(
  session: LanguageSession,
  folder: string | undefined,
): Promise<DraftAnswers | undefined> {
  const before: { readonly at: number; readonly answers: DraftAnswers }[] = [];
  let answers: DraftAnswers = {};
  let at = 0;
  while (at < steps().length) {
    const outcome = await askStep(session, at, answers, folder, before.length > 0);
    if (outcome.kind === "left") return undefined;
    if (outcome.kind === "back") {
      const last = before.pop();
      at = last?.at ?? 0;
      answers = last?.answers ?? {};
      continue;
    }
    if (outcome.kind === "picked") {
      before.push({ at, answers });
      answers = { ...answers, ...outcome.answers };
    }
    at++;
  }
  return answers;
}

async function askStep(
  session: LanguageSession,
  at: number,
  answers: DraftAnswers,
  folder: string | undefined,
  canGoBack: boolean,
): Promise<Outcome> {
  const step = steps()[at];
  if (!step) return { kind: "none" };
  const ask = (typed: string) => {
    const question: DraftQuestion = { step: step.step, typed, answers, ...(folder === undefined ? {} : { folder }) };
    return session.ask<readonly DraftChoice[] | null>(METHODS.draftChoices, question);
  };
  const first = await ask("");
  if (first === null) return { kind: "none" };
  if (first === undefined) {
    session.sayNoAnswer(l10n.t("A new training spec could not be begun"));
    return { kind: "left" };
  }
  const pick = window.createQuickPick<Item>();
  pick.title = l10n.t("New Training Spec: {0}", step.title);
  pick.placeholder = step.placeholder;
  pick.step = at + 1;
  pick.totalSteps = steps().length;
  pick.ignoreFocusOut = true;
  pick.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  return run(pick, first, ask);
}

/** Shows a pick whose items the server chooses while one types. */
function run(
  pick: QuickPick<Item>,
  first: readonly DraftChoice[],
  ask: (typed: string) => Promise<readonly DraftChoice[] | null | undefined>,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const subscriptions: Disposable[] = [pick];
    const end = (outcome: Outcome) => {
      resolve(outcome);
      for (const subscription of subscriptions.splice(0)) subscription.dispose();
    };
    /** What the items belong to: Enter waits for those of the newest text. */
    let shown = "";
    let accepting = false;
    const show = (typed: string, choices: readonly DraftChoice[]) => {
      shown = typed;
      pick.items = itemsOf(choices);
      const [best] = pick.items.filter(({ kind }) => kind !== QuickPickItemKind.Separator);
      if (best) pick.activeItems = [best];
      pick.busy = false;
      if (accepting) accept();
    };
    const accept = () => {
      accepting = shown !== pick.value;
      const choice = pick.activeItems[0]?.choice;
      if (!accepting && choice) end({ kind: "picked", answers: choice.answers });
    };
    show("", first);
    subscriptions.push(
      pick.onDidChangeValue(async (typed) => {
        accepting = false;
        pick.busy = true;
        const choices = await ask(typed);
        if (typed === pick.value && subscriptions.length > 0) show(typed, choices ?? []);
      }),
      pick.onDidAccept(accept),
      pick.onDidTriggerButton((button) => {
        if (button === QuickInputButtons.Back) end({ kind: "back" });
      }),
      pick.onDidHide(() => end({ kind: "left" })),
    );
    pick.show();
  });
}

/** The server has filtered already, so that VS Code must not. */
function itemsOf(choices: readonly DraftChoice[]): Item[] {
  let group: string | undefined;
  return choices.flatMap((choice) => {
    const { label, description, detail } = choice;
    const isNewGroup = choice.group !== group;
    group = choice.group;
    const item: Item = {
      label,
      ...(description === undefined ? {} : { description }),
      ...(detail === undefined ? {} : { detail }),
      alwaysShow: true,
      choice,
    };
    return isNewGroup ? [{ label: group ?? "", kind: QuickPickItemKind.Separator }, item] : [item];
  });
}
