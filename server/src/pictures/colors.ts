import { isHole, type NodeKind, type NodeState } from "../features/preview-graph.ts";

/**
 * Colors that a picture has where no stylesheet reaches it: in an `<img>`, in a viewer of images. `picture.css` replaces
 * all of them. Against the surface each text has a contrast of at least 4.5:1, each line that means something 3:1.
 */
export const INK = {
  text: "#1f2328",
  muted: "#59636e",
  line: "#818b98",
  border: "#c4ccd4",
  page: "#ffffff",
  surface: "#f6f8fa",
  error: "#b3261e",
  errorSurface: "#fff5f4",
  warning: "#8a5a00",
} as const;

export const KIND_COLORS: Readonly<Record<NodeKind, string>> = {
  need: "#7a4fc4",
  goal: "#7a4fc4",
  metric: "#1a66c9",
  behavior: "#2f7d4f",
  objective: "#b4561b",
  assessment: "#7d6a0f",
  program: "#2f7d4f",
};

/** Fill, outline and color of the marks of a node. */
export function palette(state: NodeState): { readonly fill: string; readonly stroke: string; readonly mark: string } {
  if (isHole(state)) return { fill: INK.errorSurface, stroke: INK.error, mark: INK.error };
  return { fill: state === "aside" ? INK.page : INK.surface, stroke: INK.border, mark: INK.warning };
}
