import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { rootRouteRef } from '../../../routes';
import { useTexts } from '../../../texts/useTexts';
import { LoadError } from '../../../ui/feedback/LoadError';
import { linkTo } from '../../../ui/filters/filter';
import { SubtleText } from '../../../ui/layout/SubtleText';
import { Link } from '../../../ui/navigation/Link';
import { useRouteRef } from '../../../ui/navigation/useRouteRef';
import { countOpen } from '../../actionItems/openWork';
import { insightLinks } from '../../insights/links';
import { CardSkeleton } from '../card/CardSkeleton';
import { InsightFigures } from './InsightFigures';
import { useEntityInsights } from './useEntityInsights';
import type { EntityInsights } from './useEntityInsights';

/**
 * The card on an entity's overview page with the incidents of the last 12 months and what they have
 * in common. Systems and domains include their parts.
 */
export function EntityInsightsCard() {
  const { t } = useTexts();
  const { entity } = useEntity();
  const root = useRouteRef(rootRouteRef)();
  const { value, error, retry } = useEntityInsights(entity);

  return (
    <EntityInfoCard
      title={t('entityInsights.title')}
      footerActions={
        value &&
        !isEmpty(value) && (
          <Link
            to={linkTo(`${root}/insights`, { entityRef: value.scope.refs })}
          >
            {t('entityInsights.all')}
          </Link>
        )
      }
    >
      {error && <LoadError error={error} retry={retry} />}
      {!value && !error && <CardSkeleton />}
      {value && <Content value={value} root={root} />}
    </EntityInfoCard>
  );
}

/** Whether there is nothing to show but zeros. */
function isEmpty({ insights, actionItems }: EntityInsights): boolean {
  return insights.incidents.n === 0 && countOpen(actionItems) === 0;
}

function Content(props: { value: EntityInsights; root: string }) {
  const { value, root } = props;
  const { scope } = value;
  const { t } = useTexts();
  const parts = scope.refs.length - 1;

  return (
    <>
      <SubtleText>
        {scope.truncated &&
          t('entityInsights.truncated', { value: String(scope.refs.length) })}
        {!scope.truncated &&
          (parts > 0
            ? t('entityInsights.withParts', { count: parts })
            : t('entityInsights.time'))}
      </SubtleText>
      {isEmpty(value) ? (
        <SubtleText>{t('entityInsights.none')}</SubtleText>
      ) : (
        <InsightFigures
          value={value}
          links={insightLinks(root, value.filter)}
          insightsPage={linkTo(`${root}/insights`, {
            entityRef: scope.refs,
          })}
        />
      )}
    </>
  );
}
