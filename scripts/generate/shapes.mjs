// The part of a schema that lowering needs: which key holds what, without texts and limits.

export function shapesOf(schema) {
  return Object.fromEntries(
    Object.entries(schema.$defs).map(([name, definition]) => [name, shapeOf(definition, schema)]),
  );
}

/** One of: map, entries, keyed, list, leaf, or the name of another shape. */
export function shapeOf(part, schema) {
  if (part.$ref) return part.$ref.replace("#/$defs/", "");
  if (part["x-type"])
    return {
      is: "leaf",
      leaf: part["x-type"],
      ...(part["x-refers-to"] && { refersTo: part["x-refers-to"] }),
      ...(part.enum && { values: part.enum }),
    };
  if (part["x-entries"])
    return { is: "entries", kind: part["x-entries"], of: shapeOf(part.additionalProperties, schema) };
  if (part["x-keys-refer-to"]) {
    return { is: "keyed", refersTo: part["x-keys-refer-to"], of: shapeOf(part.additionalProperties, schema) };
  }
  if (part.type === "array") return { is: "list", of: shapeOf(part.items, schema) };
  const fields = Object.entries(part.properties).map(([key, value]) => [key, camelCase(key), shapeOf(value, schema)]);
  return { is: "map", fields, ...(part["x-open"] && { rest: shapeOf(part.additionalProperties, schema) }) };
}

export function camelCase(key) {
  return key.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
