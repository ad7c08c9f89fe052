import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import Link from '@material-ui/core/Link';

const useStyles = makeStyles({
  root: {
    verticalAlign: 'baseline',
    '@media print': { display: 'none' },
  },
});

/** A button that looks like a link within text. */
export function TextButton(props: {
  variant?: 'body2' | 'caption';
  className?: string;
  'aria-label'?: string;
  'aria-expanded'?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  // Without a type, it would submit the surrounding form.
  return (
    <Link
      component="button"
      type="button"
      variant="body2"
      {...props}
      className={`${useStyles().root} ${props.className ?? ''}`}
    />
  );
}
