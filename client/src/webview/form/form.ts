import type { Position } from "vscode-languageserver-types";
import type { FormChange, FormPath, SpecForm } from "../../../../server/src/lsp/protocol.ts";
import type { FormState, FromForm, ToForm } from "../../form/form-messages.ts";
import type { FormWords } from "../../form/form-words.ts";
import { element } from "../element.ts";
import { morph } from "../morph.ts";
import { contains, parseRange } from "../range-attribute.ts";
import { drawHelp, drawPage } from "./draw-page.ts";
import { FormEvents } from "./form-events.ts";
import { idOf, type Page } from "./page.ts";
import { type Control, PendingTexts } from "./pending-texts.ts";

declare function acquireVsCodeApi(): {
  getState(): FormState | undefined;
  setState(state: FormState): void;
  postMessage(message: FromForm): void;
};

const editor = acquireVsCodeApi();
const main = document.querySelector("main") ?? document.body;
const help = document.body.appendChild(element("aside", {}));
const pending = new PendingTexts();
const restored = editor.getState();
const open = new Set(restored?.open);
const shown = new Set(restored?.shown);
const refused = new Map<string, string>();
/** What waits for an answer: what to do with the field, and where to go then. */
const waiting = new Map<
  number,
  { readonly field: string; readonly control: Control | undefined; readonly focus: string | undefined }
>();

let words: FormWords | undefined;
let types: Page["types"] = {};
let form: SpecForm | undefined;
let readOnly: string | undefined;
let about: string | undefined;
let asked = 0;
/** Forms of texts before this one do not know of what was done here. */
let oldest = 0;
/** The element that gets the focus as soon as it is there. */
let goal: string | undefined;
let isRestored = restored === undefined;

const page = (): Page | undefined =>
  form && words ? { form, types, words, readOnly, open, shown, refused } : undefined;

function draw(): void {
  const now = page();
  if (!now) return;
  morph(main, drawPage(now));
  pending.sync(main);
  drawAbout();
  if (!isRestored) window.scrollTo(0, restored?.scroll ?? 0);
  isRestored = true;
  if (goal !== undefined && focusOn(goal)) goal = undefined;
  keep();
}

function drawAbout(): void {
  const now = page();
  if (now) morph(help, drawHelp(now, about));
}

/** The field, the first one in it, or the line that opens it. */
function focusOn(id: string): boolean {
  const found = document.getElementById(id) ?? document.getElementById(`${id}:field`);
  if (!found) return false;
  const target = found.matches("input, select, textarea, button, pre")
    ? found
    : (found.querySelector<HTMLElement>("input:not(.picker), select, textarea") ??
      found.querySelector<HTMLElement>("summary, button"));
  if (!(target instanceof HTMLElement)) return false;
  target.focus();
  target.scrollIntoView({ block: "nearest" });
  return true;
}

/** Opens all that holds a path. */
function openTo(path: FormPath): void {
  for (let length = 1; length <= path.length; length++) open.add(idOf(path.slice(0, length)));
}

/** Sends something to be done, and remembers what it was about. */
function send(
  make: (id: number) => FromForm,
  { field, control, focus }: { readonly field: string; readonly control?: Control; readonly focus?: string },
): void {
  const id = ++asked;
  waiting.set(id, { field, control, focus });
  const hadFailed = [refused.delete(field), refused.delete("f")].includes(true);
  if (hadFailed) draw();
  editor.postMessage(make(id));
}

function settle({ id, version, path, why }: Extract<ToForm, { kind: "done" }>): void {
  const wish = waiting.get(id);
  waiting.delete(id);
  if (!wish) return;
  if (wish.control) pending.settle(wish.control, why === undefined);
  if (why === undefined) {
    oldest = Math.max(oldest, version);
    shown.delete(wish.field);
    if (wish.focus === "path" && path) openTo(path);
    // Somebody who has gone on meanwhile is not called back.
    if (wish.focus !== undefined && isStillAt(wish.field))
      goal = wish.focus === "path" && path ? idOf(path) : wish.focus;
  } else {
    // What has no field of its own is said above all of them.
    refused.set(wish.control || wish.field.endsWith("/+") ? wish.field : "f", why);
  }
  draw();
}

/** Whether the focus is where it was, or nowhere because that is gone. */
function isStillAt(field: string): boolean {
  const { activeElement } = document;
  if (!activeElement || activeElement === document.body) return true;
  return [field, `${field}:field`, `${field}:form`].some((id) => document.getElementById(id)?.contains(activeElement));
}

/** The innermost field whose text holds a place. */
function reveal(position: Position): void {
  if (!form) return;
  let field = form.root;
  for (;;) {
    const inner = field.children?.find(({ range }) => contains(range, position));
    if (!inner) break;
    field = inner;
  }
  openTo(field.path);
  draw();
  if (field.path.length > 0) focusOn(idOf(field.path));
}

function keep(): void {
  editor.setState({ open: [...open], shown: [...shown], scroll: window.scrollY });
}

window.addEventListener("message", ({ data }: MessageEvent<ToForm>) => {
  switch (data.kind) {
    case "words":
      words = data.words;
      break;
    case "show":
      if (data.form.types) types = data.form.types;
      if ((data.form.version ?? oldest) < oldest) return;
      ({ form, readOnly } = data);
      draw();
      break;
    case "nothing":
      form = undefined;
      morph(
        main,
        element(
          "main",
          {},
          element("p", { class: "nothing" }, data.reason),
          data.begins ? drawBeginnings() : undefined,
        ),
      );
      break;
    case "done":
      settle(data);
      break;
    case "reveal":
      reveal(data.position);
      break;
    default:
      editor.postMessage({ kind: "flushed", id: data.id, change: events.takeFocused() });
  }
});

/** Never a dead end. */
function drawBeginnings(): Element {
  return element(
    "p",
    { class: "actions" },
    element("button", { type: "button", class: "small", "data-command": "newSpec" }, words?.newSpec),
    element("button", { type: "button", class: "small", "data-command": "openSample" }, words?.openSample),
  );
}

const events = new FormEvents(document, pending, {
  change: (change: FormChange, where) => {
    const version = form?.version ?? 0;
    send((id) => ({ kind: "change", id, version, change }), where);
  },
  rename: (name, key, where) => {
    const range = parseRange(key);
    if (range) send((id) => ({ kind: "rename", id, position: range.start, name }), where);
  },
  fix: (finding, title, field) => send((id) => ({ kind: "fix", id, finding, title }), { field, focus: field }),
  post: (message) => editor.postMessage(message),
  toggle: (id, isOpen) => {
    if (isOpen === open.has(id)) return;
    if (isOpen) open.add(id);
    else open.delete(id);
    draw();
  },
  show: (id, focus) => {
    shown.add(id);
    open.add(id);
    goal = focus;
    draw();
  },
  hide: (id, focus) => {
    shown.delete(id);
    refused.delete(id);
    goal = focus;
    draw();
  },
  focus: (type) => {
    if (type === about) return;
    about = type;
    drawAbout();
  },
});

document.addEventListener("scrollend", keep);
editor.postMessage({ kind: "ready" });
