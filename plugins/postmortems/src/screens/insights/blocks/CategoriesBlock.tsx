import { CountBar } from '../CountBar';
import { InsightBlock } from '../InsightBlock';
import { categoriesFinding } from '../findings/findings';
import type { BlockProps } from './block';

/** Categories of contributing factors in two or more postmortems. */
export function CategoriesBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t } = words;
  const { categories } = insights;
  const nameOf = (row: (typeof categories)[number]) =>
    t(`document.factors.category.${row.category}`);
  const [top] = categories;

  return (
    <InsightBlock
      name="recurring-categories"
      title={t('insights.categories.title')}
      finding={categoriesFinding(
        top && {
          category: top.category,
          name: nameOf(top),
          count: top.n,
        },
        links,
        words,
      )}
      columns={[
        {
          header: 'category',
          label: t('insights.column.category'),
          value: row => row.category,
          render: nameOf,
        },
        {
          header: 'postmortems',
          label: t('insights.column.postmortems'),
          value: row => row.n,
          render: row => (
            <CountBar
              value={row.n}
              max={top.n}
              to={links.postmortems({ factorCategory: [row.category] })}
            />
          ),
        },
      ]}
      rows={categories}
      rowKey={row => row.category}
    />
  );
}
