import { useState } from 'react';
import type { ReactNode } from 'react';
import { useMay } from '../../data/useMay';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { RelativeTime } from '../../ui/dates/RelativeTime';
import { SubtleText } from '../../ui/layout/SubtleText';
import { Card } from '../deadline/Card';
import { FrozenDocument } from '../dialogs/FrozenDocument';
import { useDocument } from '../useDocument';
import { ConfirmImportDialog } from './ConfirmImportDialog';
import { ImportClaims } from './ImportClaims';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  openImportClaims,
  postmortemPublishPermission,
  postmortemWaivePermission,
} from 'backstage-plugin-postmortems-common';
import type { ImportProvenance } from 'backstage-plugin-postmortems-common';

const useStyles = makeStyles(theme => ({
  quiet: { marginBottom: theme.spacing(2) },
  action: {
    marginTop: theme.spacing(1.5),
    '@media print': { display: 'none' },
  },
}));

/** An imported postmortem's origin and unconfirmed claims. */
export function ImportNotice() {
  const { postmortem } = useDocument();
  const { imported } = postmortem;
  const classes = useStyles();
  const { t } = useTexts();
  if (!imported) return null;

  const open = openImportClaims(postmortem);
  if (open.length === 0) {
    return (
      <div className={classes.quiet}>
        <SubtleText>
          <Provenance imported={imported} />
        </SubtleText>
      </div>
    );
  }
  return (
    <Card
      label={t('imported.title')}
      title={<strong>{t('imported.title')}</strong>}
    >
      <Typography variant="body2">
        <Provenance imported={imported} /> {t('imported.text')}
      </Typography>
      <ImportClaims claims={imported.claims} open={open} />
      <Confirm
        imported={imported}
        waives={open.includes('waiver') || open.includes('extension')}
      />
    </Card>
  );
}

function Provenance(props: { imported: ImportProvenance }) {
  const { by, at, source, confirmedBy, confirmedAt } = props.imported;
  const { t } = useTexts();
  // Don't name the plugin as the actor: its internal name would mean nothing to readers.
  const isPlugin = by === 'plugin:postmortems';
  const actor = <Actor actorRef={by} />;
  const time = <RelativeTime value={at} />;
  return (
    <>
      {source
        ? t(isPlugin ? 'imported.fromSystem' : 'imported.from', {
            source,
            actor,
            time,
          })
        : t(isPlugin ? 'imported.bySystem' : 'imported.by', { actor, time })}
      {confirmedBy && confirmedAt && (
        <>
          {' '}
          {t('imported.confirmed', {
            person: <Actor actorRef={confirmedBy} />,
            time: <RelativeTime value={confirmedAt} />,
          })}
        </>
      )}
    </>
  );
}

/** A person, or the name of a service. */
function Actor(props: { actorRef: string }): JSX.Element {
  const { actorRef } = props;
  return actorRef.startsWith('user:') ? (
    <EntityRefLink entityRef={actorRef} hideIcon />
  ) : (
    <>{actorRef}</>
  );
}

/** Offers to confirm the claims, or explains who can. */
function Confirm(props: { imported: ImportProvenance; waives: boolean }) {
  const { dependence } = props.imported;
  const classes = useStyles();
  const { t } = useTexts();
  const { id } = useDocument().postmortem;
  const mayPublish = useMay(postmortemPublishPermission, id);
  const mayWaive = useMay(postmortemWaivePermission, id);
  const [open, setOpen] = useState(false);

  let content: ReactNode;
  if (dependence) {
    content = <SubtleText>{t(`imported.needsOther.${dependence}`)}</SubtleText>;
  } else if (mayPublish && (mayWaive || !props.waives)) {
    content = (
      <Button
        size="small"
        color="primary"
        variant="outlined"
        onClick={() => setOpen(true)}
      >
        {t('imported.action')}
      </Button>
    );
  } else {
    content = <SubtleText>{t('imported.needsOther.permission')}</SubtleText>;
  }
  return (
    <div className={classes.action}>
      {content}
      {open && (
        <FrozenDocument>
          <ConfirmImportDialog onClose={() => setOpen(false)} />
        </FrozenDocument>
      )}
    </div>
  );
}
