/** Templates of create-app, which use different frontend systems. */
export const TEMPLATES = ['default', 'legacy'] as const;

export type Template = (typeof TEMPLATES)[number];

/** A way to run a portal. */
export interface Variant {
  template: Template;
  database: 'SQLite' | 'PostgreSQL';
  /** The path that the app is served under. */
  basePath: '' | '/portal';
}

const ALL: Variant[] = TEMPLATES.flatMap(template =>
  (['SQLite', 'PostgreSQL'] as const).flatMap(database =>
    (['', '/portal'] as const).map(basePath => ({
      template,
      database,
      basePath,
    })),
  ),
);

const FEW: Variant[] = [
  { template: 'default', database: 'PostgreSQL', basePath: '/portal' },
  { template: 'legacy', database: 'SQLite', basePath: '' },
];

/** The variants to test. `STRANGER=all` tests every one. */
export const VARIANTS = process.env.STRANGER === 'all' ? ALL : FEW;

export function nameOf({ template, database, basePath }: Variant): string {
  return [template, database, basePath].filter(Boolean).join(' ');
}

/** The environment variable with the folder of a template's portal. */
export function dirVariable(template: Template): string {
  return `STRANGER_${template.toUpperCase()}_DIR`;
}
