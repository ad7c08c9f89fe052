import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { StateMessage } from '../../ui/feedback/StateMessage';
import { isSearchable } from '../../ui/filters/isSearchable';
import type { UrlFilterState } from '../../ui/filters/useUrlFilter';
import { LinkButton } from '../../ui/navigation/LinkButton';
import { useRouteRef } from '../../ui/navigation/useRouteRef';
import { ANY_STATUS } from './openWork';

/** The list's empty state, with the next step. */
export function NoActionItems(props: { state: UrlFilterState }) {
  const { filter, isSet, change, clear } = props.state;
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const isAll =
    Object.keys(filter).length === 1 && filter.status?.includes(ANY_STATUS);

  if (isAll) {
    return (
      <StateMessage
        title={t('actionItemList.noneYetTitle')}
        action={
          <LinkButton variant="outlined" to={`${root}/all`}>
            {t('actionItemList.toPostmortems')}
          </LinkButton>
        }
      >
        {t('actionItemList.noneYetText')}
      </StateMessage>
    );
  }
  if (isSet) {
    const noMatch = filter.status
      ? ('actionItemList.noMatchText' as const)
      : ('actionItemList.noOpenMatchText' as const);
    const explanation = isSearchable(filter.q)
      ? noMatch
      : ('filters.notSearchable' as const);
    return (
      <StateMessage
        title={t('actionItemList.noMatchTitle')}
        action={
          <Button variant="outlined" onClick={clear}>
            {t('filters.clear')}
          </Button>
        }
      >
        {t(explanation)}
      </StateMessage>
    );
  }
  return (
    <StateMessage
      title={t('actionItemList.nothingOpenTitle')}
      action={
        <Button
          variant="outlined"
          onClick={() => change({ status: [ANY_STATUS] })}
        >
          {t('actionItemList.showAll')}
        </Button>
      }
    >
      {t('actionItemList.nothingOpenText')}
    </StateMessage>
  );
}
