import { useEffect, useRef, useState } from 'react';
import Snackbar from '@material-ui/core/Snackbar';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { Page, PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { errorText } from '../../data/errors';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { useFocusRing } from '../focus/useFocusRing';
import { SubtleText } from '../layout/SubtleText';
import { MAX_ROWS, collectPages } from './collectPages';
import type { PageRequest, Progress } from './collectPages';
import type { CsvColumn } from './columns';
import { saveFile } from './saveFile';

const useStyles = makeStyles(theme => ({
  running: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Saves all pages of a list as a CSV file. */
export function DownloadCsv<T>(props: {
  /** File name without the extension. */
  name: string;
  columns: CsvColumn<T>[];
  loadPage: (api: PostmortemsApi, page: PageRequest) => Promise<Page<T>>;
}) {
  const { name, columns, loadPage } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const focusRing = useFocusRing();
  const locale = useLocale();
  const api = useApi(postmortemsApiRef);
  const [progress, setProgress] = useState<Progress>();
  const [notice, setNotice] = useState<{
    severity: 'warning' | 'error';
    text: string;
  }>();
  const running = useRef<AbortController>();
  useEffect(() => () => running.current?.abort(), []);

  async function start() {
    const controller = new AbortController();
    running.current = controller;
    setNotice(undefined);
    setProgress({ done: 0, total: 0 });
    try {
      const [{ rows, cut }, { toCsv }] = await Promise.all([
        collectPages(page => loadPage(api, page), {
          onProgress: setProgress,
          signal: controller.signal,
        }),
        import('./toCsv'),
      ]);
      saveFile(`${name}.csv`, toCsv(rows, columns), 'text/csv;charset=utf-8');
      if (cut) {
        const value = MAX_ROWS.toLocaleString(locale);
        setNotice({ severity: 'warning', text: t('csv.cut', { value }) });
      }
    } catch (error) {
      if (controller.signal.aborted) return;
      const message = errorText(error as Error);
      setNotice({ severity: 'error', text: t('csv.failed', { message }) });
    } finally {
      if (running.current === controller) setProgress(undefined);
    }
  }

  function cancel() {
    running.current?.abort();
    setProgress(undefined);
  }

  return (
    <>
      {progress ? (
        <div className={classes.running}>
          <SubtleText role="status">
            {t('csv.progress', {
              done: progress.done.toLocaleString(locale),
              total: progress.total.toLocaleString(locale),
            })}
          </SubtleText>
          <Button size="small" onClick={cancel}>
            {t('csv.cancel')}
          </Button>
        </div>
      ) : (
        <Button
          size="small"
          startIcon={<GetAppIcon />}
          {...focusRing}
          aria-label={t('csv.label')}
          onClick={start}
        >
          {t('csv.button')}
        </Button>
      )}
      <Snackbar open={notice !== undefined}>
        {notice && (
          <Alert
            severity={notice.severity}
            onClose={() => setNotice(undefined)}
          >
            {notice.text}
          </Alert>
        )}
      </Snackbar>
    </>
  );
}
