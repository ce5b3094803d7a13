import { commands, Location, Position, Range, Uri } from "vscode";

interface Point {
  readonly line: number;
  readonly character: number;
}
interface Place {
  readonly uri: string;
  readonly range: { readonly start: Point; readonly end: Point };
}

/** Lists places beside the line above an entry, as the editor lists references. The server names them. */
export function showPlaces(uri: string, at: Point, places: readonly Place[]): Thenable<unknown> {
  const locations = places.map(({ uri: file, range }) => new Location(Uri.parse(file), rangeOf(range)));
  return commands.executeCommand("editor.action.showReferences", Uri.parse(uri), positionOf(at), locations);
}

function rangeOf({ start, end }: Place["range"]): Range {
  return new Range(positionOf(start), positionOf(end));
}

function positionOf({ line, character }: Point): Position {
  return new Position(line, character);
}
