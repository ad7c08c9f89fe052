import { useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Mention } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../texts/useTexts';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { MentionLink } from '../work/MentionLink';
import { MyRow } from './MyRow';

const useStyles = makeStyles(theme => ({
  title: { marginTop: theme.spacing(2), fontWeight: 600 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
}));

let lists = 0;

/** Comments that mention the user and wait for an answer. */
export function MyMentions(props: { mentions: Mention[] }) {
  const classes = useStyles();
  const { t } = useTexts();
  const [id] = useState(() => `postmortems-mentions-${++lists}`);
  return (
    <>
      <Typography
        id={id}
        variant="body2"
        component="h3"
        className={classes.title}
      >
        {t('home.mentions')}
      </Typography>
      <ul className={classes.list} aria-labelledby={id}>
        {props.mentions.map(mention => (
          <MyRow
            key={mention.comment.id}
            title={<MentionLink mention={mention} />}
            facts={
              <>
                <EntityRefLink entityRef={mention.comment.authorRef} hideIcon />
                <RelativeTime value={mention.comment.createdAt} />
                <span>{mention.postmortem.title}</span>
              </>
            }
          />
        ))}
      </ul>
    </>
  );
}
