import { useState } from 'react';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { useKnownPermission } from '../../../data/useKnownPermission';
import { postmortemCuratePermission } from 'backstage-plugin-postmortems-common';
import type { Insights } from 'backstage-plugin-postmortems-common';
import { IconButton } from '../../../ui/controls/IconButton';
import { MenuButton } from '../../../ui/controls/MenuButton';
import type { FigureColumn } from '../../../ui/table/FigureTable';
import { CountBar } from '../CountBar';
import { InsightBlock } from '../InsightBlock';
import { MergeFactorDialog } from '../MergeFactorDialog';
import { factorsFinding } from '../findings/findings';
import type { BlockProps } from './block';

type Row = Insights['factors']['groups'][number];

/** Contributing factors in two or more postmortems. Curators can merge them. */
export function FactorsBlock(props: BlockProps) {
  const { insights, links, words } = props;
  const { t } = words;
  const { groups, truncated } = insights.factors;
  const [top] = groups;
  const { allowed: canMerge } = useKnownPermission({
    permission: postmortemCuratePermission,
  });
  const [merging, setMerging] = useState<string>();

  const figures: FigureColumn<Row>[] = [
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
  ];
  const actions: FigureColumn<Row> = {
    header: 'actions',
    label: t('insights.column.actions'),
    value: () => '',
    render: ({ title }) => (
      <MenuButton
        align="right"
        entries={[
          {
            label: t('insights.factors.merge'),
            onSelect: () => setMerging(title),
          },
        ]}
      >
        {opener => (
          <IconButton
            {...opener}
            label={t('insights.factors.actionsOf', { title })}
          >
            <MoreVertIcon fontSize="small" />
          </IconButton>
        )}
      </MenuButton>
    ),
    // At the end of the row.
    isNumber: true,
  };

  return (
    <>
      <InsightBlock
        name="recurring-factors"
        title={t('insights.factors.title')}
        finding={factorsFinding(
          top && { title: top.title, count: top.n },
          links,
          words,
        )}
        columns={canMerge ? [...figures, actions] : figures}
        csvColumns={figures}
        rows={groups}
        rowKey={row => row.title}
        note={truncated && t('insights.truncated')}
      />
      {merging !== undefined && (
        <MergeFactorDialog
          title={merging}
          onClose={() => setMerging(undefined)}
        />
      )}
    </>
  );
}
