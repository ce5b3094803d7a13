import type { Finding } from "../../base/finding.ts";
import { code, type Message, say } from "../../base/message.ts";
import { nearest } from "../../base/nearest.ts";
import { isResultsName } from "../../results/results-file.ts";
import type { Context } from "../../workspace/context.ts";
import { fileName, relativePath } from "../../workspace/uri.ts";
import { defineRule } from "../rule.ts";

export const unreadableResults = defineRule({
  id: "unreadable-results",
  family: "results",
  severity: "error",
  kind: "conflict",
  summary: "The file that `results` names cannot be read.",
  decidedBy: "links",
  fixable: true,
  on: "program",
  *check(_program, context): Iterable<Finding> {
    const link = context.results;
    if (!link || context.resultsFile) return;
    const why = isResultsName(link.value) ? context.snapshot.fileAt(context.source.uri, link.value) : "no-table";
    if (why === "missing" && !isDue(context)) return;
    const tables = [...context.workspace.files.values()].filter(({ results }) => results);
    const meant = nearest(
      link.value,
      tables.map(({ uri }) => relativePath(context.source.uri, uri)),
    );
    yield {
      span: link.span,
      message: reason(link.value, typeof why === "string" ? why : "no-table"),
      help:
        why === "missing"
          ? say`Paths start from the folder of ${code(fileName(context.source.uri))}. ${code("training-spec results import")} makes the file from raw observations.`
          : say`Results are a CSV file beside the program, with the columns ${code("point,measure,group,from,to,value,n,sd")}.`,
      fixes: meant
        ? [{ title: say`Change to ${code(meant)}`, safe: false, edits: [{ span: link.span, text: meant }] }]
        : [],
    };
  },
});

/** A plan may name the file before there is anything to write into it. */
function isDue(context: Context): boolean {
  if (context.status === "live" || context.status === "evaluated") return true;
  return [...context.points.values()].some(
    ({ when }) => (context.dayOf(when) ?? Number.POSITIVE_INFINITY) <= context.today,
  );
}

function reason(path: string, why: string): Message {
  switch (why) {
    case "no-table":
      return say`${code(path)} is no CSV file, by its name.`;
    case "folder":
      return say`${code(path)} is a folder, and results are a file.`;
    case "unreadable":
      return say`The results ${code(path)} cannot be read: the system does not allow it.`;
    case "too-large":
      return say`The results ${code(path)} are too large to be read while you type; the command line reads tables of up to 1 GB.`;
    default:
      return say`There is no file ${code(path)}.`;
  }
}
