import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import CodeIcon from '@material-ui/icons/Code';
import FormatBoldIcon from '@material-ui/icons/FormatBold';
import FormatItalicIcon from '@material-ui/icons/FormatItalic';
import FormatListBulletedIcon from '@material-ui/icons/FormatListBulleted';
import FormatListNumberedIcon from '@material-ui/icons/FormatListNumbered';
import FormatQuoteIcon from '@material-ui/icons/FormatQuote';
import LinkIcon from '@material-ui/icons/Link';
import PlaylistAddCheckIcon from '@material-ui/icons/PlaylistAddCheck';
import GridOnIcon from '@material-ui/icons/GridOn';
import { useTexts } from '../../../texts/useTexts';
import { IconButton } from '../../../ui/controls/IconButton';
import type { Format } from './applyFormat';

const FORMATS = {
  bold: FormatBoldIcon,
  italic: FormatItalicIcon,
  link: LinkIcon,
  code: CodeIcon,
  bullets: FormatListBulletedIcon,
  numbers: FormatListNumberedIcon,
  tasks: PlaylistAddCheckIcon,
  quote: FormatQuoteIcon,
  table: GridOnIcon,
} satisfies Record<Format, unknown>;

const NAMES = Object.keys(FORMATS) as Format[];

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', padding: theme.spacing(0, 1) },
}));

/** Buttons that format the selection. One of them is a tab stop; arrow keys lead to the others. */
export function FormatToolbar(props: {
  label: string;
  onFormat: (format: Format) => void;
}) {
  const { label, onFormat } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [current, setCurrent] = useState(0);
  const root = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const last = NAMES.length - 1;
    const next = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    root.current?.querySelectorAll('button')[next].focus();
  }

  return (
    <div
      ref={root}
      role="toolbar"
      aria-label={label}
      className={classes.root}
      onKeyDown={onKeyDown}
      tabIndex={-1}
    >
      {NAMES.map((format, index) => {
        const Icon = FORMATS[format];
        const name = t(`document.editor.format.${format}`);
        return (
          <IconButton
            key={format}
            label={name}
            tooltip={name}
            tabIndex={index === current ? 0 : -1}
            // Keeps the focus in the text.
            onMouseDown={event => event.preventDefault()}
            onClick={() => onFormat(format)}
          >
            <Icon fontSize="small" />
          </IconButton>
        );
      })}
    </div>
  );
}
