import type { Due } from 'backstage-plugin-postmortems-common';
import { usePolicy } from '../../data/usePolicy';
import { useTexts } from '../../texts/useTexts';

/** Describes the current policy. Renders nothing while it loads. */
export function PolicyInWords() {
  const { t } = useTexts();
  const policy = usePolicy()?.policy;
  if (!policy) return null;
  if (policy.rules.length === 0) return <>{t('policy.none')}</>;

  const time = (due: Due) => {
    if ('hours' in due) return t('policy.hours', { count: due.hours });
    return 'calendarDays' in due
      ? t('policy.calendarDays', { count: due.calendarDays })
      : t('policy.businessDays', { count: due.businessDays });
  };
  const rules = policy.rules.map(({ severity, due }) =>
    t('policy.within', { severity, time: time(due) }),
  );
  return <>{t('policy.sentence', { rules: rules.join(', ') })}</>;
}
