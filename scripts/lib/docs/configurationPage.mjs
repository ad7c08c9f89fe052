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

import { readConfigKeys } from './configKeys.mjs';

/** The page with every key of the configuration. */
export async function configurationPage() {
  const packages = await readConfigKeys();
  return `# Configuration

Every key, as the configuration schemas of the packages describe it. A mistake stops the backend with a
message that names the key. Secrets are best given as \`\${VARIABLE}\` or \`$file\`. A duration is written as
\`{ hours: 24 }\` or \`24h\`.

${packages.map(section).join('\n\n')}
`;
}

/** @param {import('./configKeys.mjs').PackageConfig} pkg */
function section({ name, keys }) {
  const rows = keys.map(
    ({ key, type, description, required, secret }) =>
      `| \`${key}\` | ${cell(type)} | ${[
        required ? 'Required.' : '',
        secret ? 'Secret.' : '',
        cell(description),
      ]
        .filter(Boolean)
        .join(' ')} |`,
  );
  return `## ${name}\n\n| Key | Type | |\n| --- | --- | --- |\n${rows.join(
    '\n',
  )}`;
}

/** @param {string} text */
function cell(text) {
  return text.replace(/\s+/g, ' ').replace(/[|<]/g, '\\$&');
}
