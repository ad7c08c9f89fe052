import Typography from '@material-ui/core/Typography';
import type { IncidentSourceState } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';

const KEY = 'postmortems.incidents.maxDeliverySize';
const KB = 1024;
const MB = KB ** 2;

/** Warns that deliveries were too large, and names the setting that limits their size. */
export function TooLargeNote(props: { source: IncidentSourceState }) {
  const { title, tooLarge } = props.source;
  const { t } = useTexts();
  const locale = useLocale();
  if (!tooLarge) return null;
  const { rejected, limit, lastAt, sizeSetting } = tooLarge;
  const size = limit < MB ? [limit / KB, 'KB'] : [limit / MB, 'MB'];
  return (
    <Typography variant="body2">
      {t('incidentSources.card.tooLarge', {
        count: rejected,
        limit: `${size[0].toLocaleString(locale)} ${size[1]}`,
        when: <RelativeTime value={lastAt} />,
      })}{' '}
      {sizeSetting
        ? t('incidentSources.card.sizeSetting', {
            setting: sizeSetting,
            source: title,
            key: KEY,
          })
        : t('incidentSources.card.raiseLimit', { key: KEY })}
    </Typography>
  );
}
