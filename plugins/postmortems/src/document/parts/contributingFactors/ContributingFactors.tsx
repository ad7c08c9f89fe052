import { useCallback, useState } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import AddIcon from '@material-ui/icons/Add';
import Alert from '@material-ui/lab/Alert';
import type { ContributingFactor } from 'backstage-plugin-postmortems-common';
import { useSend } from '../../../data/mutations';
import { rootRouteRef } from '../../../routes';
import { useTexts } from '../../../texts/useTexts';
import { Button } from '../../../ui/controls/Button';
import { linkTo } from '../../../ui/filters/filter';
import { Chip } from '../../../ui/labels/Chip';
import { Link } from '../../../ui/navigation/Link';
import { useRouteRef } from '../../../ui/navigation/useRouteRef';
import { DocumentPart } from '../../DocumentPart';
import { CommentMarker } from '../../comments/CommentMarker';
import { revealMarker } from '../../comments/quietMarker';
import { PartDrafts } from '../../drafts/PartDrafts';
import { ItemActions } from '../../items/ItemActions';
import { useRemoveItem } from '../../items/useRemoveItem';
import { useDocument } from '../../useDocument';
import { EmptySection } from '../sections/EmptySection';
import { SectionText } from '../sections/SectionText';
import { FactorForm } from './FactorForm';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  item: {
    display: 'flex',
    alignItems: 'start',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
    breakInside: 'avoid',
    ...revealMarker,
  },
  body: { flex: 1, minWidth: 0 },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    fontWeight: 600,
  },
}));

/** The conditions that together caused the incident or made it worse. */
export function ContributingFactors() {
  const classes = useStyles();
  const { t } = useTexts();
  const send = useSend();
  const root = useRouteRef(rootRouteRef)();
  const { postmortem, canWrite, writing, setEditing } = useDocument();
  const { id, contributingFactors } = postmortem;
  // Id of the edited factor, or 'new'.
  const [open, setOpen] = useState<string>();

  const { remove, error } = useRemoveItem<ContributingFactor>(factor =>
    send('removeContributingFactor', {
      params: { id, itemId: factor.id },
      ifMatch: factor.revision,
    }),
  );
  const close = useCallback(() => setOpen(undefined), []);
  function resume(item: string) {
    setEditing(true);
    setOpen(item);
  }

  return (
    <DocumentPart partKey="contributing-factors" level={3}>
      <PartDrafts
        prefix="contributing-factors"
        canContinue={item =>
          canWrite &&
          (item === 'new' ||
            contributingFactors.some(({ id: each }) => each === item))
        }
        onContinue={resume}
      />
      {contributingFactors.length === 0 && open !== 'new' && (
        <EmptySection
          text={
            writing ? t('document.factors.prompt') : t('document.section.empty')
          }
          action={
            canWrite && (
              <Button
                size="small"
                color="primary"
                onClick={() => resume('new')}
              >
                {t('document.factors.add')}
              </Button>
            )
          }
        />
      )}
      <ul className={classes.list}>
        {contributingFactors.map(factor => (
          <li key={factor.id} id={`contributing-factors/${factor.id}`}>
            {open === factor.id ? (
              <FactorForm factor={factor} onClose={close} />
            ) : (
              <div className={classes.item}>
                <div className={classes.body}>
                  <Typography component="div" className={classes.title}>
                    {factor.title}
                    {factor.category && (
                      <Link
                        to={linkTo(`${root}/all`, {
                          factorCategory: [factor.category],
                        })}
                      >
                        <Chip
                          variant="outlined"
                          label={t(
                            `document.factors.category.${factor.category}`,
                          )}
                        />
                      </Link>
                    )}
                  </Typography>
                  {factor.description && (
                    <SectionText
                      markdown={factor.description}
                      headingLevel={3}
                    />
                  )}
                </div>
                {writing && (
                  <ItemActions
                    name={factor.title}
                    onEdit={() => setOpen(factor.id)}
                    onRemove={() => remove(factor)}
                  />
                )}
                <CommentMarker anchor={`contributing-factors/${factor.id}`} />
              </div>
            )}
          </li>
        ))}
      </ul>
      {error && <Alert severity="error">{error}</Alert>}
      {open === 'new' && <FactorForm onClose={close} />}
      {writing && open !== 'new' && contributingFactors.length > 0 && (
        <Button
          size="small"
          color="primary"
          startIcon={<AddIcon />}
          onClick={() => setOpen('new')}
        >
          {t('document.factors.add')}
        </Button>
      )}
    </DocumentPart>
  );
}
