import { useTexts } from '../../texts/useTexts';
import type { UrlFilter } from '../../ui/filters/filter';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Link } from '../../ui/navigation/Link';
import { makeStyles } from '@material-ui/core/styles';
import type { ComplianceFigures } from 'backstage-plugin-postmortems-common';
import type { ComplianceLinks } from './views';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 2),
    marginTop: theme.spacing(1),
  },
}));

/**
 * Figures that a rate doesn't show: unresolved incidents, postmortems started manually, imports and
 * deletions. Each links to its list, so that anyone can check what the rate leaves out or includes.
 */
export function RateDetails(props: {
  figures: ComplianceFigures;
  filter: UrlFilter;
  links: ComplianceLinks;
}) {
  const { figures, filter, links } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const shown = [
    {
      count: figures.counts.pending,
      label: t('compliance.breakdown.unresolved', {
        count: figures.counts.pending,
      }),
      to: links.postmortems({ ...filter, complianceStatus: ['pending'] }),
    },
    {
      count: figures.createdByPerson,
      label: t('compliance.breakdown.manual', {
        count: figures.createdByPerson,
      }),
      to: links.postmortems({ ...filter, origin: ['person'] }),
    },
    {
      count: figures.imported,
      label: t('compliance.breakdown.imported', { count: figures.imported }),
      to: links.postmortems({ ...filter, origin: ['import'] }),
    },
    {
      count: figures.deleted,
      label: t('compliance.breakdown.deleted', { count: figures.deleted }),
      to: links.exceptions({ ...filter, kind: ['deleted'] }),
    },
  ].filter(({ count }) => count > 0);
  if (shown.length === 0) return null;

  return (
    <div className={classes.root}>
      <SubtleText variant="body2">{t('compliance.breakdown.label')}</SubtleText>
      {shown.map(({ label, to }) => (
        <Link key={label} to={to} variant="body2">
          {label}
        </Link>
      ))}
    </div>
  );
}
