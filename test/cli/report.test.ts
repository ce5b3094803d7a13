import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "node:test";
import ICAL from "ical.js";
import { callCli, folderWith, golden } from "../support/cli.ts";

const SAMPLES = path.resolve("samples");
const GOLDEN = path.resolve("test/cli/golden");

const DRAFT = `version: 1
kind: program
id: draft
title: 'Half a "plan", <b>with | marks</b>'
status: draft
need: { problem: Something is wrong; with it }
metrics:
  calls:
    name: Calls
    kind: mean
    unit: calls
    direction: higher
    role: primary
    baseline: { value: 3 }
behaviors:
  ask-why:
    does: Asks why
    moves: [calls]
measurement:
  design: before-after
  points:
    start: { phase: before, when: 2026-11-01, measures: [calls], who: nobody-known }
    later: { phase: after, when: launch + 30 days, measures: [calls] }
`;

describe("training-spec report", () => {
  for (const [name, args] of [
    ["report-help", ["report", "--help"]],
    ["report-draft", ["report", "draft.training.yaml"]],
  ] as const) {
    test(name, async () => {
      const run = await callCli(args, { cwd: folderWith({ "draft.training.yaml": DRAFT }) });
      const { actual, expected } = golden(path.join(GOLDEN, `${name}.txt`), args, run);
      assert.equal(actual, expected);
    });
  }

  test("the numbers are those of forecast and evaluate", async () => {
    for (const program of ["contact-center", "field-service"]) {
      const forecast = await callCli(["forecast", "-f", "json", program], { cwd: SAMPLES });
      const { stdout } = await callCli(["report", program], { cwd: SAMPLES });
      const [{ forecast: numbers }] = JSON.parse(forecast.stdout).programs ?? JSON.parse(forecast.stdout);
      for (const figure of ["benefit", "cost", "net"]) {
        const rounded = Number(numbers[figure].value.toPrecision(3)).toLocaleString("en-US");
        assert.ok(stdout.includes(`${rounded} |`), `${program}: ${figure} ${rounded}`);
      }
    }
  });

  test("one page per program in a folder, with an index; each needs nothing but itself", async () => {
    const folder = folderWith({});
    const run = await callCli(["report", "-f", "html", "-o", folder, "hospital", "safety"], { cwd: SAMPLES });
    assert.equal(run.exit, 0, run.stderr);
    const pages = ["clean-lines.html", "index.html", "labels-and-data-sheets.html", "nurse-residency.html"];
    assert.deepEqual(readdirSync(folder).sort(), pages);
    for (const page of pages) {
      const html = readFileSync(path.join(folder, page), "utf8");
      assert.doesNotMatch(html, /<script|<link|<img|@import|url\(|javascript:| on\w+=/i);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
      assert.match(html, /<caption[\s\S]*<th scope="col">/);
    }
    const links = readFileSync(path.join(folder, "index.html"), "utf8").matchAll(/<a href="([^"]+)">/g);
    assert.deepEqual(
      [...links].map(([, link]) => link).sort(),
      pages.filter((page) => page !== "index.html"),
    );
  });

  test("every sample has its page, those with every kind of mistake too", async () => {
    const folder = folderWith({});
    const { exit } = await callCli(["report", "-f", "html", "-o", folder, "broken"], { cwd: SAMPLES });
    assert.equal(exit, 0);
    const pages = readdirSync(folder);
    assert.ok(pages.length > 60);
    for (const page of pages) {
      const words = readFileSync(path.join(folder, page), "utf8").replace(/<style>[\s\S]*?<\/style>/, "");
      assert.doesNotMatch(words, /\bNaN\b|\bInfinity\b|\[object|>undefined</, page);
    }
  });

  test("what somebody else wrote is not replaced, what report wrote is; nothing is written when one is in the way", async () => {
    const folder = folderWith({ "draft.training.yaml": DRAFT, "mine.md": "Notes\n" });
    const args = ["report", "draft.training.yaml", "--output", "mine.md"];
    const refused = await callCli(args, { cwd: folder });
    assert.equal(refused.exit, 2);
    assert.match(refused.stderr, /`?mine\.md`? is there already.*--force/);
    assert.equal(readFileSync(path.join(folder, "mine.md"), "utf8"), "Notes\n");
    assert.equal((await callCli([...args, "--force"], { cwd: folder })).exit, 0);
    assert.equal((await callCli(args, { cwd: folder })).exit, 0);
    writeFileSync(path.join(folder, "index.md"), "Mine\n");
    writeFileSync(path.join(folder, "two.training.yaml"), DRAFT.replace("id: draft", "id: two"));
    const half = await callCli(["report", "-o", "."], { cwd: folder });
    assert.equal(half.exit, 2);
    assert.deepEqual(readdirSync(folder).sort(), ["draft.training.yaml", "index.md", "mine.md", "two.training.yaml"]);
  });

  test("several programs without a folder, no program, a place that cannot be written to", async () => {
    for (const [args, says] of [
      [["report", "hospital"], /2 programs, and each has a page: name a folder/],
      [["report", "company.training.yaml"], /no program here/],
      [["report", "safety", "-o", "company.training.yaml/x/page.md"], /could not be written|is there already/],
      [["report", "gone"], /No file or folder/],
      [["report", "--format", "pdf"], /Did you mean|takes/],
    ] as const) {
      const { exit, stdout, stderr } = await callCli(args, { cwd: SAMPLES });
      assert.deepEqual([exit, stdout], [2, ""], args.join(" "));
      assert.match(stderr, says);
    }
  });
});

describe("the measurement calendar", () => {
  test("holds every entry with its day, as another reader understands it, on the same days in every time zone", async () => {
    const args = ["report", "-f", "ics", "--today", "2026-11-22", "contact-center"];
    const { stdout, exit } = await callCli(args, { cwd: SAMPLES });
    assert.equal(exit, 0);
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents("vevent");
    const days = new Map(
      events.map((event) => [event.getFirstPropertyValue("uid"), String(event.getFirstPropertyValue("dtstart"))]),
    );
    assert.equal(days.size, events.length, "two events share a UID");
    assert.equal(days.get("save-the-customer.launch.launch@training-spec"), "2027-02-01");
    assert.equal(days.get("save-the-customer.point.week-6@training-spec"), "2027-03-15");
    assert.equal(days.get("save-the-customer.decision.scale@training-spec"), "2027-11-08");
    const point = events.find((event) => String(event.getFirstPropertyValue("uid")).includes("point.week-6"));
    assert.equal(String(point?.getFirstPropertyValue("dtend")), "2027-03-16");
    assert.match(String(point?.getFirstPropertyValue("description")), /Who: Luis Ortega/);
    const zone = process.env.TZ;
    for (const other of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
      process.env.TZ = other;
      assert.equal((await callCli(args, { cwd: SAMPLES })).stdout, stdout, other);
    }
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test("texts with commas, semicolons, line breaks and emoji come through; lines are folded at 75 octets", async () => {
    const title = "Größe; Maß, \\o/ 🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓";
    const spec = DRAFT.replace(/title: .*/, `title: ${JSON.stringify(title)}\nlaunch: 2027-01-04`);
    const folder = folderWith({ "a.training.yaml": spec });
    const { stdout, stderr } = await callCli(["report", "-f", "ics"], { cwd: folder });
    assert.equal(stderr, "");
    for (const line of stdout.split("\r\n")) {
      assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(line, /[\r\n\ufffd]/);
    }
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents("vevent");
    assert.ok(events.every((event) => String(event.getFirstPropertyValue("summary")).startsWith(`${title}: `)));
    assert.equal(events.length, 3);
  });

  test("what has no day is left out, and said to be", async () => {
    const { stderr } = await callCli(["report", "-f", "ics"], { cwd: folderWith({ "a.training.yaml": DRAFT }) });
    assert.match(stderr, /no day yet: 2 entries/);
  });
});
