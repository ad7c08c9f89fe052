import { makeStyles } from '@material-ui/core/styles';
import type { Insights } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { dueStatuses } from '../../ui/charts/rate';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import type { InsightLinks } from './links';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(2),
  },
}));

/** Numbers of postmortems that the rates leave out or include, each linked to its list. */
export function Beside(props: {
  beside: Insights['beside'];
  links: InsightLinks;
}) {
  const { beside, links } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const shown = [
    {
      count: beside.unresolved,
      label: t('compliance.breakdown.unresolved', { count: beside.unresolved }),
      to: links.postmortems({ resolved: 'false' }),
    },
    {
      count: beside.byException,
      label: t('figures.byException', { count: beside.byException }),
      to: links.postmortems({
        complianceStatus: dueStatuses,
        hasExceptions: 'true',
      }),
    },
    {
      count: beside.createdByPerson,
      label: t('compliance.breakdown.manual', {
        count: beside.createdByPerson,
      }),
      to: links.postmortems({ origin: ['person'] }),
    },
    {
      count: beside.imported,
      label: t('insights.beside.claimed', { count: beside.imported }),
      to: links.postmortems({ complianceStatus: ['claimed'] }),
    },
    {
      count: beside.deleted,
      label: t('compliance.breakdown.deleted', { count: beside.deleted }),
      to: links.deleted,
    },
  ].filter(({ count }) => count > 0);
  if (shown.length === 0) return null;

  return (
    <div className={classes.root}>
      <SubtleText>{t('compliance.breakdown.label')}</SubtleText>
      {shown.map(({ label, to }) => (
        <Link key={label} to={to} variant="body2">
          {label}
        </Link>
      ))}
    </div>
  );
}
