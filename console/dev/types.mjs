// Writes src/gen/wire.ts from src/gen/wire.schema.json (npm run gen; builds and checks do it).
// The server writes every field, defaults included, so all of them are required here.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const at = (name) => new URL(`../src/gen/${name}`, import.meta.url);
const schema = JSON.parse(readFileSync(at("wire.schema.json"), "utf8"));

for (const definition of Object.values(schema.$defs)) {
  delete definition.title;
  if (!definition.properties) continue;
  definition.required = Object.keys(definition.properties);
  definition.additionalProperties ??= false;
  for (const property of Object.values(definition.properties)) delete property.default;
}

schema.type = "object";
schema.additionalProperties = false;
schema.properties = Object.fromEntries(
  Object.keys(schema.$defs).map((name) => [name, { $ref: `#/$defs/${name}` }]),
);
schema.required = Object.keys(schema.$defs);

const source = await compile(schema, "Wire", {
  bannerComment: "// Written by dev/types.mjs from wire.schema.json; not to be edited.",
  additionalProperties: false,
  format: false,
});
// Left alone when nothing changed: a newer file would mean building the console again.
const target = at("wire.ts");
if (!existsSync(target) || readFileSync(target, "utf8") !== source) writeFileSync(target, source);
