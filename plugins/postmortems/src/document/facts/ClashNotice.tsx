import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { DateTime } from 'luxon';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useFieldWords } from '../../ui/fields/useFieldWords';
import type { Facts } from './facts';
import type { FactsForm } from './useFactsForm';

/** Lists fields that someone else also changed, with the other value and a button to accept it. */
export function ClashNotice(props: { form: FactsForm }) {
  const { clashes, facts, saved, set } = props.form;
  const { t } = useTexts();
  const locale = useLocale();
  const { labels } = useFieldWords();

  return (
    <Alert severity="warning">
      <Typography variant="body2" gutterBottom>
        {t('document.facts.conflict')}
      </Typography>
      {clashes.map(field => (
        <Typography key={field} variant="body2">
          {t('document.facts.theirValue', {
            field: labels[field],
            value:
              valueInWords(saved[field], locale) || t('document.facts.emptied'),
          })}{' '}
          {facts[field] !== saved[field] && (
            <Button
              size="small"
              onClick={() => set(field, saved[field])}
              aria-label={t('document.facts.takeTheirs', {
                field: labels[field],
              })}
            >
              {t('document.merge.theirs')}
            </Button>
          )}
        </Typography>
      ))}
    </Alert>
  );
}

/** Formats any field's value on one line. */
function valueInWords(
  value: Facts[keyof Facts],
  locale: string | undefined,
): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) {
    return value
      .map(each => {
        if (typeof each === 'string') return each;
        return 'url' in each ? each.url : `${each.userRef} (${each.role})`;
      })
      .join(', ');
  }
  const time = /^\d{4}-\d\d-\d\dT/.test(value) && DateTime.fromISO(value);
  return time && time.isValid
    ? time.toLocaleString(DateTime.DATETIME_MED, { locale })
    : value;
}
