import { forwardRef } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import MuiLink from '@material-ui/core/Link';
import type { LinkProps } from '@material-ui/core/Link';
import { useAnalytics } from '@backstage/core-plugin-api';
import { RouterLink } from '@backstage/frontend-plugin-api';
import { useTexts } from '../../texts/useTexts';
import { VisuallyHidden } from '../layout/VisuallyHidden';
import { isExternal, textOf } from './target';

/**
 * A themed link. `to` is a path from the app's root, a query, a fragment, or a URL. URLs open in a
 * new tab.
 */
export const Link = forwardRef<
  HTMLAnchorElement,
  Omit<LinkProps, 'href' | 'ref'> & {
    to: string;
    /** Doesn't report clicks to analytics, because something else does. */
    noTrack?: boolean;
    children?: ReactNode;
  }
>((props, ref) => {
  const { to, noTrack, onClick, children, ...rest } = props;
  const { t } = useTexts();
  const analytics = useAnalytics();
  const external = isExternal(to);
  const label = rest['aria-label'];

  return (
    <MuiLink
      {...(external && { target: '_blank', rel: 'noopener' })}
      {...rest}
      {...(external &&
        label && { 'aria-label': `${label}${t('link.newWindow')}` })}
      ref={ref}
      component={RouterLink}
      href={to}
      onClick={(event: MouseEvent<HTMLAnchorElement>) => {
        onClick?.(event);
        if (noTrack) return;
        analytics.captureEvent('click', textOf(children) || to, {
          attributes: { to },
        });
      }}
    >
      {children}
      {external && <VisuallyHidden>{t('link.newWindow')}</VisuallyHidden>}
    </MuiLink>
  );
});
