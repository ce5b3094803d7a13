import { decodeText } from "../../host/decode-text.ts";
import { MAX_FILE_BYTES } from "../../host/read-bytes.ts";
import type { FileText } from "../../host/read-file.ts";

/** All that comes in, up to the bound for files. */
export async function readStdin(stdin: AsyncIterable<Uint8Array>): Promise<FileText> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > MAX_FILE_BYTES) return { text: undefined, why: "too-large" };
    chunks.push(chunk);
  }
  return { text: decodeText(Buffer.concat(chunks)) };
}
