import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { CreateFeed } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';

/** Which postmortems a feed contains. */
export function FeedScope(props: { scope: CreateFeed }) {
  const { teamRef, entityRef } = props.scope;
  const { t } = useTexts();
  const ref = teamRef ?? entityRef;
  if (!ref) return <>{t('feeds.all')}</>;
  const name = <EntityDisplayName entityRef={ref} hideIcon />;
  return (
    <>{teamRef ? t('feeds.team', { name }) : t('feeds.entity', { name })}</>
  );
}
