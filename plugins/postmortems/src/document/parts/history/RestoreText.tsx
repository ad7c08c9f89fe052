import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type {
  HistoryEntry,
  RestoreSection,
  SectionKey,
} from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { useTexts } from '../../../texts/useTexts';
import { TextButton } from '../../../ui/controls/TextButton';
import { useRequest } from '../../../ui/feedback/useRequest';
import { useDocument } from '../../useDocument';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
}));

const VERSIONS: RestoreSection['version'][] = ['after', 'before'];

/** Restores a section's text from before or after a change, unless it is the current text. */
export function RestoreText(props: {
  entry: HistoryEntry;
  section: SectionKey;
}) {
  const { entry, section } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const { postmortem, canWrite } = useDocument();
  const send = useSend();
  const { run, busy, error } = useRequest();
  const current = postmortem.sections.find(({ key }) => key === section);
  if (!canWrite || !current) return null;

  const restore = (version: RestoreSection['version']) =>
    run(() =>
      send('restoreSection', {
        params: { id: postmortem.id, key: section },
        body: { entryId: entry.id, version },
        ifMatch: current.revision,
      }),
    );
  return (
    <div className={classes.root}>
      {VERSIONS.filter(
        version => (entry[version] ?? '') !== current.markdown,
      ).map(version => (
        <TextButton
          key={version}
          onClick={() => {
            if (!busy) restore(version);
          }}
        >
          {t(`document.history.restore.${version}`)}
        </TextButton>
      ))}
      {error && <Alert severity="error">{error}</Alert>}
    </div>
  );
}
