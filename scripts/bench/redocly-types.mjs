/** Redocly looks only at formats that it knows; with this line it takes a spec for one whose types we replace. */
export const REDOCLY_HEADER = "openapi: 3.1.0\n";

/** The types of our schema in Redocly's words; what its words cannot say (patterns, least and most, one type or another; catalogs beside programs) is left out. */
export function redoclyTypes({ $defs: definitions }) {
  const types = {};
  for (const [name, definition] of Object.entries(definitions)) typeOf(definition, nameOf(name));
  const { properties, required } = definitions.program;
  typeOf({ properties: { ...properties, openapi: { type: "string" } }, required }, "Root");
  return types;

  function typeOf(schema, name) {
    if (schema.$ref) {
      const referred = schema.$ref.split("/").at(-1);
      return Array.isArray(definitions[referred].type) ? {} : nameOf(referred);
    }
    if (Array.isArray(schema.type)) return {};
    if (schema.enum) return { enum: schema.enum };
    if (schema.const !== undefined) return { enum: [schema.const] };
    if (schema.type === "array") return listOf(schema.items, name);
    const isMap = schema.properties || typeof schema.additionalProperties === "object";
    if (!isMap) return schema.type ? { type: schema.type } : {};
    types[name] = { properties: {}, ...(schema.required ? { required: schema.required } : {}) };
    for (const [key, each] of Object.entries(schema.properties ?? {}))
      types[name].properties[key] = typeOf(each, `${name}_${key}`);
    if (typeof schema.additionalProperties === "object")
      types[name].additionalProperties = typeOf(schema.additionalProperties, `${name}_entry`);
    return name;
  }

  function listOf(items, name) {
    const item = typeOf(items, `${name}_item`);
    if (typeof item !== "string") return { type: "array", items: item };
    types[`${name}_list`] = { properties: {}, items: item };
    return `${name}_list`;
  }
}

function nameOf(definition) {
  return `Spec_${definition.replaceAll("-", "_")}`;
}
