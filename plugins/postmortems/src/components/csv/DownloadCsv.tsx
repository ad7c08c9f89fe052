/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useEffect, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import Snackbar from '@material-ui/core/Snackbar';
import { makeStyles } from '@material-ui/core/styles';
import GetAppIcon from '@material-ui/icons/GetApp';
import Alert from '@material-ui/lab/Alert';
import { useApi } from '@backstage/core-plugin-api';
import type { Page, PostmortemsApi } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { useLocale, useTexts } from '../../translation';
import { SubtleText, errorText, saveFile, useFocusRing } from '../shared';
import { MOST_ROWS, collectPages } from './collectPages';
import type { PageRequest, Progress } from './collectPages';
import type { CsvColumn } from './columns';

const useStyles = makeStyles(theme => ({
  running: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
}));

/** Saves all that a list holds as a CSV file, however many pages it has. */
export function DownloadCsv<T>(props: {
  /** Of the file, without its ending. */
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
        const value = MOST_ROWS.toLocaleString(locale);
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
