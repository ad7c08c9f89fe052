import { useState } from 'react';
import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import CloudDoneIcon from '@material-ui/icons/CloudDone';
import CloudOffIcon from '@material-ui/icons/CloudOff';
import CloudUploadIcon from '@material-ui/icons/CloudUpload';
import useInterval from 'react-use/esm/useInterval';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { useTimeWords } from '../../ui/dates/useTimeWords';
import { subtleColor } from '../../ui/layout/subtleColor';
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

/** Shows whether the text is saved; always visible while editing. */
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
        {/* Only the status is announced. The elapsed time would be announced every second. */}
        <span role="status">{t(`document.save.${status}`, { message })}</span>
        {status === 'saved' && savedAt && <Elapsed since={savedAt} />}
      </span>
      {failed && (
        <Button size="small" onClick={onRetry}>
          {t('document.save.retry')}
        </Button>
      )}
    </Typography>
  );
}

/** Time since something happened on this page, to the second. */
function Elapsed(props: { since: number }) {
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
