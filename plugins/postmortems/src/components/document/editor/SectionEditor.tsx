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

import { Suspense, lazy, useEffect, useState } from 'react';
import type { KeyboardEvent } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import type { SectionKey } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../translation';
import { subtleColor } from '../../shared';
import { isSaveKey } from '../model/keys';
import { SectionText } from '../sections/SectionText';
import { Guidance } from './Guidance';
import { MergePanel } from './MergePanel';
import { SaveState } from './SaveState';
import type { SectionEditor as Editor } from './useSectionEditor';

const MarkdownEditor = lazy(() =>
  import('./MarkdownEditor').then(m => ({ default: m.MarkdownEditor })),
);

/** Loads the editor as soon as someone means to write, so that it opens at once. */
export function usePreloadedEditor(enabled: boolean): void {
  useEffect(() => {
    // Should it fail, opening the editor tries again and tells.
    if (enabled) import('./MarkdownEditor').catch(() => {});
  }, [enabled]);
}

const useStyles = makeStyles(theme => ({
  root: {
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.background.paper,
    '&:focus-within': { borderColor: theme.palette.primary.main },
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
  },
  guidance: { flex: '1 1 16rem', minWidth: 0 },
  // The kit makes the one that is not chosen as pale as one that cannot be.
  mode: { color: subtleColor(theme) },
  preview: { minHeight: '8rem', padding: theme.spacing(1.5) },
  hint: { flex: 1, color: subtleColor(theme) },
}));

/** A section while it is written, in the place where it stands. */
export function SectionEditor(props: {
  sectionKey: SectionKey;
  headingLevel: number;
  editor: Editor;
  onClose: () => void;
}) {
  const { sectionKey, headingLevel, editor, onClose } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  const { state, type, save, resolve } = editor;
  const title = t(`document.section.${sectionKey}.title`);

  function onKeyDown(event: KeyboardEvent) {
    if (event.defaultPrevented) return;
    if (isSaveKey(event)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape') {
      onClose();
    }
  }

  return (
    // The editor takes the keys that what is in it leaves.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={t('document.editor.open', { title })}
      className={classes.root}
      onKeyDown={onKeyDown}
    >
      <div className={classes.bar}>
        <div className={classes.guidance}>
          <Guidance sectionKey={sectionKey} />
        </div>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={mode}
          aria-label={t('document.editor.mode', { title })}
          onChange={(_, next) => next && setMode(next)}
        >
          <ToggleButton value="write" className={classes.mode}>
            {t('document.editor.write')}
          </ToggleButton>
          <ToggleButton value="preview" className={classes.mode}>
            {t('document.editor.preview')}
          </ToggleButton>
        </ToggleButtonGroup>
      </div>
      {state.theirs && (
        <MergePanel
          theirs={state.theirs}
          mine={state.text}
          onResolve={resolve}
        />
      )}
      {mode === 'write' ? (
        <Suspense fallback={<Skeleton variant="rect" height="8rem" />}>
          <MarkdownEditor
            value={state.text}
            label={title}
            onChange={type}
            onBlur={save}
          />
        </Suspense>
      ) : (
        <div className={classes.preview}>
          <SectionText
            markdown={state.text}
            headingLevel={headingLevel}
            prose
          />
        </div>
      )}
      <div className={classes.bar}>
        <SaveState state={state} onRetry={save} />
        <Typography variant="caption" className={classes.hint} align="right">
          {t('document.editor.keys')}
        </Typography>
        <Button size="small" color="primary" onClick={onClose}>
          {t('document.editor.done')}
        </Button>
      </div>
    </div>
  );
}
