/**
 * Why the output of a tool cannot count: it does not name a file with a planted mistake, or names one without; undefined
 * where all is well. Lines that say that a file is fine or being read name nothing.
 */
export function troubleWithFiles(output, planted) {
  const named = new Set();
  for (const line of output.split("\n")) {
    if (/ valid$|validated in|validating|Processing|Validating/.test(line)) continue;
    const found = /program-\d{5}/.exec(line);
    if (found) named.add(found[0]);
  }
  return difference(
    [...planted.keys()].map((file) => /program-\d{5}/.exec(file)[0]),
    named,
    "files with mistakes",
  );
}

/** The same of our own output, by line: its errors are the planted ones and no others. */
export function troubleWithLines(output, planted) {
  const found = new Set();
  let file = "";
  for (const line of output.split("\n")) {
    if (/^\S.*\.training\.yaml$/.test(line)) file = /program-\d{5}/.exec(line)?.[0] ?? line;
    const place = /^ +(\d+):\d+ +error\[/.exec(line);
    if (place) found.add(`${file}:${place[1]}`);
  }
  const wanted = [...planted].map(([name, line]) => `${/program-\d{5}/.exec(name)[0]}:${line}`);
  return difference(wanted, found, "mistakes");
}

function difference(wanted, found, what) {
  const hit = wanted.filter((each) => found.has(each)).length;
  if (hit < wanted.length) return `found ${hit} of ${wanted.length} planted ${what}`;
  if (found.size > hit) return `reported ${found.size - hit} more than the ${wanted.length} planted ${what}`;
  return undefined;
}
