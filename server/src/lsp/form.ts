import type { Diagnostic } from "../base/finding.ts";
import type { Message } from "../base/message.ts";
import { type Form, type FormNode, form } from "../features/form.ts";
import { formChange } from "../features/form-change.ts";
import type { FormChoices } from "../features/form-choices.ts";
import type { FieldType } from "../features/form-types.ts";
import { readiness } from "../features/readiness.ts";
import { documentKind } from "../features/symbol-words.ts";
import { normalizeUri } from "../workspace/uri.ts";
import type { Converter } from "./convert.ts";
import { guard } from "./guard.ts";
import {
  type FormChanged,
  type FormChangeWish,
  type FormChoice,
  type FormChoiceList,
  type FormField,
  type FormFieldType,
  type FormFinding,
  METHODS,
  type SpecForm,
} from "./protocol.ts";
import type { Services } from "./services.ts";

/** A document as a form, and what is done in it as edits of its text. */
export function answerForm({ connection, session }: Services): void {
  connection.onRequest(
    METHODS.form,
    guard(
      connection.console,
      METHODS.form,
      null,
      async ({ uri: written, known }: { uri: string; known?: string }): Promise<SpecForm | null> => {
        await session.settled;
        const uri = normalizeUri(written);
        const { snapshot, converter } = session;
        const found = form(snapshot, uri, session.lint(uri));
        if (!found) return null;
        const ready = readiness(snapshot, uri);
        return {
          ...formIn(found, converter, known),
          version: session.versionOf(uri) ?? null,
          readiness: ready ? converter.text(ready.text) : "",
        };
      },
    ),
  );

  connection.onRequest<FormChanged | null, unknown>(
    METHODS.formChange,
    guard(connection.console, METHODS.formChange, null, (wish: FormChangeWish): FormChanged | null => {
      const uri = normalizeUri(wish.uri);
      const { snapshot, converter } = session;
      const tree = snapshot.files.get(uri)?.tree;
      if (!tree) return null;
      if (session.versionOf(uri) !== wish.version) return { is: "stale" };
      const done = formChange(tree, documentKind(tree), wish.change);
      if (done === "same") return { is: "same" };
      if ("why" in done) return { is: "refused", why: converter.text(done.why) };
      const { edit, path } = done;
      return { is: "edit", range: converter.stretch(tree, edit), text: edit.text, path };
    }),
  );
}

/** Everything but what the session knows. */
function formIn(found: Form, converter: Converter, known: string | undefined): Omit<SpecForm, "version" | "readiness"> {
  const { kind, title, broken, types, choices, root } = found;
  return {
    kind,
    title,
    broken,
    ...(known === kind
      ? {}
      : { types: Object.fromEntries([...types].map(([id, type]) => [id, typeIn(type, converter)])) }),
    choices: Object.fromEntries([...choices].map(([name, list]) => [name, listIn(list, converter)])),
    root: fieldIn(root, converter),
  };
}

function typeIn(type: FieldType, converter: Converter): FormFieldType {
  const { key, holds, title, description, example, required, long, choices, suggests, fields, of, entry, ids, label } =
    type;
  return {
    key,
    holds,
    title: converter.text(title),
    ...(description ? { description: converter.text(description) } : {}),
    ...(example === undefined ? {} : { example }),
    ...(required ? { required } : {}),
    ...(long ? { long } : {}),
    ...(choices.length > 0 ? { choices: choices.map((choice) => choiceIn(choice, converter)) } : {}),
    ...(suggests === undefined ? {} : { suggests }),
    ...(fields.length > 0 ? { fields } : {}),
    ...(of === undefined ? {} : { of }),
    ...(entry === undefined ? {} : { entry }),
    ...(ids === undefined ? {} : { ids }),
    ...(label === undefined ? {} : { label }),
  };
}

function listIn({ only, items }: FormChoices, converter: Converter): FormChoiceList {
  return { only, items: items.map((item) => choiceIn(item, converter)) };
}

function choiceIn(
  { value, words }: { readonly value: string; readonly words: Message | undefined },
  converter: Converter,
): FormChoice {
  return { value, ...(words ? { words: converter.text(words) } : {}) };
}

function fieldIn(node: FormNode, converter: Converter): FormField {
  const { path, type, is, text, words, why, span, key, children, findings, missing } = node;
  return {
    path,
    ...(type === undefined ? {} : { type }),
    is,
    ...(text === "" ? {} : { text }),
    ...(words ? { words: converter.text(words) } : {}),
    ...(why ? { why: converter.text(why) } : {}),
    range: converter.range(span),
    ...(key && is !== "value" ? { key: converter.range(key) } : {}),
    ...(children.length > 0 ? { children: children.map((child) => fieldIn(child, converter)) } : {}),
    ...(findings.length > 0 ? { findings: findings.map((finding) => findingIn(finding, converter)) } : {}),
    ...(missing.size > 0
      ? {
          missing: Object.fromEntries(
            [...missing].map(([name, list]) => [name, list.map((finding) => findingIn(finding, converter))]),
          ),
        }
      : {}),
  };
}

function findingIn({ severity, rule, message, help, span, fixes }: Diagnostic, converter: Converter): FormFinding {
  return {
    severity,
    rule,
    message: converter.text(message),
    ...(help ? { help: converter.text(help) } : {}),
    range: converter.range(span),
    ...(fixes?.length ? { fixes: fixes.map(({ title }) => converter.text(title)) } : {}),
  };
}
