import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import { rootRouteRef } from '../../routes';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { Duration } from '../../ui/dates/Duration';
import { TimeTooltip } from '../../ui/dates/TimeTooltip';
import { Chip } from '../../ui/labels/Chip';
import { EntityRefs } from '../../ui/labels/EntityRefs';
import { Teams } from '../../ui/labels/Teams';
import { SeverityChip } from '../../ui/labels/SeverityChip';
import { outcomeKeys } from '../../ui/labels/keys';
import { subtleColor } from '../../ui/layout/subtleColor';
import { Link } from '../../ui/navigation/Link';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { EditFacts } from '../facts/EditFacts';
import { ReviewLink } from '../parts/review/ReviewLink';
import { requestedChanges } from '../parts/review/review';
import { useDocument } from '../useDocument';
import { useGoneRefs } from '../useGoneRefs';
import { Owner } from './Owner';
import { SeverityHistory } from './SeverityHistory';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2.5),
    margin: theme.spacing(0, 0, 3),
  },
  item: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 0.75),
    minHeight: '1.75rem',
  },
  label: { color: subtleColor(theme) },
}));

function Item(props: { label?: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <span className={classes.item}>
      {props.label && <span className={classes.label}>{props.label}</span>}
      {props.children}
    </span>
  );
}

/** Facts about the incident, on one line. */
export function MetaLine() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem } = useDocument();
  const { outcome, entityRefs, teamRefs, labels } = postmortem;
  const root = useRouteRef(rootRouteRef)();
  const gone = useGoneRefs();

  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <Item>
        <SeverityChip
          governing={postmortem.governingSeverity}
          final={postmortem.severity}
        />
        <SeverityHistory changes={postmortem.severityHistory} />
        <EditFacts group="severity" />
      </Item>
      {outcome === 'false-alarm' && (
        <Item>{t(`outcome.${outcomeKeys[outcome]}`)}</Item>
      )}
      <Item label={t('document.meta.affected')}>
        <span>
          <EntityRefs entityRefs={entityRefs} max={3} gone={gone} />
        </span>
        <EditFacts group="entities" />
      </Item>
      {teamRefs.length > 0 && (
        <Item label={t('document.meta.teams', { count: teamRefs.length })}>
          <span>
            <Teams teamRefs={teamRefs} max={3} />
          </span>
        </Item>
      )}
      <Item>
        <When />
        <EditFacts group="times" />
      </Item>
      <Item label={t('document.meta.owner')}>
        <Owner />
      </Item>
      {(postmortem.status === 'in-review' ||
        requestedChanges(postmortem).length > 0) && (
        <Item label={t('review.label')}>
          <ReviewLink />
        </Item>
      )}
      {labels.length > 0 && (
        <Item>
          {labels.map(label => (
            <Link
              key={label}
              to={`${root}/all?${new URLSearchParams({ label })}`}
            >
              <Chip label={label} />
            </Link>
          ))}
        </Item>
      )}
    </Typography>
  );
}

/** Start, end and duration. */
function When() {
  const { t } = useTexts();
  const locale = useLocale();
  const { startedAt, resolvedAt } = useDocument().postmortem;
  const start = DateTime.fromISO(startedAt);
  const end = resolvedAt && DateTime.fromISO(resolvedAt);

  return (
    <span>
      <TimeTooltip value={startedAt}>
        {start.toLocaleString(DateTime.DATETIME_MED, { locale })}
      </TimeTooltip>
      {end ? (
        <>
          {' – '}
          <TimeTooltip value={resolvedAt}>
            {end.toLocaleString(
              end.hasSame(start, 'day')
                ? DateTime.TIME_SIMPLE
                : DateTime.DATETIME_MED,
              { locale },
            )}
          </TimeTooltip>{' '}
          (<Duration from={startedAt} to={resolvedAt} />)
        </>
      ) : (
        t('document.meta.ongoing')
      )}
    </span>
  );
}
