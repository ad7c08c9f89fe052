/** Rules for imports between files; `npm test` checks them. See docs/architecture.md. */

/** The layers of the frontend plugin: each imports those before it only. */
const frontendLayers = ['texts', 'data', 'ui', 'document', 'screens', 'app'];
const frontend = '^plugins/postmortems/src/';
const TEST_CODE =
  '(/__testUtils__/|/testing/|/tests/|[.]test[.]tsx?$|setupTests[.]ts$)';

const BACKEND = '^plugins/postmortems-backend/src';

/**
 * The folders of the backend from the ground up: each imports only those before it. The first three
 * are open to all that follow; of the others, only `ports.ts` is.
 */
const FLOORS = ['kernel', 'policy', 'postmortem'];
const SUBJECTS = [
  'team',
  'search',
  'section',
  'live',
  'presence',
  'timeline',
  'factor',
  'similar',
  'actionItem',
  'ticket',
  'comment',
  'meeting',
  'review',
  'ownership',
  'import',
  'incident',
  'compliance',
  'insights',
  'deletion',
  'redaction',
  'merge',
  'notify',
  'metrics',
  'badge',
  'feed',
];
/** What calls the subjects. Only the files at the top, which put all together, import these. */
const EDGES = ['http', 'actions'];
/**
 * Store the hierarchy of teams and the search index, and know no rules of postmortems, so the core
 * is built on them.
 */
const BELOW_THE_CORE = ['team', 'search'];
const ORDER = [
  'kernel',
  'policy',
  ...BELOW_THE_CORE,
  'postmortem',
  ...SUBJECTS.filter(subject => !BELOW_THE_CORE.includes(subject)),
];

const TESTS = '(/__testUtils__/|/tests/|[.]test[.]tsx?$)';
const inside = folders => `${BACKEND}/(${folders.join('|')})/`;

module.exports = {
  forbidden: [
    ...frontendLayers.slice(0, -1).map((layer, index) => ({
      name: `frontend-${layer}-imports-no-upper-layer`,
      severity: 'error',
      from: { path: `${frontend}${layer}/`, pathNot: TEST_CODE },
      to: {
        path: `${frontend}(${frontendLayers.slice(index + 1).join('|')})/`,
      },
    })),
    {
      name: 'no-circular',
      comment:
        'Files that import each other cannot be understood, moved or tested one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-code-in-product-code',
      severity: 'error',
      from: {
        path: '^(plugins|packages)/[^/]+/src/',
        pathNot: TEST_CODE,
      },
      to: { path: TESTS },
    },
    ...ORDER.map((folder, index) => ({
      name: `backend-${folder}-imports-no-later-folder`,
      comment: 'Imports run one way. What an earlier folder needs is a port.',
      severity: 'error',
      from: { path: inside([folder]), pathNot: TESTS },
      to: { path: inside([...ORDER.slice(index + 1), ...EDGES]) },
    })),
    {
      name: 'backend-subjects-by-their-ports',
      comment: "Another subject's files are its own, but for ports.ts.",
      severity: 'error',
      from: {
        path: `${BACKEND}/([^/]+)/`,
        pathNot: TESTS,
      },
      to: {
        path: inside(SUBJECTS),
        pathNot: [`${BACKEND}/$1/`, '/ports[.]ts$'],
      },
    },
    {
      name: 'backend-wiring-on-top',
      comment: 'Only files at the top put the parts together.',
      severity: 'error',
      from: { path: inside([...ORDER, ...EDGES]), pathNot: TESTS },
      to: { path: `${BACKEND}/[^/]+[.]ts$` },
    },
    {
      name: 'backend-every-folder-has-its-place',
      comment: 'Add a new folder to the order above.',
      severity: 'error',
      from: {
        path: `${BACKEND}/[^/]+/`,
        pathNot: [
          inside([...FLOORS, ...SUBJECTS, ...EDGES]),
          `${BACKEND}/(__testUtils__|tests)/`,
        ],
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
