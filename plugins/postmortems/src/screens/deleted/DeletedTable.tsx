import type { ReactNode } from 'react';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { DateLabel } from '../../ui/dates/DateLabel';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { RestrictedLock } from '../../ui/labels/RestrictedLock';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { ListTable } from '../../ui/table/ListTable';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { DeletedPostmortem } from 'backstage-plugin-postmortems-common';

const useStyles = makeStyles(theme => ({
  reason: {
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    marginTop: theme.spacing(0.25),
  },
  // Aligns the button's text with the column.
  restore: { marginLeft: -5 },
}));

/** The postmortem, with the reason why it was deleted. */
function DeletedTitle(props: { deleted: DeletedPostmortem }) {
  const { id, title, visibility, deletedBy, reason } = props.deleted;
  const classes = useStyles();
  const { t } = useTexts();
  const actor = deletedBy.startsWith('user:') ? (
    <EntityRefLink entityRef={deletedBy} hideIcon />
  ) : (
    <>{deletedBy}</>
  );
  return (
    <>
      {visibility === 'restricted' && <RestrictedLock />}
      {`${id} ${title ?? ''}`}
      <div className={classes.reason}>
        <SubtleText>
          {t('deleted.by', { actor })}: {reason}
        </SubtleText>
      </div>
    </>
  );
}

function Successor(props: { id?: string }) {
  const { id } = props;
  const to = useRouteRef(postmortemRouteRef);
  return id ? <Link to={to({ id })}>{id}</Link> : <>–</>;
}

/** Deleted postmortems, with buttons to restore them. */
export function DeletedTable(props: {
  /** Undefined during the first load. */
  deleted?: DeletedPostmortem[];
  loading: boolean;
  /** Id of the postmortem being restored. */
  restoring?: string;
  onRestore: (id: string) => void;
  placeholder?: ReactNode;
}) {
  const { restoring, onRestore } = props;
  const classes = useStyles();
  const { t } = useTexts();

  return (
    <ListTable
      label={t('deleted.title')}
      title={{
        label: t('deleted.postmortem'),
        render: deleted => <DeletedTitle deleted={deleted} />,
      }}
      columns={[
        {
          name: 'severity',
          label: t('deleted.severity'),
          width: 112,
          priority: 3,
          render: ({ governingSeverity }) => (
            <SeverityChip
              governing={governingSeverity}
              final={governingSeverity}
            />
          ),
        },
        {
          name: 'deletedAt',
          label: t('deleted.when'),
          width: 120,
          priority: 2,
          render: ({ deletedAt }) => <RelativeTime value={deletedAt} />,
        },
        {
          name: 'successor',
          label: t('deleted.successor'),
          width: 120,
          priority: 2,
          render: ({ successorId }) => <Successor id={successorId} />,
        },
        {
          name: 'purgeAt',
          label: t('deleted.until'),
          width: 160,
          priority: 3,
          render: ({ purgeAt, purgedAt }) =>
            purgedAt ? t('deleted.purged') : <DateLabel value={purgeAt} />,
        },
        {
          name: 'restore',
          label: t('deleted.action'),
          width: 150,
          priority: 1,
          render: ({ id, purgedAt }) =>
            !purgedAt && (
              <Button
                size="small"
                color="primary"
                className={classes.restore}
                disabled={restoring !== undefined}
                aria-label={t('deleted.restoreNamed', { id })}
                onClick={() => onRestore(id)}
              >
                {t('deleted.restore')}
              </Button>
            ),
        },
      ]}
      rows={props.deleted}
      loading={props.loading}
      skeletonRows={3}
      placeholder={props.placeholder}
    />
  );
}
