import GetAppIcon from '@material-ui/icons/GetApp';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { useFocusRing } from '../focus/useFocusRing';
import type { CsvColumn } from './columns';
import { saveFile } from './saveFile';

/** Saves rows that are on the screen as a CSV file. */
export function SaveCsv<T>(props: {
  /** File name without the extension. */
  name: string;
  /** What the rows are, for the accessible name. */
  subject: string;
  columns: CsvColumn<T>[];
  rows: T[];
}) {
  const { name, subject, columns, rows } = props;
  const { t } = useTexts();
  const focusRing = useFocusRing();
  return (
    <Button
      size="small"
      startIcon={<GetAppIcon />}
      {...focusRing}
      aria-label={t('csv.labelOf', { subject })}
      onClick={async () => {
        const { toCsv } = await import('./toCsv');
        saveFile(`${name}.csv`, toCsv(rows, columns), 'text/csv;charset=utf-8');
      }}
    >
      {t('csv.button')}
    </Button>
  );
}
