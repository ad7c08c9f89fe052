// @ts-check

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const scriptsDir = dirname(dirname(fileURLToPath(import.meta.url)));

export const rootDir = dirname(scriptsDir);

/** Node, Yarn and logs that the scripts download or write. Git-ignored and safe to delete. */
export const toolchainDir = join(rootDir, '.toolchain');
