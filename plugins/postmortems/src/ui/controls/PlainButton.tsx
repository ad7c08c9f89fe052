import { forwardRef } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import type { ButtonBaseProps } from '@material-ui/core/ButtonBase';
import { useFocusRing } from '../focus/useFocusRing';

/** A button that only has styles for focus. */
export const PlainButton = forwardRef<
  HTMLButtonElement,
  Omit<ButtonBaseProps, 'ref'>
>((props, ref) => (
  <ButtonBase disableRipple {...useFocusRing()} {...props} ref={ref} />
));
