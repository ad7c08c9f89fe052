import type { ActionItemFigures as Figures } from 'backstage-plugin-postmortems-common';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { linkTo } from '../../ui/filters/filter';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { countOpen } from '../actionItems/openWork';
import { Figure } from './Figure';

/** An entity's open and overdue action items, linked to their lists. */
export function ActionItemFigures(props: {
  figures: Figures;
  entityRef: string;
}) {
  const { figures, entityRef } = props;
  const { t } = useTexts();
  const list = `${useRouteRef(rootRouteRef)()}/action-items`;
  const within = { entityRef: [entityRef] };
  const open = countOpen(figures);

  return (
    <>
      <Figure
        value={open}
        label={t('figures.openActionItems', { count: open })}
        to={open > 0 ? linkTo(list, within) : undefined}
      />
      {figures.overdue > 0 && (
        <Figure
          value={figures.overdue}
          label={t('figures.overdueActionItems', { count: figures.overdue })}
          to={linkTo(list, { ...within, overdue: 'true' })}
          alarming
        />
      )}
    </>
  );
}
