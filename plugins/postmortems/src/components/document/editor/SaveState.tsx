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

import { useState } from 'react';
import type { ComponentType } from 'react';
import Button from '@material-ui/core/Button';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloudDoneIcon from '@material-ui/icons/CloudDone';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import CloudUploadIcon from '@material-ui/icons/CloudUpload';
import useInterval from 'react-use/esm/useInterval';
import { useTexts } from '../../../translation';
import { subtleColor, useTimeWords } from '../../shared';
import type { SaveStatus, SectionEditorState } from './sectionEditorState';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    color: subtleColor(theme),
  },
  trouble: { color: theme.palette.text.primary, fontWeight: 600 },
}));

const icons: Record<SaveStatus, ComponentType<SvgIconProps>> = {
  saved: CloudDoneIcon,
  unsaved: CloudUploadIcon,
  saving: CloudUploadIcon,
  retrying: CloudOffIcon,
  refused: CloudOffIcon,
  stale: CloudOffIcon,
};

/** Whether what was typed is on the server; always visible while writing. */
export function SaveState(props: {
  state: SectionEditorState;
  onRetry: () => void;
}) {
  const { state, onRetry } = props;
  const { status, savedAt, message = '' } = state;
  const classes = useStyles();
  const { t } = useTexts();

  if (status === 'saved' && savedAt === undefined) return null;
  const Icon = icons[status];
  const failed = status === 'retrying' || status === 'refused';
  const emphasis = failed || status === 'stale' ? classes.trouble : '';

  return (
    <Typography
      variant="caption"
      component="span"
      className={`${classes.root} ${emphasis}`}
    >
      <Icon fontSize="small" aria-hidden />
      <span>
        {/* Screen readers are told of each change, but not of every second that passes. */}
        <span role="status">{t(`document.save.${status}`, { message })}</span>
        {status === 'saved' && savedAt && <Ago since={savedAt} />}
      </span>
      {failed && (
        <Button size="small" onClick={onRetry}>
          {t('document.save.retry')}
        </Button>
      )}
    </Typography>
  );
}

/** How long ago something on this page happened, to the second. */
function Ago(props: { since: number }) {
  const { t } = useTexts();
  const words = useTimeWords();
  const [now, setNow] = useState(() => Date.now());
  useInterval(() => setNow(Date.now()), 1_000);

  const seconds = Math.max(1, Math.round((now - props.since) / 1_000));
  const amount =
    seconds < 60
      ? t('document.save.seconds', { value: String(seconds) })
      : words.roughly(seconds * 1_000);
  return <> {t('time.ago', { amount })}</>;
}
