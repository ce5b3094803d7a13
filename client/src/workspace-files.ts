import { FileSystemError, FileType, Uri, workspace } from "vscode";
import type { FileContent } from "../../server/src/lsp/protocol.ts";

const FILES = "**/{*.training.yaml,*.training.yml,training-spec.config.yaml,*.results.csv}";
const LARGEST = 20 * 1024 * 1024;

/** The URIs of all files of the workspace that the language server wants to know; `files.exclude` holds. */
export async function findFiles(): Promise<string[]> {
  const found = await workspace.findFiles(FILES);
  return found.map(String).sort();
}

/** Reads a file of any file system that VS Code knows. Never rejects. */
export async function readFile({ uri }: { uri: string }): Promise<FileContent> {
  try {
    const file = Uri.parse(uri, true);
    const { type, size } = await workspace.fs.stat(file);
    if (type & FileType.Directory) return { kind: "folder" };
    if (size > LARGEST) return { kind: "too-large" };
    return { kind: "text", text: decode(await workspace.fs.readFile(file)) };
  } catch (error) {
    const missing = error instanceof FileSystemError && error.code === "FileNotFound";
    return { kind: missing ? "missing" : "unreadable" };
  }
}

/** UTF-8, or UTF-16 where a byte-order mark says so; the mark itself is taken off. */
function decode(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  return new TextDecoder(utf16).decode(bytes);
}
