import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Day } from "../base/date.ts";
import { parseDay } from "../base/date.ts";
import type { Translation } from "../base/message.ts";
import { VERSION } from "../base/version.ts";
import { normalizeUri } from "../workspace/uri.ts";
import { answerCodeActions, REFACTORINGS } from "./code-actions.ts";
import { FIX_ALL } from "./convert.ts";
import { answerDiagnostics } from "./diagnostics-pull.ts";
import { DiagnosticsPublisher } from "./diagnostics-push.ts";
import { answerDoctor } from "./doctor.ts";
import { answerDrafts } from "./drafts.ts";
import { answerEditing } from "./editing.ts";
import { answerFileRenames, RENAMED_FILES } from "./file-renames.ts";
import { clientFiles, type Files, isSpecUri, mixedFiles, SPEC_GLOB, withoutHistory } from "./files.ts";
import { answerForm } from "./form.ts";
import { answerHierarchy } from "./hierarchy.ts";
import { answerInlayHints } from "./inlay-hints.ts";
import type { Memory, MemoryOptions } from "./memory.ts";
import { answerNavigation } from "./navigation.ts";
import { answerOwnRequests } from "./own-requests.ts";
import { answerPaste } from "./paste.ts";
import { answerPortfolio } from "./portfolio.ts";
import { answerPreview } from "./preview.ts";
import { type InitializationOptions, METHODS } from "./protocol.ts";
import { answerSemanticTokens, LEGEND } from "./semantic-tokens.ts";
import { Session } from "./session.ts";
import { answerStructure } from "./structure.ts";

/** What a door has to offer to the server behind it. */
export interface Door {
  readonly connection: Connection;
  /** Reads files itself; undefined where only the client can. */
  readonly files: Files | undefined;
  /** The day on the clock. */
  readonly today: () => Day;
  /** Reads the catalog of a language, where there is one; undefined where only the client can. */
  readonly translation: ((locale: string) => Translation | undefined) | undefined;
  /** Keeps what was found out from one session to the next; undefined where it cannot. */
  readonly memory: ((options: MemoryOptions) => Memory) | undefined;
  /** Told that the client is about to leave. */
  readonly whenShutDown?: () => void;
}

/** How long what an editor asks after an edit goes before what is told to others, in milliseconds. */
const FIRST = 10;

/** How editors name the language of specs, whatever the name of the file. */
const LANGUAGE_ID = "training-spec";

/** Serves one client until it leaves. */
export function serve({ connection, files, today, translation, memory, whenShutDown }: Door): void {
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let publisher: DiagnosticsPublisher | undefined;
  let capabilities: ClientCapabilities = {};
  let folders: readonly string[] = [];
  let edits = 0;

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    capabilities = params.capabilities;
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    const fixedDay = options.today === undefined ? undefined : parseDay(options.today);
    const client = clientFiles(connection);
    const disk = options.trusted === false && files ? withoutHistory(files) : files;
    const own = disk && options.readsOthers ? mixedFiles(disk, client) : disk;
    const reader = options.files === "client" || !own ? client : own;
    const locale = options.locale ?? params.locale ?? "en";
    const language = options.translation ?? translation?.(locale);
    folders = (params.workspaceFolders?.map(({ uri }) => uri) ?? [params.rootUri].filter((uri) => uri != null)).map(
      normalizeUri,
    );
    const asksPast = reader.history !== undefined;
    const settings = [options.readsOthers === true, locale, options.translation ?? ""];
    const remembers = reader !== client && options.storage !== false && folders.length > 0 ? memory : undefined;
    const remembered = remembers?.({ storage: options.storage || undefined, folders, asksPast, settings });
    session = new Session(reader, fixedDay === undefined ? today : () => fixedDay, language, remembered);
    const services = { connection, session, capabilities };
    if (pullsDiagnostics(capabilities)) answerDiagnostics(services);
    else publisher = new DiagnosticsPublisher(services);
    answerNavigation(services);
    answerEditing(services);
    answerInlayHints(services);
    answerCodeActions(services);
    answerOwnRequests(services);
    answerPreview(services);
    answerPortfolio(services);
    answerDrafts(services);
    answerDoctor(services);
    answerPaste(services);
    answerForm(services);
    answerStructure(services);
    answerSemanticTokens(services);
    answerHierarchy(services);
    answerFileRenames(services);
    return {
      capabilities: serverCapabilities(capabilities, options),
      serverInfo: { name: "training-spec", version: VERSION },
    };
  });

  connection.onInitialized(async () => {
    if (!session) return;
    watchFiles(connection, capabilities);
    if (capabilities.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        session?.forgetFolders(removed.map(({ uri }) => normalizeUri(uri)));
        await session?.loadFolders(added.map(({ uri }) => normalizeUri(uri)));
        tellChange();
      });
    }
    await session.loadFolders(folders).catch((error) => connection.console.error(String(error)));
    tellChange();
  });

  connection.onShutdown(async () => {
    whenShutDown?.();
    const failure = await session?.handover.keep();
    if (failure !== undefined) connection.console.warn(`Findings could not be kept: ${failure}`);
  });

  documents.onDidChangeContent(({ document }) => {
    if (!session || !isOurs(document)) return;
    session.show(document);
    tellOthers(normalizeUri(document.uri));
  });
  documents.onDidClose(({ document }) => {
    if (!isOurs(document)) return;
    session?.close(document);
    session?.settled.then(tellChange);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    session?.refresh(changes.map(({ uri }) => uri).filter(isSpecUri));
    session?.settled.then(tellChange);
  });
  documents.listen(connection);
  connection.listen();

  /** Some editors attach a server to everything that they take for YAML. */
  function isOurs({ uri, languageId }: TextDocument): boolean {
    if (languageId === LANGUAGE_ID || isSpecUri(uri)) return true;
    return session?.snapshot.files.has(normalizeUri(uri)) === true;
  }

  /** A change that the client does not know of by itself: of files, of another document. */
  function tellChange(): void {
    if (!session) return;
    publisher?.publish();
    if (capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh().catch(() => {});
    if (capabilities.workspace?.inlayHint?.refreshSupport) connection.languages.inlayHint.refresh().catch(() => {});
    connection.sendNotification(METHODS.changed);
  }

  /** After an edit: the client asks for the edited file itself, the others have to be told. What it has asked comes first. */
  function tellOthers(uri: string): void {
    if (!session) return;
    publisher?.publish(uri);
    const edit = ++edits;
    const tell = () => (edit === edits ? connection.sendNotification(METHODS.changed) : undefined);
    session.settled.then(() => setTimeout(tell, FIRST));
  }
}

function pullsDiagnostics(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

function serverCapabilities(
  client: ClientCapabilities,
  options: InitializationOptions,
): InitializeResult["capabilities"] {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [" ", ":", "[", "{", ",", "/", "-"] },
    hoverProvider: true,
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
    documentSymbolProvider: { label: "Training Spec" },
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    documentFormattingProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: {},
    ...(options.codeLens === false ? {} : { codeLensProvider: {} }),
    callHierarchyProvider: true,
    semanticTokensProvider: { legend: LEGEND, full: true, range: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...REFACTORINGS, FIX_ALL] },
    ...(pullsDiagnostics(client)
      ? { diagnosticProvider: { identifier: "training-spec", interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      fileOperations: { willRename: { filters: RENAMED_FILES } },
    },
  };
}

function watchFiles(connection: Connection, capabilities: ClientCapabilities): void {
  if (!capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  connection.client
    .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: SPEC_GLOB }] })
    .catch((error) => connection.console.warn(`Files cannot be watched: ${error}`));
}
