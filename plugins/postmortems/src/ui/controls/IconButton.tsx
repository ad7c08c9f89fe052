import { forwardRef } from 'react';
import type { ReactNode } from 'react';
import BaseIconButton from '@material-ui/core/IconButton';
import type { IconButtonProps } from '@material-ui/core/IconButton';
import { withStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { useFocusRing } from '../focus/useFocusRing';

const MuiIconButton = withStyles({
  root: { '@media print': { display: 'none' } },
})(BaseIconButton);

/** A button with an icon. Screen readers read `label`; `tooltip` is shown on hover and focus. */
export const IconButton = forwardRef<
  HTMLButtonElement,
  Omit<IconButtonProps, 'aria-label' | 'title' | 'ref'> & {
    label: string;
    tooltip?: ReactNode;
  }
>((props, ref) => {
  const { label, tooltip, ...rest } = props;
  const focusRing = useFocusRing();
  const button = (
    <MuiIconButton
      size="small"
      {...focusRing}
      {...rest}
      ref={ref}
      aria-label={label}
    />
  );
  return tooltip ? (
    <Tooltip interactive={typeof tooltip !== 'string'} title={tooltip}>
      {button}
    </Tooltip>
  ) : (
    button
  );
});
