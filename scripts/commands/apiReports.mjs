// @ts-check

// Generates an API report for each entry point of the published packages, such as `report.api.md`,
// from the declarations in `dist-types`. With --check, fails if a report is outdated, or if an
// export lacks a release tag or a description.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
} from '@microsoft/api-extractor';
import { inOrder } from '../lib/apiReport.mjs';
import { say, Trouble, reportAndExit } from '../lib/output.mjs';
import { rootDir } from '../lib/paths.mjs';
import { publishedPackages } from '../lib/publishedPackages.mjs';

const isCheck = process.argv.includes('--check');
const tempDir = join(tmpdir(), `api-reports-${process.pid}`);

/** @param {import('../lib/publishedPackages.mjs').PublishedPackage} pkg */
function configsOf({ dir, entryPoints }) {
  const declarations = join(rootDir, 'dist-types', relative(rootDir, dir));
  return entryPoints.map(({ name, source }) => {
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: dir,
        mainEntryPointFilePath: join(
          declarations,
          source.replace(/\.tsx?$/, '.d.ts'),
        ),
        compiler: { tsconfigFilePath: join(rootDir, 'tsconfig.json') },
        apiReport: {
          enabled: true,
          reportFileName: name === 'index' ? 'report' : `report-${name}`,
          reportFolder: join(tempDir, basename(dir)),
          reportTempFolder: tempDir,
        },
        newlineKind: 'lf',
        messages: {
          // Don't report type errors: another step does, and these would name absolute paths.
          compilerMessageReporting: {
            default: { logLevel: ExtractorLogLevel.None },
          },
          extractorMessageReporting: {
            default: { logLevel: ExtractorLogLevel.Warning },
          },
          tsdocMessageReporting: {
            default: { logLevel: ExtractorLogLevel.Warning },
          },
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(dir, 'package.json'),
    });
    // Declarations in this folder belong to the package; all others are imported.
    Object.assign(config, { packageFolder: declarations });
    mkdirSync(config.reportFolder, { recursive: true });
    return { config, report: join(dir, basename(config.reportFilePath)) };
  });
}

/** @param {import('@microsoft/api-extractor').ExtractorMessage} message */
function isNoMatter({ messageId, sourceFilePath = '', sourceFileLine = 0 }) {
  // Expected: the repository's TypeScript isn't the one of API Extractor, and packages in the
  // workspace resolve to each other's sources.
  if (
    messageId === 'console-compiler-version-notice' ||
    messageId === 'ae-wrong-input-file-type'
  ) {
    return true;
  }
  // These messages are about changed reports. `main` compares the reports itself.
  if (messageId.startsWith('console-api-report-')) {
    return true;
  }
  // Test utilities refer to exports of the main entry point, which their own entry point lacks.
  if (
    messageId === 'ae-forgotten-export' ||
    messageId === 'ae-unresolved-link'
  ) {
    return sourceFilePath.includes('/testUtils/');
  }
  // Only exports need a description. Their members are described by name, schemas by their types.
  if (messageId === 'ae-undocumented') {
    const line = readFileSync(sourceFilePath, 'utf8').split('\n')[
      sourceFileLine - 1
    ];
    return !line.startsWith('export') || /\bz\.|const \w+Schema\b/.test(line);
  }
  return false;
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function main() {
  const configs = publishedPackages().flatMap(configsOf);
  const compilerState = CompilerState.create(configs[0].config, {
    additionalEntryPoints: configs.map(
      ({ config }) => config.mainEntryPointFilePath,
    ),
  });
  const failed = configs.filter(({ config, report }) => {
    const { errorCount, warningCount } = Extractor.invoke(config, {
      compilerState,
      localBuild: true,
      messageCallback: message => {
        if (isNoMatter(message)) {
          message.logLevel = ExtractorLogLevel.None;
        }
      },
    });
    const found = inOrder(readFileSync(config.reportFilePath, 'utf8'));
    const isAsBefore = found === readIfThere(report);
    if (!isAsBefore && !isCheck) writeFileSync(report, found);
    return errorCount + warningCount > 0 || (isCheck && !isAsBefore);
  });
  if (failed.length > 0) {
    const reports = failed.map(({ report }) => relative(rootDir, report));
    throw new Trouble(
      `${reports.join(', ')}: not as it should be, see above; ` +
        'yarn tsc && yarn api-reports writes reports anew',
    );
  }
  say(`${configs.length} reports of public APIs are right`);
}

try {
  main();
} catch (error) {
  reportAndExit(error);
} finally {
  rmSync(tempDir, { recursive: true, force: true });
}
