/** What each format is for. */
export const FORMAT_NAMES = {
  pretty: "for people, with the lines in question (default)",
  json: "everything, for programs",
  sarif: "SARIF 2.1.0, for code scanning of GitHub and for viewers",
  github: "annotations at the lines of a pull request",
  gitlab: "code quality report of a merge request",
  junit: "test results, for servers of builds",
  checkstyle: "the same as Checkstyle writes, for servers of builds",
  rdjson: "for reviewdog: comments with suggestions",
  markdown: "a page, for the summary of a job",
  part: "what one of several runs found, for `training-spec merge`",
} as const;

export type FormatName = keyof typeof FORMAT_NAMES;
