import { makeStyles } from '@material-ui/core/styles';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { rootRouteRef } from '../../../routes';
import { useTexts } from '../../../texts/useTexts';
import { LoadError } from '../../../ui/feedback/LoadError';
import { linkTo } from '../../../ui/filters/filter';
import { Link } from '../../../ui/navigation/Link';
import { useRouteRef } from '../../../ui/navigation/useRouteRef';
import { CardCounts } from './CardCounts';
import { CardSkeleton } from './CardSkeleton';
import { LastPostmortems } from './LastPostmortems';
import { NoPostmortems } from './NoPostmortems';
import { useCardData } from './useCardData';

const useStyles = makeStyles(theme => ({
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
}));

/** The card on an entity's overview page, with open work and recent incidents. */
export function EntityPostmortemsCard() {
  const classes = useStyles();
  const { t } = useTexts();
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const root = useRouteRef(rootRouteRef)();
  const { value, error, retry } = useCardData(ref);
  const hasAny = value !== undefined && value.last.items.length > 0;

  return (
    <EntityInfoCard
      title={t('page.title')}
      footerActions={
        hasAny && (
          <Link to={linkTo(`${root}/all`, { entityRef: [ref] })}>
            {t('card.all')}
          </Link>
        )
      }
    >
      {error && <LoadError error={error} retry={retry} />}
      {!value && !error && <CardSkeleton />}
      {value && !hasAny && <NoPostmortems entityRef={ref} />}
      {hasAny && (
        <div className={classes.content}>
          <CardCounts figures={value.figures} root={root} entityRef={ref} />
          <LastPostmortems postmortems={value.last.items} />
        </div>
      )}
    </EntityInfoCard>
  );
}
