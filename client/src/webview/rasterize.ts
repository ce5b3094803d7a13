/** Twice the size in pixels that a picture has on paper or on a screen of old. */
const SCALE = 2;
/** What browsers draw: pixels of one side, and of the whole. */
const [MOST_SIDE, MOST_PIXELS] = [16_000, 100_000_000];

/** A picture as PNG, in twice its size where that is not more than a browser can draw. */
export async function rasterize(svg: string): Promise<Uint8Array> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const { naturalWidth: width, naturalHeight: height } = image;
  const scale = Math.min(SCALE, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("The browser made no image of it.");
  return new Uint8Array(await blob.arrayBuffer());
}

/** Hands a page to the browser as a download. */
export function download(name: string, html: string): void {
  const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  // Not on the page: VS Code would take the click for one on a link.
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
