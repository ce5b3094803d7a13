import type { Position } from "vscode-languageserver-types";
import type { Portfolio, Preview } from "../../../server/src/lsp/protocol.ts";
import type { FromPage, PageState, ToPage } from "../preview/messages.ts";
import { followPointers } from "./drag.ts";
import { element, prose } from "./element.ts";
import { label } from "./labels.ts";
import { morph } from "./morph.ts";
import { drawPicture } from "./picture.ts";
import { contains, isWithin, parseRange } from "./range-attribute.ts";
import { download, rasterize } from "./rasterize.ts";
import { drawReadiness } from "./readiness.ts";
import { drawSection } from "./sections.ts";
import { PictureZoom } from "./zoom.ts";

declare function acquireVsCodeApi(): {
  getState(): PageState | undefined;
  setState(state: PageState): void;
  postMessage(message: FromPage): void;
};

const editor = acquireVsCodeApi();
const main = document.querySelector("main") ?? document.body;

/** The page has no state but this, which outlives it, and the place of the cursor. */
const restored = wholeState(editor.getState());
const page: { state: PageState | undefined; cursor: Position | undefined } = { state: restored, cursor: undefined };

const zoom = new PictureZoom(main, restored?.views, keepPlace);
followPointers(main, zoom);

if (restored?.preview) draw(restored.preview, false);
if (restored?.portfolio) drawPortfolio(restored.portfolio, undefined);
if (restored) {
  for (const details of main.querySelectorAll("details"))
    details.open = restored.open?.includes(details.id) ?? details.open;
  zoom.restorePlaces();
  window.scrollTo(0, restored.scroll ?? 0);
}

window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === "cursor") {
    page.cursor = data.position;
    markCurrent();
  } else if (data.kind === "nothing") {
    keep({ uri: data.uri });
    morph(main, element("main", {}, element("p", { class: "nothing" }, data.reason), drawBeginnings()));
  } else if (data.kind === "portfolio") {
    showPortfolio(data.portfolio);
  } else if (data.kind === "rasterize") {
    void answerImage(data.id, data.svg);
  } else if (data.kind === "download") {
    download(data.name, data.html);
  } else {
    show(data.preview);
  }
});
document.addEventListener("click", (event) => activate(event.target));
document.addEventListener("keydown", (event) => {
  const isPart = event.target instanceof SVGElement;
  if (isPart && (event.key === "Enter" || event.key === " ") && activate(event.target)) event.preventDefault();
});
document.addEventListener("toggle", keepPlace, { capture: true });
document.addEventListener("scrollend", keepPlace);
new ResizeObserver(() => zoom.fit(main)).observe(main);
editor.postMessage({ kind: "ready" });

/** While the text is broken, what was last good stays. */
function show(preview: Preview): void {
  const before = page.state?.uri === preview.uri ? page.state.preview : undefined;
  const isOther = page.state?.uri !== preview.uri;
  const shown = preview.broken && before ? before : preview;
  if (isOther) leave();
  draw(shown, preview.broken);
  keep({ uri: preview.uri, preview: shown });
}

async function answerImage(id: number, svg: string): Promise<void> {
  try {
    editor.postMessage({ kind: "rasterized", id, png: await rasterize(svg) });
  } catch (error) {
    editor.postMessage({ kind: "rasterized", id, why: error instanceof Error ? error.message : String(error) });
  }
}

/** What an earlier version has kept may have another shape. */
function wholeState(state: PageState | undefined): PageState | undefined {
  return state?.preview && !state.preview.readiness ? { uri: state.uri } : state;
}

/** Another spec: nothing of how the one before was looked at counts. */
function leave(): void {
  zoom.forget();
  main.replaceChildren();
  window.scrollTo(0, 0);
}

function draw(preview: Preview, broken: boolean): void {
  const strip = broken ? label("torn") : undefined;
  const wanted = element(
    "main",
    {},
    drawStrip(strip),
    element(
      "header",
      {},
      element("h1", {}, preview.title),
      preview.status
        ? element("p", { class: "status" }, `${label("status")}: `, element("strong", {}, preview.status))
        : undefined,
    ),
    drawPicture("chain", label("resultsChain"), preview.chain),
    drawReadiness(preview.readiness),
    ...(preview.sections ?? []).map(drawSection),
  );
  put(wanted);
  markCurrent();
}

