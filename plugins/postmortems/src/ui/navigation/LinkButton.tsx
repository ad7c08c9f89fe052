import { forwardRef } from 'react';
import type { ButtonProps } from '@material-ui/core/Button';
import { RouterLink } from '@backstage/frontend-plugin-api';
import { Button } from '../controls/Button';

/** A link styled as a button. `to` is a path from the app's root. */
export const LinkButton = forwardRef<
  HTMLAnchorElement,
  Omit<ButtonProps, 'href' | 'ref' | 'onClick'> & { to: string }
>((props, ref) => {
  const { to, ...rest } = props;
  return (
    <Button
      {...(rest as ButtonProps<'a'>)}
      ref={ref}
      component={RouterLink}
      href={to}
    />
  );
});
