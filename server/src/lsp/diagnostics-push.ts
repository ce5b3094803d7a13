import { isOpen } from "../base/finding.ts";
import type { Services } from "./services.ts";

/** What each client was sent last, so that nothing is sent twice. */
const SENT = new WeakMap<Services["session"], Map<string, string>>();

/** Sends the findings of all files to a client that does not ask for them; the edited file first. */
export function publishDiagnostics({ connection, session }: Services, first?: string): void {
  const sent = SENT.get(session) ?? new Map<string, string>();
  SENT.set(session, sent);
  const { converter, snapshot } = session;
  const publish = (uri: string): void => {
    const diagnostics = session.lint(uri).filter(isOpen);
    const converted = diagnostics.map((diagnostic) => converter.diagnostic(diagnostic));
    const text = JSON.stringify(converted);
    if (sent.get(uri) === text || (!sent.has(uri) && converted.length === 0 && !session.isOpen(uri))) return;
    sent.set(uri, text);
    connection.sendDiagnostics({ uri: session.spelling(uri), diagnostics: converted });
  };
  if (first !== undefined) publish(first);
  for (const uri of snapshot.files.keys()) if (uri !== first) publish(uri);
  for (const uri of sent.keys()) {
    if (snapshot.files.has(uri)) continue;
    sent.delete(uri);
    connection.sendDiagnostics({ uri: session.spelling(uri), diagnostics: [] });
  }
}
