import type { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { subtleColor } from './subtleColor';

const useStyles = makeStyles(theme => ({
  root: { color: subtleColor(theme) },
}));

export function SubtleText(props: {
  variant?: 'body2' | 'caption';
  component?: 'p' | 'div' | 'span';
  role?: 'status' | 'alert';
  children: ReactNode;
}) {
  const { variant = 'body2', component = 'p', role, children } = props;
  return (
    <Typography
      variant={variant}
      component={component}
      role={role}
      className={useStyles().root}
    >
      {children}
    </Typography>
  );
}
