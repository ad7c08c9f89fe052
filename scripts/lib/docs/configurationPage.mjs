// @ts-check

import { readConfigKeys } from './configKeys.mjs';

/** Renders docs/configuration.md. */
export async function configurationPage() {
  const packages = await readConfigKeys();
  return `# Configuration

Every configuration key, generated from the schemas of the packages. An invalid value stops the backend with a
message that names the key. Supply secrets as \`\${VARIABLE}\` (an environment variable) or \`$file\`. Write durations
as \`{ hours: 24 }\` or \`24h\`.

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
  return `## ${name}\n\n| Key | Type | Description |\n| --- | --- | --- |\n${rows.join(
    '\n',
  )}`;
}

/** @param {string} text */
function cell(text) {
  return text.replace(/\s+/g, ' ').replace(/[|<]/g, '\\$&');
}
