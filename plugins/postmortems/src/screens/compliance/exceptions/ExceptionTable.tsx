import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ComplianceExceptionListItem } from 'backstage-plugin-postmortems-common';
import { useSystemName } from '../../../document/parts/history/useSystemName';
import { useTexts } from '../../../texts/useTexts';
import { DateLabel } from '../../../ui/dates/DateLabel';
import { PostmortemLink } from '../../../ui/labels/PostmortemLink';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { ListTable } from '../../../ui/table/ListTable';
import type { TableColumn } from '../../../ui/table/tableColumn';
import { exceptionKindKeys } from './exceptionKinds';
import { useMovementWords } from './useMovementWords';

type Row = ComplianceExceptionListItem;

const useStyles = makeStyles({
  wrap: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** The person or system that made an exception. */
function Actor(props: { actorRef: string }) {
  const { actorRef } = props;
  const { t } = useTexts();
  const systemName = useSystemName(actorRef, t('exceptions.system'));
  if (actorRef.startsWith('user:')) {
    return <EntityRefLink entityRef={actorRef} defaultKind="user" hideIcon />;
  }
  return (
    <span title={actorRef}>
      {/^(plugin|incident-source):/.test(actorRef) ? systemName : actorRef}
    </span>
  );
}

/** Exceptions, with actor, time, reason and effect. */
export function ExceptionTable(props: {
  /** Undefined during the first load. */
  exceptions?: Row[];
  loading: boolean;
  placeholder?: ReactNode;
}) {
  const classes = useStyles();
  const { t } = useTexts();
  const movementWords = useMovementWords();

  const columns: TableColumn<Row>[] = [
    {
      name: 'kind',
      label: t('exceptions.kindLabel'),
      width: 140,
      priority: 1,
      render: row => t(`exceptions.kind.${exceptionKindKeys[row.kind]}`),
    },
    {
      name: 'moved',
      label: t('exceptions.effect'),
      width: 220,
      priority: 1,
      render: row => (
        <div className={classes.wrap}>
          {movementWords(row).map(words => (
            <div key={words}>{words}</div>
          ))}
        </div>
      ),
    },
    {
      name: 'reason',
      label: t('exceptions.reason'),
      width: 200,
      priority: 2,
      render: row =>
        row.reason ? (
          <div className={classes.wrap}>{row.reason}</div>
        ) : (
          <SubtleText>{t('exceptions.noReason')}</SubtleText>
        ),
    },
    {
      name: 'by',
      label: t('exceptions.by'),
      width: 125,
      priority: 2,
      render: row => <Actor actorRef={row.actorRef} />,
    },
    {
      name: 'when',
      label: t('exceptions.when'),
      width: 85,
      priority: 1,
      render: row => <DateLabel value={row.at} />,
    },
  ];
  return (
    <ListTable
      label={t('exceptions.title')}
      title={{
        label: t('exceptions.postmortem'),
        render: row => (
          <PostmortemLink
            postmortem={{ ...row, id: row.postmortemId }}
            inTable
          />
        ),
      }}
      columns={columns}
      sizes={{ titleWidth: 220, narrowBelow: 720 }}
      rows={props.exceptions}
      loading={props.loading}
      placeholder={props.placeholder}
    />
  );
}
