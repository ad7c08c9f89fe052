import {
  autocompletion,
  closeCompletion,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import type {
  Completion,
  CompletionContext,
  CompletionSource,
} from '@codemirror/autocomplete';
import { Prec } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { EditorView } from '@codemirror/view';
import type { Referable, ReferenceLookup } from './ReferenceLookup';

/** `@` and the beginning of a name or reference, but not in an email address. */
const ENTITY = /(?<![\w@./-])@[\w:./-]*$/;
/** `PM-` and a number or the beginning of a title. */
const POSTMORTEM = /(?<![\w/-])PM-[\p{L}\p{N}]*$/u;
/** An id and the beginning of an action item's number. */
const ACTION_ITEM = /(?<![\w/-])(PM-\d+)\/A?\d*$/;

/**
 * Escape closes suggestions. CodeMirror's own command also takes Escape while it only looks for
 * some, so that the editor would not close right after typing.
 */
const KEYS = completionKeymap.map(binding =>
  binding.key === 'Escape'
    ? {
        ...binding,
        run: (view: EditorView) => {
          const isShown = completionStatus(view.state) === 'active';
          closeCompletion(view);
          return isShown;
        },
      }
    : binding,
);

/** Completes references to entities, postmortems and action items while typing. */
export function completeReferences(lookup: ReferenceLookup): Extension {
  return [
    autocompletion({
      override: [sourceOf(lookup)],
      icons: false,
      defaultKeymap: false,
    }),
    Prec.highest(keymap.of(KEYS)),
  ];
}

function sourceOf(lookup: ReferenceLookup): CompletionSource {
  return async context => {
    const found = search(lookup, context);
    if (!found) return null;
    // Without the catalog or the backend, writing goes on without suggestions.
    const options = await found.options.catch(() => []);
    if (context.aborted || options.length === 0) return null;
    return { from: found.from, options, filter: false };
  };
}

/** Starts the search for what is before the cursor. */
function search(
  lookup: ReferenceLookup,
  context: CompletionContext,
): { from: number; options: Promise<Completion[]> } | undefined {
  const aborter = new AbortController();
  context.addEventListener('abort', () => aborter.abort());
  const { signal } = aborter;

  const entity = context.matchBefore(ENTITY);
  if (entity) {
    const term = entity.text.slice(1).split(/[:/]/).pop() ?? '';
    return {
      from: entity.from,
      options: lookup.entities(term, signal).then(all => all.map(toEntity)),
    };
  }
  const actionItem = context.matchBefore(ACTION_ITEM);
  if (actionItem) {
    const [id, number] = actionItem.text.split('/');
    return {
      from: actionItem.from,
      options: lookup
        .actionItems(id, signal)
        .then(all =>
          all
            .filter(item => item.id.startsWith(`${id}/${number || 'A'}`))
            .map(toOption),
        ),
    };
  }
  const postmortem = context.matchBefore(POSTMORTEM);
  if (!postmortem) return undefined;
  const term = postmortem.text.slice('PM-'.length);
  return {
    from: postmortem.from,
    options: lookup
      .postmortems(/^\d+$/.test(term) ? postmortem.text : term, signal)
      .then(all => all.map(toOption)),
  };
}

function toEntity({ id, title }: Referable): Completion {
  const detail = id.startsWith('user:') ? id.slice(id.indexOf('/') + 1) : id;
  return { label: title, detail, apply: `@${id}` };
}

function toOption({ id, title }: Referable): Completion {
  return { label: id, detail: title, apply: id };
}
