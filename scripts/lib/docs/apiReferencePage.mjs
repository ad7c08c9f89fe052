// @ts-check

/**
 * Renders docs/api-reference.md.
 *
 * @param {any} document OpenAPI document
 */
export function apiReferencePage(document) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      ...operation,
    })),
  );
  return `# API reference

Every operation below \`/api/postmortems\`, generated from the OpenAPI document at
\`/api/postmortems/openapi.json\`, which has the full schemas. [REST API](api.md) explains lists, revisions and
errors. Fields marked with \\* are required.

${operations.map(section).join('\n\n')}
`;
}

/** @param {any} operation */
function section({ method, path, operationId, summary, ...rest }) {
  const inputs = [...parameterRows(rest), ...bodyRows(rest)];
  return [
    `## \`${method} ${path}\``,
    `${summary}. Client function: \`${operationId}\`.`,
    inputs.length > 0 &&
      `| Field | In | Type | Description |\n| --- | --- | --- | --- |\n${inputs.join(
        '\n',
      )}`,
    answers(rest.responses),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** @param {any} operation */
function parameterRows({ parameters }) {
  return parameters.map((/** @type {any} */ parameter) =>
    row(parameter.name, parameter.in, parameter.schema, parameter),
  );
}

/** @param {any} operation */
function bodyRows({ requestBody }) {
  const schema = requestBody?.content['application/json'].schema;
  return Object.entries(schema?.properties ?? {}).map(([name, field]) =>
    row(name, 'body', field, {
      description: field.description,
      required: schema.required?.includes(name),
    }),
  );
}

/**
 * @param {string} name
 * @param {string} where
 * @param {any} schema
 * @param {{ description?: string, required?: boolean }} about
 */
function row(name, where, schema, { description = '', required }) {
  const byDefault =
    schema.default === undefined
      ? ''
      : `Default: \`${JSON.stringify(schema.default)}\`.`;
  return `| \`${name}\`${required ? ' *' : ''} | ${where} | ${cell(
    typeOf(schema),
  )} | ${[cell(description), byDefault].filter(Boolean).join('. ')} |`;
}

/** @param {any} responses */
function answers(responses) {
  const [status, { content }] = /** @type {[string, any]} */ (
    Object.entries(responses).find(([code]) => code.startsWith('2'))
  );
  const problems = Object.keys(responses).filter(code => code !== status);
  const [[mediaType, { schema }] = ['', { schema: {} }]] = Object.entries(
    content ?? {},
  );
  const fields = Object.keys(schema.properties ?? {}).map(
    field => `\`${field}\``,
  );
  const what =
    fields.length > 0 ? ` with ${fields.join(', ')}` : mediaTypeOf(mediaType);
  return `Returns ${status}${what}. Errors: ${problems.join(', ')}.`;
}

/** @param {string} mediaType */
function mediaTypeOf(mediaType) {
  return mediaType && mediaType !== 'application/json' ? `, ${mediaType}` : '';
}

/**
 * @param {any} schema
 * @returns {string}
 */
function typeOf(schema) {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) {
    return [...new Set(options.map(typeOf))].join(' or ');
  }
  if (schema.enum) {
    return schema.enum
      .map((/** @type {any} */ value) => `\`${value}\``)
      .join(', ');
  }
  if (schema.const !== undefined) {
    return `\`${schema.const}\``;
  }
  if (schema.type === 'array') {
    return `list of ${typeOf(schema.items ?? {})}`;
  }
  return schema.format ?? schema.type ?? 'any';
}

/** @param {string} text */
function cell(text) {
  return text.replace(/\s+/g, ' ').replace(/[|<]/g, '\\$&');
}
