const NAVIGATION =
  'Import it from src/ui/navigation, which works in both frontend systems.';

const TRANSLATION = [
  '@backstage/frontend-plugin-api',
  '@backstage/core-plugin-api/alpha',
].map(name => ({
  name,
  importNames: ['useTranslationRef'],
  message: 'Use useTexts or usePageTitles of src/texts.',
}));

/** What screens and the document use of Material UI: layout, type and styles. */
const CONTROLS = {
  group: [
    '@material-ui/core/*',
    '!@material-ui/core/CircularProgress',
    '!@material-ui/core/Collapse',
    '!@material-ui/core/LinearProgress',
    '!@material-ui/core/Paper',
    '!@material-ui/core/SvgIcon',
    '!@material-ui/core/Tooltip',
    '!@material-ui/core/Typography',
    '!@material-ui/core/styles',
    '!@material-ui/core/useMediaQuery',
    '@material-ui/lab/*',
    '!@material-ui/lab/Alert',
    '!@material-ui/lab/Skeleton',
  ],
  message: 'Use a control of src/ui, or add one there.',
};

module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedSrcImports: [
    { name: 'react-router', message: NAVIGATION },
    { name: 'react-router-dom', message: NAVIGATION },
    {
      name: '@backstage/core-plugin-api',
      importNames: ['useRouteRef', 'useRouteRefParams'],
      message: NAVIGATION,
    },
    {
      name: '@backstage/frontend-plugin-api',
      importNames: [
        'RouterLink',
        'useAppHref',
        'useAppLocation',
        'useAppNavigate',
        'useAppSearchParams',
        'useRouteRef',
      ],
      message: NAVIGATION,
    },
    {
      name: '@backstage/plugin-permission-react',
      importNames: ['usePermission'],
      message:
        'Use src/data/useKnownPermission, which keeps the last result if a check fails.',
    },
    {
      name: '@material-ui/core/Button',
      importNames: ['default'],
      message: 'Import Button from src/ui/controls/Button.',
    },
    {
      name: '@backstage/core-components',
      importNames: [
        'Content',
        'ContentHeader',
        'Header',
        'HeaderTabs',
        'Link',
        'LinkButton',
        'Page',
      ],
      message:
        'Deprecated. Use PageContent, the framework’s PageLayout, or Link and LinkButton from src/ui/navigation.',
    },
  ],
  tsRules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { paths: TRANSLATION },
    ],
  },
  overrides: [
    {
      files: ['src/app/**', 'src/screens/**', 'src/document/**'],
      excludedFiles: ['**/*.test.*'],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          { paths: TRANSLATION, patterns: [CONTROLS] },
        ],
      },
    },
    {
      // Tables with rows that open, rows of two lines, or a footer, unlike those of ListTable.
      files: [
        'src/document/deadline/CountedDays.tsx',
        'src/screens/compliance/ComplianceTable.tsx',
        'src/screens/team/SubTeam*.tsx',
        'src/document/parts/actionItems/ActionItem{Row,Table}.tsx',
      ],
      rules: {
        '@typescript-eslint/no-restricted-imports': [
          'error',
          {
            paths: TRANSLATION,
            patterns: [
              {
                ...CONTROLS,
                group: [...CONTROLS.group, '!@material-ui/core/Table*'],
              },
            ],
          },
        ],
      },
    },
    {
      files: ['src/texts/**'],
      rules: { '@typescript-eslint/no-restricted-imports': 'off' },
    },
    {
      // The only code that may know a router, and wrappers for the old frontend system.
      files: ['src/ui/navigation/**', 'src/app/legacy/**'],
      rules: { 'no-restricted-imports': 'off' },
    },
    {
      files: ['src/ui/controls/Button.tsx', 'src/data/useKnownPermission.ts'],
      rules: { 'no-restricted-imports': 'off' },
    },
  ],
});
