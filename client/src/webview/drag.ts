import type { PictureZoom } from "./zoom.ts";

/** So far a mouse moves before a click becomes a drag. */
const SLACK = 4;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Moves pictures that are larger than their place by dragging, and zooms them with two fingers. */
export function followPointers(root: HTMLElement, zoom: PictureZoom): void {
  const fingers = new Map<number, Place>();
  let drag: { readonly canvas: HTMLElement; readonly from: Place; moved: boolean } | undefined;

  root.addEventListener("pointerdown", (event) => {
    const canvas = event.target instanceof Element ? event.target.closest<HTMLElement>(".canvas") : null;
    if (!canvas) return;
    if (event.pointerType === "touch") fingers.set(event.pointerId, placeOf(event));
    else if (event.button === 0 && isLarger(canvas)) {
      const from = { x: event.clientX + canvas.scrollLeft, y: event.clientY + canvas.scrollTop };
      drag = { canvas, from, moved: false };
    }
  });
  root.addEventListener("pointermove", (event) => {
    if (drag && event.pointerType !== "touch") {
      const [left, top] = [drag.from.x - event.clientX, drag.from.y - event.clientY];
      const { canvas } = drag;
      drag.moved ||= Math.hypot(left - canvas.scrollLeft, top - canvas.scrollTop) > SLACK;
      if (!drag.moved) return;
      canvas.setPointerCapture(event.pointerId);
      canvas.classList.add("dragged");
      canvas.scrollTo(left, top);
    } else if (fingers.has(event.pointerId)) pinch(event);
  });
  for (const end of ["pointerup", "pointercancel"] as const)
    root.addEventListener(end, ({ pointerId }) => {
      fingers.delete(pointerId);
      drag?.canvas.classList.remove("dragged");
      // The click that ends a drag leads nowhere.
      if (drag?.moved) stopNextClick();
      drag = undefined;
    });

  function pinch(event: PointerEvent): void {
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    const before = fingers.get(event.pointerId);
    const now = placeOf(event);
    fingers.set(event.pointerId, now);
    const canvas = event.target instanceof Element ? event.target.closest<HTMLElement>(".canvas") : null;
    if (!other || !before || !canvas) return;
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    zoom.zoom(canvas, factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }
}

function stopNextClick(): void {
  const stop = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", stop, { capture: true, once: true });
  // Where the drag ended outside there is no click.
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }), 0);
}

function isLarger({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth || scrollHeight > clientHeight;
}

function placeOf({ clientX: x, clientY: y }: PointerEvent): Place {
  return { x, y };
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
