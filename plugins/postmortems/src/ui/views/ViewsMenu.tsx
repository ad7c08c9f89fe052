import { useState } from 'react';
import ArrowDropDownIcon from '@material-ui/icons/ArrowDropDown';
import BookmarkIcon from '@material-ui/icons/BookmarkBorder';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { PopoverButton } from '../controls/PopoverButton';
import { SubtleText } from '../layout/SubtleText';
import { ViewNameDialog } from './ViewNameDialog';
import { ViewRow } from './ViewRow';
import { MAX_VIEWS, findView } from './savedViews';
import type { SavedView } from './savedViews';
import { useSavedViews } from './useSavedViews';

const useStyles = makeStyles(theme => ({
  button: { maxWidth: 280, whiteSpace: 'nowrap' },
  current: { overflow: 'hidden', textOverflow: 'ellipsis' },
  list: {
    margin: theme.spacing(0, 0, 1),
    padding: 0,
    listStyle: 'none',
    minWidth: 260,
  },
}));

/**
 * Menu of the user's saved views, with an action to save the current one. A view is applied by its
 * URL, so it can be shared.
 *
 * @param props - `list`: name of the list in the user's settings; `current`: the list's current
 *   filters, order and columns, as URL parameters
 */
export function ViewsMenu(props: { list: string; current: string }) {
  const { list, current } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const saved = useSavedViews(list);
  const { views, save, rename } = saved;
  const [naming, setNaming] = useState<'new' | SavedView>();
  const [problem, setProblem] = useState<string>();
  const remove = (view: SavedView) =>
    saved
      .remove(view)
      .catch(error =>
        setProblem(t('views.failed', { message: errorText(error) })),
      );
  const applied = views.find(({ search }) => search === current);
  const isFull = views.length >= MAX_VIEWS;

  return (
    <>
      <PopoverButton
        name={t('views.title')}
        label={
          <span className={classes.current}>
            {applied
              ? t('views.current', { name: applied.name })
              : t('views.title')}
          </span>
        }
        look={{
          className: classes.button,
          startIcon: <BookmarkIcon />,
          endIcon: <ArrowDropDownIcon />,
        }}
      >
        {close => (
          <>
            {views.length === 0 && <SubtleText>{t('views.none')}</SubtleText>}
            <ul className={classes.list}>
              {views.map(view => (
                <ViewRow
                  key={view.name}
                  view={view}
                  isCurrent={view === applied}
                  onApply={close}
                  onRename={() => {
                    close();
                    setNaming(view);
                  }}
                  onRemove={() => remove(view)}
                  onError={setProblem}
                />
              ))}
            </ul>
            <Button
              size="small"
              color="primary"
              disabled={isFull}
              onClick={() => {
                close();
                setNaming('new');
              }}
            >
              {t('views.save')}
            </Button>
            {isFull && (
              <SubtleText variant="caption">
                {t('views.full', { max: String(MAX_VIEWS) })}
              </SubtleText>
            )}
            {problem && (
              <Alert severity="error" onClose={() => setProblem(undefined)}>
                {problem}
              </Alert>
            )}
          </>
        )}
      </PopoverButton>
      {naming === 'new' && (
        <ViewNameDialog
          title={t('views.save')}
          confirm={t('document.dialog.save')}
          conflict={name => {
            const same = findView(views, name);
            return same
              ? { help: t('views.replaces', { name: same.name }) }
              : {};
          }}
          onConfirm={name => save({ name, search: current })}
          onClose={() => setNaming(undefined)}
        />
      )}
      {naming && naming !== 'new' && (
        <ViewNameDialog
          title={t('views.renameOf', { name: naming.name })}
          confirm={t('views.rename')}
          initial={naming.name}
          conflict={name => {
            const same = findView(views, name);
            return same && same.name !== naming.name
              ? { error: t('views.taken', { name: same.name }) }
              : {};
          }}
          onConfirm={name => rename(naming, name)}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}
