import type { ClientCapabilities, Connection } from "vscode-languageserver";
import type { Session } from "./session.ts";

/** What the handlers of requests work with. */
export interface Services {
  readonly connection: Connection;
  readonly session: Session;
  readonly capabilities: ClientCapabilities;
}
