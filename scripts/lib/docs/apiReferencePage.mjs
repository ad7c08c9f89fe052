/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

// @ts-check

/**
 * The page with every operation of the REST API.
 *
 * @param {any} document in the format of OpenAPI
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

Every operation below \`/api/postmortems\`, made from the OpenAPI document that the backend serves at
\`/api/postmortems/openapi.json\`, which also has the schemas in full. [REST API](api.md) says how lists,
revisions and errors work for all of them.

${operations.map(section).join('\n\n')}
`;
}

/** @param {any} operation */
function section({ method, path, operationId, summary, ...rest }) {
  const inputs = [...parameterRows(rest), ...bodyRows(rest)];
  return [
    `## \`${method} ${path}\``,
    `${summary}. In the client: \`${operationId}\`.`,
    inputs.length > 0 &&
      `| | in | type | |\n| --- | --- | --- | --- |\n${inputs.join('\n')}`,
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
      : `By default \`${JSON.stringify(schema.default)}\`.`;
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
  return `Answers ${status}${what}; or ${problems.join(', ')}.`;
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
