module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  restrictedSrcImports: [
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
      message: 'Deprecated. Use the framework’s components or @backstage/ui.',
    },
  ],
});
