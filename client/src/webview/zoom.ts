/** How a picture is looked at. Without `scale` it fits the width of the panel as far as it can still be read. */
export interface PictureView {
  readonly scale?: number;
  readonly left?: number;
  readonly top?: number;
}

type Views = Readonly<Record<string, PictureView>>;

/** Below this share of its size a picture that fits is no longer read but scrolled. */
const READABLE = 0.7;
const [LEAST, MOST] = [0.2, 4];
const STEP = 1.25;
/** Pixels that an arrow key moves a picture. */
const ARROW = 60;

/** Zooming and moving of the pictures of a page, by mouse, touch, keys and buttons. Nothing of it is animated. */
export class PictureZoom {
  readonly #root: HTMLElement;
  readonly #changed: () => void;
  #views: Record<string, PictureView>;

  /** `changed` is told when a picture is looked at in another way. */
  constructor(root: HTMLElement, views: Views | undefined, changed: () => void) {
    this.#root = root;
    this.#views = { ...views };
    this.#changed = changed;
    root.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    root.addEventListener("keydown", (event) => this.#key(event));
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("scroll", (event) => this.#scrolled(event), { capture: true });
  }

  get views(): Views {
    return this.#views;
  }

  /** Another page: nothing of the one before counts. */
  forget(): void {
    this.#views = {};
  }

  /** Gives each picture below `part` its size: also those that are not on the page yet. */
  fit(part: Element): void {
    for (const canvas of part.querySelectorAll<HTMLElement>(".canvas")) {
      const svg = canvas.querySelector<SVGSVGElement>(":scope > svg");
      if (!svg) continue;
      const { width, height } = svg.viewBox.baseVal;
      const scale = this.#scaleOf(canvas, width);
      svg.setAttribute("width", String(Math.floor(width * scale)));
      svg.setAttribute("height", String(Math.floor(height * scale)));
      canvas.classList.toggle("zoomed", this.#views[canvas.id]?.scale !== undefined);
      const percent = canvas.closest("section")?.querySelector("[data-percent]");
      if (percent) percent.textContent = `${Math.round(scale * 100)} %`;
    }
  }

  /** Moves pictures back to where they were. */
  restorePlaces(): void {
    for (const [id, { left = 0, top = 0 }] of Object.entries(this.#views))
      document.getElementById(id)?.scrollTo(left, top);
  }

  /** Makes a picture larger or smaller; what lies at a place of the window stays there. */
  zoom(canvas: HTMLElement, factor: number, at?: { readonly x: number; readonly y: number }): void {
    const svg = canvas.querySelector<SVGSVGElement>(":scope > svg");
    if (!svg) return;
    const before = this.#scaleOf(canvas, svg.viewBox.baseVal.width);
    const scale = Math.min(MOST, Math.max(LEAST, before * factor));
    const box = canvas.getBoundingClientRect();
    const [x, y] = at ? [at.x - box.left, at.y - box.top] : [canvas.clientWidth / 2, canvas.clientHeight / 2];
    const [left, top] = [(canvas.scrollLeft + x) / before, (canvas.scrollTop + y) / before];
    this.#set(canvas, { scale });
    canvas.scrollTo(left * scale - x, top * scale - y);
  }

  #set(canvas: HTMLElement, view: PictureView): void {
    this.#views = { ...this.#views, [canvas.id]: view };
    this.fit(this.#root);
    this.#changed();
  }

  #scaleOf(canvas: HTMLElement, width: number): number {
    const own = this.#views[canvas.id]?.scale;
    if (own !== undefined) return own;
    const room = document.getElementById(canvas.id)?.clientWidth || this.#root.clientWidth;
    return Math.min(1, Math.max(READABLE, room / width));
  }

  /** Pinching a touchpad arrives as a wheel with Ctrl. */
  #wheel(event: WheelEvent): void {
    const canvas = canvasOf(event.target);
    if (!canvas || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.zoom(canvas, Math.exp((-event.deltaY * lines) / 300), { x: event.clientX, y: event.clientY });
  }

  #key(event: KeyboardEvent): void {
    const canvas = canvasOf(event.target);
    if (!canvas || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#actionOf(event, canvas);
    if (!act) return;
    event.preventDefault();
    act();
  }

  #actionOf({ key, target }: KeyboardEvent, canvas: HTMLElement): (() => void) | undefined {
    if (key === "+" || key === "=") return () => this.zoom(canvas, STEP);
    if (key === "-" || key === "_") return () => this.zoom(canvas, 1 / STEP);
    if (key === "0") return () => this.#set(canvas, {});
    const [x, y] = ARROWS[key] ?? [0, 0];
    const isMoving = (x !== 0 && canvas.scrollWidth > canvas.clientWidth) || (y !== 0 && canMove(canvas, y));
    return target === canvas && isMoving ? () => canvas.scrollBy(x * ARROW, y * ARROW) : undefined;
  }

  #click({ target }: MouseEvent): void {
    const button = target instanceof Element ? target.closest("[data-zoom]") : null;
    const canvas = document.getElementById(button?.getAttribute("aria-controls") ?? "");
    if (!button || !canvas) return;
    const wanted = button.getAttribute("data-zoom");
    if (wanted === "fit") this.#set(canvas, {});
    else this.zoom(canvas, wanted === "in" ? STEP : 1 / STEP);
  }

  #scrolled({ target }: Event): void {
    if (!(target instanceof HTMLElement) || !target.classList.contains("canvas")) return;
    const { scrollLeft: left, scrollTop: top } = target;
    this.#views = { ...this.#views, [target.id]: { ...this.#views[target.id], left, top } };
    this.#changed();
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a picture ends, the page goes on. */
function canMove({ scrollTop, scrollHeight, clientHeight }: HTMLElement, down: number): boolean {
  return down > 0 ? scrollTop + clientHeight < scrollHeight - 1 : scrollTop > 0;
}

function canvasOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(".canvas") : null;
}
