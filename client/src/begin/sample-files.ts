import {
  type Event,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  l10n,
  Uri,
  workspace,
} from "vscode";
import { SAMPLE_TABLES, SAMPLES } from "./sample-list.ts";

export const SAMPLE_SCHEME = "training-spec-sample";

/**
 * The samples as files that one can change: what is written lives in this window alone, and the shipped files stay as they
 * are. Works wherever the extension does, without a folder and without a disk.
 */
export class SampleFiles implements FileSystemProvider {
  readonly #shipped: Uri;
  readonly #written = new Map<string, { readonly content: Uint8Array; readonly mtime: number }>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile: Event<FileChangeEvent[]> = this.#changed.event;

  /** `shipped` is the folder of the samples in the extension. */
  constructor(shipped: Uri) {
    this.#shipped = shipped;
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const written = this.#written.get(uri.path);
    if (written) return written.content;
    if (!NAMES.includes(uri.path.slice(1))) throw FileSystemError.FileNotFound(uri);
    return workspace.fs.readFile(Uri.joinPath(this.#shipped, uri.path));
  }

  async stat(uri: Uri): Promise<FileStat> {
    const type = this.#isFolder(uri) ? FileType.Directory : FileType.File;
    const size = type === FileType.File ? (await this.readFile(uri)).byteLength : 0;
    return { type, ctime: 0, mtime: this.#written.get(uri.path)?.mtime ?? 0, size };
  }

  readDirectory(uri: Uri): [string, FileType][] {
    const folder = uri.path === "/" ? "" : `${uri.path.slice(1)}/`;
    const found = new Map<string, FileType>();
    for (const name of NAMES.filter((each) => each.startsWith(folder))) {
      const [first = "", ...rest] = name.slice(folder.length).split("/");
      found.set(first, rest.length > 0 ? FileType.Directory : FileType.File);
    }
    return [...found];
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    if (!NAMES.includes(uri.path.slice(1)))
      throw FileSystemError.NoPermissions(l10n.t("Samples can be changed, and none added."));
    this.#written.set(uri.path, { content, mtime: Date.now() });
    this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
  }

  watch(): { dispose(): void } {
    return { dispose: () => undefined };
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions(l10n.t("Samples can be changed, and none added."));
  }

  delete(): never {
    throw FileSystemError.NoPermissions(l10n.t("Samples can be changed, and none taken away."));
  }

  rename(): never {
    throw FileSystemError.NoPermissions(l10n.t("Samples keep their names."));
  }

  #isFolder(uri: Uri): boolean {
    return uri.path === "/" || NAMES.some((name) => name.startsWith(`${uri.path.slice(1)}/`));
  }
}

const NAMES: readonly string[] = [...SAMPLES.map(({ path }) => path), ...SAMPLE_TABLES];
