import type { Snapshot } from "../workspace/snapshot.ts";
import { Converter } from "./convert.ts";
import type { Told } from "./memory.ts";
import type { Session } from "./session.ts";

/** To be called when all files of a snapshot have been asked for: keeps for the next session what was not known before. */
export function keepFindings(session: Session, snapshot: Snapshot): void {
  const converter = new Converter(snapshot, (uri) => uri, session.translation);
  const said = (uri: string): Told => ({ items: converter.diagnostics(session.lint(uri)), from: session.restsOn(uri) });
  session.handover.keepSoon(
    snapshot,
    (uri) => (session.isOpen(uri) ? undefined : (session.told(uri) ?? said(uri))),
    () => session.snapshot,
  );
}
