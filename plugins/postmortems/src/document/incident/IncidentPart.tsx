import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { postmortemRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../../ui/feedback/Hint';
import { subtleColor } from '../../ui/layout/subtleColor';
import { useNavigate } from '../../ui/navigation/location';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { useDocument } from '../useDocument';
import { LinkIncidentButton } from './LinkIncidentButton';
import { FactValue } from './FactValue';
import { IncidentLink } from './IncidentLink';
import { MergedInto } from './MergedInto';
import { factsChangedHere, factsFromSource } from './sourceFacts';
import { useFactLabel } from './useFactLabel';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(3) },
  list: { margin: 0 },
  label: {
    color: subtleColor(theme),
    fontSize: theme.typography.caption.fontSize,
  },
  value: { margin: theme.spacing(0, 0, 1), overflowWrap: 'anywhere' },
}));

/** The incidents covered, and the facts that come from them. */
export function IncidentPart() {
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, canEdit } = useDocument();
  const navigate = useNavigate();
  const postmortemRoute = useRouteRef(postmortemRouteRef);
  const labelOf = useFactLabel();
  const [own, ...others] = postmortem.incidents;
  const theirs = factsFromSource(postmortem);
  const ours = factsChangedHere(postmortem);

  if (!own) return null;
  const { sourceTitle: source } = own;
  return (
    <section className={classes.root} aria-label={t('incident.title')}>
      <Typography variant="overline" component="h3">
        {t('incident.title')}
      </Typography>
      <Typography variant="body2" component="div" className={classes.value}>
        <IncidentLink incident={own} />
        <MergedInto incident={own} />
      </Typography>
      {canEdit && !postmortem.edited && (
        <LinkIncidentButton
          incident={own}
          draftId={postmortem.id}
          onCovered={({ id }) => navigate(postmortemRoute({ id }))}
        />
      )}
      <Typography variant="body2" component="dl" className={classes.list}>
        <Item label={t('incident.alsoCovers')} shown={others.length > 0}>
          {others.map(incident => (
            <div key={`${incident.source} ${incident.key}`}>
              <IncidentLink incident={incident} />
            </div>
          ))}
        </Item>
        <Item label={t('incident.from', { source })} shown={theirs.length > 0}>
          {theirs.map(({ field }) => labelOf(field)).join(', ')}
        </Item>
        <Item label={t('incident.edited')} shown={ours.length > 0}>
          {ours.map(({ field, value }) => (
            <div key={field}>
              <Hint
                title={t('incident.reports', {
                  source,
                  value: <FactValue field={field} value={value} />,
                })}
              >
                {labelOf(field)}
              </Hint>
            </div>
          ))}
        </Item>
      </Typography>
    </section>
  );
}

function Item(props: { label: string; shown: boolean; children: ReactNode }) {
  const classes = useStyles();
  if (!props.shown) return null;
  return (
    <>
      <dt className={classes.label}>{props.label}</dt>
      <dd className={classes.value}>{props.children}</dd>
    </>
  );
}
