import { useState } from 'react';
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { Link } from '../navigation/Link';

export interface MenuEntry {
  key?: string;
  label: ReactNode;
  onSelect?: () => void;
  /** If set, the entry is a link, and `onSelect` is not used. */
  to?: string;
}

/** A button that opens a menu. The menu closes before the selected entry takes effect. */
export function MenuButton(props: {
  entries: MenuEntry[];
  align?: 'left' | 'right';
  dense?: boolean;
  /** Renders the button with the props that open the menu. */
  children: (opener: {
    'aria-haspopup': 'menu';
    onClick: (event: MouseEvent<HTMLElement>) => void;
  }) => ReactElement;
}) {
  const { entries, align = 'left', dense, children } = props;
  const [anchor, setAnchor] = useState<HTMLElement>();
  return (
    <>
      {children({
        'aria-haspopup': 'menu',
        onClick: event => setAnchor(event.currentTarget),
      })}
      <Menu
        open={anchor !== undefined}
        anchorEl={anchor}
        getContentAnchorEl={null}
        anchorOrigin={{ vertical: 'bottom', horizontal: align }}
        onClose={() => setAnchor(undefined)}
      >
        {entries.map(({ label, key = String(label), onSelect, to }) =>
          to ? (
            <MenuItem
              key={key}
              dense={dense}
              component={Link}
              to={to}
              onClick={() => setAnchor(undefined)}
            >
              {label}
            </MenuItem>
          ) : (
            <MenuItem
              key={key}
              dense={dense}
              onClick={() => {
                setAnchor(undefined);
                onSelect?.();
              }}
            >
              {label}
            </MenuItem>
          ),
        )}
      </Menu>
    </>
  );
}
