import type { Position, Range } from "vscode-languageserver-types";
import type { Portfolio, Preview } from "../../../server/src/lsp/protocol.ts";
import type { PictureView } from "../webview/zoom.ts";

/** What the extension tells the page of the preview. */
export type ToPage =
  | { readonly kind: "show"; readonly preview: Preview }
  | { readonly kind: "portfolio"; readonly portfolio: Portfolio }
  /** There is nothing to draw; `reason` says why. */
  | { readonly kind: "nothing"; readonly uri: string; readonly reason: string }
  /** Where the cursor of the editor stands. */
  | { readonly kind: "cursor"; readonly position: Position }
  /** Make an image of a picture; the answer carries the same `id`. */
  | { readonly kind: "rasterize"; readonly id: number; readonly svg: string }
  /** Hand a page to the browser. */
  | { readonly kind: "download"; readonly name: string; readonly html: string };

/** What the page of the preview tells the extension. */
export type FromPage =
  | { readonly kind: "ready" }
  | { readonly kind: "reveal"; readonly range: Range }
  /** Open another file. */
  | { readonly kind: "open"; readonly uri: string }
  | { readonly kind: "explain"; readonly rule: string }
  /** The image that was asked for, or why there is none. */
  | { readonly kind: "rasterized"; readonly id: number; readonly png?: Uint8Array; readonly why?: string }
  /** Begin with one of these, where there is nothing to show. */
  | { readonly kind: "begin"; readonly command: "newSpec" | "openSample" };

/** What a page keeps while it is hidden, and VS Code over a restart. */
export interface PageState {
  readonly uri: string;
  readonly preview?: Preview;
  readonly portfolio?: Portfolio;
  readonly scroll?: number;
  /** What is unfolded, by its id. */
  readonly open?: readonly string[];
  /** How pictures are looked at, by the id of their place. */
  readonly views?: Readonly<Record<string, PictureView>>;
}
