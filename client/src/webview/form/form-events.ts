import type { FormChange, FormFinding, FormPath } from "../../../../server/src/lsp/protocol.ts";
import type { FromForm } from "../../form/form-messages.ts";
import { parseRange } from "../range-attribute.ts";
import { idOf, parsePath } from "./page.ts";
import { type Control, fit, isControl, type PendingTexts } from "./pending-texts.ts";

/** The field that something is about, and where the focus goes when it is done; `path`: to what was made. */
export interface Where {
  readonly field: string;
  readonly control?: Control;
  readonly focus?: string;
}

export interface Doings {
  change(change: FormChange, where: Where): void;
  rename(name: string, key: string, where: Where): void;
  fix(finding: FormFinding, title: string, field: string): void;
  post(message: FromForm): void;
  toggle(id: string, isOpen: boolean): void;
  show(id: string, focus: string): void;
  hide(id: string, focus: string): void;
  /** The type of the field that has the focus. */
  focus(type: string | undefined): void;
}

/** Years that nobody means: somebody is still typing. */
const FIRST_YEAR = 1000;
/** Somebody who goes through days or choices with the keyboard means the one at which they stop. */
const PAUSE_MS = 800;

/** What somebody does on the page, as what it means. */
export class FormEvents {
  readonly #document: Document;
  readonly #pending: PendingTexts;
  readonly #do: Doings;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasKeys = false;

