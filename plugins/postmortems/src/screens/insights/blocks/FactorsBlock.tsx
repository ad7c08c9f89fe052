import { CountBar } from '../CountBar';
import { InsightBlock } from '../InsightBlock';
import { factorsFinding } from '../findings/findings';
import type { BlockProps } from './block';

/** Contributing factors in two or more postmortems. */
export function FactorsBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t } = words;
  const { groups, truncated } = insights.factors;
  const [top] = groups;

  return (
    <InsightBlock
      name="recurring-factors"
      title={t('insights.factors.title')}
      finding={factorsFinding(
        top && { title: top.title, count: top.n },
        links,
        words,
      )}
      columns={[
        {
          header: 'factor',
          label: t('insights.column.factor'),
          value: row => row.title,
          render: row => row.title,
        },
        {
          header: 'postmortems',
          label: t('insights.column.postmortems'),
          value: row => row.n,
          render: row => (
            <CountBar
              value={row.n}
              max={top.n}
              to={links.postmortems({ factor: [row.title] })}
            />
          ),
        },
      ]}
      rows={groups}
      rowKey={row => row.title}
      note={truncated && t('insights.truncated')}
    />
  );
}
