import { useStoredSetting } from '../../data/useStoredSetting';
import { useTexts } from '../../texts/useTexts';
import { useUndoToast } from '../feedback/useUndoToast';
import {
  MAX_VIEWS,
  findView,
  putView,
  readViews,
  removeView,
} from './savedViews';
import type { SavedView } from './savedViews';

/** The user's saved views of a list, sorted by name. The functions reject if saving fails. */
export interface SavedViews {
  views: SavedView[];
  save: (view: SavedView) => Promise<void>;
  rename: (view: SavedView, name: string) => Promise<void>;
  /** Deletes the view, and offers to undo it. */
  remove: (view: SavedView) => Promise<void>;
}

/**
 * Reads and changes the user's saved views.
 *
 * @param list - name of the list in the user's settings
 */
export function useSavedViews(list: string): SavedViews {
  const [stored, store] = useStoredSetting(`views.${list}`);
  const { t } = useTexts();
  const offerUndo = useUndoToast();
  const views = readViews(stored);

  const change = (changed: (current: SavedView[]) => SavedView[]) =>
    store(current =>
      changed(readViews(current)).map(({ name, search }) => ({ name, search })),
    );
  // Checked again when saving: another tab may have taken the name or reached the limit since.
  const isFull = (current: SavedView[]) => current.length >= MAX_VIEWS;

  return {
    views,
    save: view =>
      change(current =>
        isFull(current) && !findView(current, view.name)
          ? current
          : putView(current, view),
      ),
    rename: (view, name) =>
      change(current =>
        putView(removeView(current, view.name), { ...view, name }),
      ),
    remove: async view => {
      await change(current => removeView(current, view.name));
      offerUndo({
        title: t('views.deleted', { name: view.name }),
        undo: () =>
          change(current =>
            isFull(current) || findView(current, view.name)
              ? current
              : putView(current, view),
          ),
      });
    },
  };
}