/** While an open text is broken, what was last good stays. */
function showPortfolio(portfolio: Portfolio): void {
  const before = page.state?.portfolio;
  const isBroken = portfolio.broken !== undefined && before !== undefined;
  const shown = isBroken ? before : portfolio;
  const { done, all, broken } = portfolio;
  if (isBroken) drawPortfolio(shown, label("tornFile", broken ?? ""));
  else drawPortfolio(shown, done < all ? label("progress", String(done), String(all)) : undefined);
}

function drawPortfolio({ title, all, sections }: Portfolio, strip: string | undefined): void {
  const wanted = element(
    "main",
    {},
    drawStrip(strip),
    element("header", {}, element("h1", {}, title)),
    ...(all === 0
      ? [element("p", { class: "nothing" }, prose(label("noPrograms"))), drawBeginnings()]
      : sections.map(drawSection)),
  );
  put(wanted);
}

/** Changes the page step by step. Pictures have their size before, so that none of them jumps. */
function put(wanted: Element): void {
  zoom.fit(wanted);
  morph(main, wanted);
  zoom.fit(main);
}

/** Never a dead end: what can be done where there is nothing to see. */
function drawBeginnings(): Element {
  return element(
    "p",
    { class: "actions" },
    element("button", { type: "button", "data-begin": "newSpec" }, label("beginSpec")),
    element("button", { type: "button", "data-begin": "openSample" }, label("beginSample")),
  );
}

function drawStrip(text: string | undefined): Element {
  return element("p", { class: text ? "strip" : "strip none", role: "status" }, text);
}

/** Sends what was clicked to the editor; says whether there was anything to send. */
function activate(target: EventTarget | null): boolean {
  const part = target instanceof Element ? target.closest("[data-range], [data-rule], [data-uri], [data-begin]") : null;
  const rule = part?.getAttribute("data-rule");
  const range = parseRange(part?.getAttribute("data-range") ?? null);
  const uri = part?.getAttribute("data-uri");
  const begin = part?.getAttribute("data-begin");
  if (begin === "newSpec" || begin === "openSample") editor.postMessage({ kind: "begin", command: begin });
  else if (rule) editor.postMessage({ kind: "explain", rule });
  else if (uri) editor.postMessage({ kind: "open", uri });
  else if (range) editor.postMessage({ kind: "reveal", range });
  return Boolean(begin || rule || uri || range);
}

/** Marks the innermost parts of pictures whose text holds the cursor. */
function markCurrent(): void {
  const before = new Set(main.querySelectorAll("svg [aria-current]"));
  const current = partsAtCursor();
  for (const part of before) if (!current.includes(part)) part.removeAttribute("aria-current");
  for (const part of current) {
    part.setAttribute("aria-current", "true");
    if (!before.has(part)) showInCanvas(part);
  }
}

function partsAtCursor(): Element[] {
  const { cursor } = page;
  if (!cursor) return [];
  const holding = [...main.querySelectorAll("svg [data-range]")].flatMap((part) => {
    const range = parseRange(part.getAttribute("data-range"));
    return range && contains(range, cursor) ? [{ part, range }] : [];
  });
  return holding.filter(({ range }) => !holding.some((other) => isWithin(other.range, range))).map(({ part }) => part);
}

/** Moves a picture that is larger than its place, and nothing else: what is read below it stays where it is. */
function showInCanvas(part: Element): void {
  const canvas = part.closest(".canvas");
  if (!canvas) return;
  const [inner, outer] = [part.getBoundingClientRect(), canvas.getBoundingClientRect()];
  const hidden = Math.max(0, inner.right - outer.right) - Math.max(0, outer.left - inner.left);
  const below = Math.max(0, inner.bottom - outer.bottom) - Math.max(0, outer.top - inner.top);
  canvas.scrollBy(hidden, below);
}

function keep(state: PageState): void {
  page.state = state;
  keepPlace();
}

function keepPlace(): void {
  if (!page.state) return;
  const open = [...main.querySelectorAll("details[open]")].map(({ id }) => id);
  page.state = { ...page.state, scroll: window.scrollY, open, views: zoom.views };
  editor.setState(page.state);
}