  constructor(page: Document, pending: PendingTexts, doings: Doings) {
    this.#document = page;
    this.#pending = pending;
    this.#do = doings;
    page.addEventListener("click", ({ target }) => this.#click(target));
    page.addEventListener("change", ({ target }) => this.#changed(target));
    page.addEventListener("input", ({ target }) => target instanceof HTMLTextAreaElement && fit(target));
    page.addEventListener("focusin", ({ target }) => this.#focused(target));
    page.addEventListener("focusout", ({ target }) => this.#left(target));
    page.addEventListener("submit", (event) => this.#submitted(event));
    page.addEventListener("keydown", (event) => this.#pressed(event));
    page.addEventListener("pointerdown", () => {
      this.#hasKeys = false;
    });
    page.addEventListener("toggle", ({ target }) => this.#toggled(target), { capture: true });
    window.addEventListener("blur", () => this.#commit(page.activeElement));
    page.addEventListener("visibilitychange", () => this.#commit(page.activeElement));
  }

  /** What is typed into the field that has the focus, to be written by somebody else. */
  takeFocused(): FormChange | undefined {
    const control = this.#document.activeElement;
    if (!isControl(control) || control.dataset.control === "rename") return undefined;
    const text = this.#pending.take(control);
    const path = parsePath(control.dataset.path);
    if (text === undefined || !path) return undefined;
    this.#pending.settle(control, true);
    return changeOf(control, path, text);
  }

  #click(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("button, summary") : null;
    if (!button) return;
    const { do: action, fix, finding, rule, text, command } = button.dataset;
    const path = parsePath(button.dataset.path);
    if (fix !== undefined && finding) {
      const field = parsePath(button.closest<HTMLElement>("[data-path]")?.dataset.path) ?? [];
      this.#do.fix(JSON.parse(finding) as FormFinding, fix, idOf(field));
    } else if (rule) this.#do.post({ kind: "explain", rule });
    else if (command)
      this.#do.post({ kind: "command", command: command as Extract<FromForm, { kind: "command" }>["command"] });
    else if (text) {
      const range = parseRange(text);
      if (range) this.#do.post({ kind: "text", range });
    } else if (action && path) this.#act(action, path, button);
  }

  #act(action: string, path: FormPath, button: HTMLElement): void {
    const id = idOf(path);
    const holder = idOf(path.slice(0, -1));
    switch (action) {
      case "show":
        this.#do.show(id, id);
        break;
      case "adding":
        if (button.closest("form")) this.#do.hide(`${id}/+`, id);
        else this.#do.show(`${id}/+`, `${id}/+:form`);
        break;
      case "count":
        this.#do.show(`${id}:count`, id);
        break;
      case "pick":
        this.#pick(button);
        break;
      case "up":
      case "down": {
        const by = action === "up" ? -1 : 1;
        this.#do.change({ do: "move", path, by }, { field: id, focus: "path" });
        break;
      }
      case "remove":
        this.#do.hide(id, holder);
        this.#do.change({ do: "remove", path }, { field: id, focus: holder });
        break;
      default:
        this.#do.change({ do: action as "range" | "single", path }, { field: id, focus: id });
    }
  }

  #pick(button: HTMLElement): void {
    const picker = button.parentElement?.querySelector<HTMLInputElement>("input[data-picks]");
    try {
      picker?.showPicker();
    } catch {
      // Where the browser shows none, one types.
    }
  }

  #changed(target: EventTarget | null): void {
    if (target instanceof HTMLInputElement && target.dataset.picks !== undefined) {
      const control = target.parentElement?.querySelector<HTMLInputElement>("[data-control]");
      if (control && target.value !== "") {
        control.value = target.value;
        this.#commit(control);
        control.focus();
      }
      return;
    }
    if (!isControl(target)) return;
    clearTimeout(this.#timer);
    const isDay = target instanceof HTMLInputElement && target.type === "date";
    const isPassing = isDay || (target instanceof HTMLSelectElement && this.#hasKeys);
    if (!isPassing) this.#commit(target);
    else if (!isDay || Number(target.value.slice(0, 4)) >= FIRST_YEAR)
      this.#timer = setTimeout(() => this.#commit(target), PAUSE_MS);
  }

  #left(target: EventTarget | null): void {
    clearTimeout(this.#timer);
    this.#commit(target);
  }

  /** Writes what was typed. */
  #commit(target: EventTarget | null): void {
    if (!isControl(target)) return;
    const text = this.#pending.take(target);
    if (text === undefined) return;
    if (target.dataset.control === "rename") {
      this.#do.rename(text.trim(), target.dataset.key ?? "", { field: target.id, control: target });
      return;
    }
    const path = parsePath(target.dataset.path);
    if (!path) return;
    const isAdder = target.dataset.control === "add";
    this.#do.change(changeOf(target, path, text), { field: isAdder ? idOf(path) : target.id, control: target });
    if (!isAdder) return;
    this.#pending.settle(target, false);
    this.#pending.revert(target);
  }

  #focused(target: EventTarget | null): void {
    const holder = target instanceof Element ? target.closest<HTMLElement>("[data-about]") : null;
    this.#do.focus(holder?.dataset.about);
  }

  #submitted(event: SubmitEvent): void {
    event.preventDefault();
    const made = event.target instanceof HTMLFormElement ? event.target : undefined;
    const path = parsePath(made?.dataset.path);
    if (!made || !path) return;
    const data = new FormData(made);
    const [text, id] = [String(data.get("text") ?? "").trim(), String(data.get("id") ?? "").trim()];
    if (text === "" && id === "") return;
    const field = `${idOf(path)}/+`;
    this.#do.change({ do: "add", path, text, ...(id === "" ? {} : { id }) }, { field, focus: "path" });
  }

  #pressed(event: KeyboardEvent): void {
    const { target, key } = event;
    this.#hasKeys = true;
    if (!isControl(target)) return;
    const isUndo = (event.ctrlKey || event.metaKey) && /^[zy]$/i.test(key);
    // Undoing what is not written yet is the business of the field.
    if (isUndo && this.#pending.isPending(target)) event.stopPropagation();
    else if (key === "Escape" && this.#pending.isPending(target)) this.#pending.revert(target);
    else if (key === "Enter" && target instanceof HTMLInputElement) this.#commit(target);
  }

  #toggled(target: EventTarget | null): void {
    if (target instanceof HTMLDetailsElement && target.id !== "") this.#do.toggle(target.id, target.open);
  }
}

/** An emptied field loses its value; a further one is added. */
function changeOf(control: Control, path: FormPath, text: string): FormChange {
  if (control.dataset.control === "add") return { do: "add", path, text };
  return text.trim() === "" ? { do: "clear", path } : { do: "set", path, text };
}
