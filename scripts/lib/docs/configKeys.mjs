// @ts-check

import { relative } from 'node:path';
import { loadConfigSchema } from '@backstage/config-loader';
import { publishedPackages } from '../publishedPackages.mjs';

/**
 * @typedef {{ key: string, type: string, description: string, required: boolean, secret: boolean }} ConfigKey
 * @typedef {{ name: string, keys: ConfigKey[] }} PackageConfig
 */

/**
 * Reads all configuration keys from the packages' schemas.
 *
 * @returns {Promise<PackageConfig[]>}
 */
export async function readConfigKeys() {
  const packages = publishedPackages().filter(
    ({ manifest }) => manifest.configSchema,
  );
  const loaded = await loadConfigSchema({
    dependencies: [],
    packagePaths: packages.map(({ dir }) =>
      relative(process.cwd(), `${dir}/package.json`),
    ),
  });
  const { schemas } = /** @type {any} */ (loaded.serialize());
  return packages.map(({ name }) => {
    const { value } = schemas.find(
      (/** @type {any} */ schema) => schema.packageName === name,
    );
    return { name, keys: keysOf(value, '') };
  });
}

/**
 * @param {any} schema
 * @param {string} parent
 * @returns {ConfigKey[]}
 */
function keysOf(schema, parent) {
  const properties = [
    ...Object.entries(schema.properties ?? {}),
    ...(hasNamedEntries(schema) ? [['<id>', schema.additionalProperties]] : []),
  ];
  return properties.flatMap(([name, property]) => {
    const key = parent ? `${parent}.${name}` : name;
    const type = typeOf(property);
    const own = {
      key,
      type,
      description: property.description ?? '',
      required: (schema.required ?? []).includes(name),
      secret: [property.visibility, property.deepVisibility].includes('secret'),
    };
    const inner = isDuration(property)
      ? []
      : [
          ...keysOf(property, key),
          ...(property.items ? keysOf(property.items, `${key}[]`) : []),
          ...keysOfOptions(property, key),
        ];
    // Objects without a description are not worth a row.
    return own.description || inner.length === 0 ? [own, ...inner] : inner;
  });
}

/**
 * The keys of all options of a union, without duplicates.
 *
 * @param {any} schema
 * @param {string} key
 */
function keysOfOptions({ anyOf = [] }, key) {
  const keys = anyOf
    .filter((/** @type {any} */ option) => !isDuration(option))
    .flatMap((/** @type {any} */ option) => keysOf(option, key))
    .map((/** @type {ConfigKey} */ own) => ({ ...own, required: false }));
  return new Map(
    keys.map((/** @type {ConfigKey} */ own) => [own.key, own]),
  ).values();
}

/** @param {any} schema */
function hasNamedEntries({ additionalProperties, properties }) {
  return properties && typeof additionalProperties === 'object';
}

/**
 * @param {any} schema
 * @returns {string}
 */
function typeOf(schema) {
  if (isDuration(schema)) {
    return 'duration';
  }
  if (schema.anyOf) {
    const types = new Set(schema.anyOf.map(typeOf));
    // Durations can always be strings as well.
    if (types.has('duration')) types.delete('string');
    return [...types].join(' or ');
  }
  if (schema.enum) {
    return schema.enum
      .map((/** @type {any} */ value) => `${value}`)
      .join(' or ');
  }
  if (schema.const !== undefined) {
    return `${schema.const}`;
  }
  if (schema.type === 'array') {
    return `list of ${typeOf(schema.items)}`;
  }
  if (Array.isArray(schema.type)) {
    return schema.type.join(' or ');
  }
  return schema.type ?? 'object';
}

/** @param {any} schema */
function isDuration({ properties }) {
  return Boolean(properties?.hours && properties?.minutes);
}
