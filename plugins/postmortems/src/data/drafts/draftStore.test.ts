import {
  draftAt,
  draftsOf,
  keepDraft,
  onDraftsChange,
  removeDraft,
  setAuthor,
  setOpen,
} from './draftStore';

const key = { postmortemId: 'PM-42', part: 'summary', writer: 'a' };

function textsOf(postmortemId = 'PM-42') {
  return draftsOf(postmortemId).map(({ text }) => text);
}

/** Simulates another tab that writes to the storage, with the event that this tab gets. */
function inOtherTab(address: string, value: string | null) {
  if (value === null) window.localStorage.removeItem(address);
  else window.localStorage.setItem(address, value);
  window.dispatchEvent(
    new StorageEvent('storage', { key: address, newValue: value }),
  );
}

beforeEach(() => {
  window.localStorage.clear();
  setAuthor('user:default/guest');
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

describe('drafts', () => {
  it('are removed only if they equal what was confirmed', () => {
    keepDraft(key, { value: 'Older', text: 'Older' });
    keepDraft(key, { value: 'Newer', text: 'Newer' });
    removeDraft(key, 'Older');
    expect(draftAt(key)).toMatchObject({ value: 'Newer' });
    removeDraft(key, 'Newer');
    expect(draftAt(key)).toBeUndefined();

    const values = { title: 'One replica', description: '' };
    keepDraft(key, { value: values, text: values.title });
    removeDraft(key, { ...values, description: 'Of two' });
    expect(textsOf()).toEqual(['One replica']);
    removeDraft(key, { ...values });
    expect(textsOf()).toEqual([]);
  });

  it('of one writer are not overwritten by another', () => {
    keepDraft(key, { value: 'Mine', text: 'Mine' });
    keepDraft({ ...key, writer: 'b' }, { value: 'Also', text: 'Also' });
    keepDraft({ ...key, postmortemId: 'PM-4' }, { value: 'No', text: 'No' });
    expect(textsOf().sort()).toEqual(['Also', 'Mine']);
    removeDraft({ ...key, writer: 'b' }, 'Mine');
    expect(textsOf().sort()).toEqual(['Also', 'Mine']);
  });

  it('of other people are hidden and kept', () => {
    setAuthor('user:default/grace');
    keepDraft(key, { value: 'Hers', text: 'Hers' });
    setAuthor('user:default/guest');
    expect(textsOf()).toEqual([]);
    setAuthor('user:default/grace');
    expect(textsOf()).toEqual(['Hers']);
  });

  it('of earlier releases are found and removed', () => {
    window.localStorage.setItem(
      'postmortems/draft/PM-42/summary',
      JSON.stringify({
        markdown: 'From before',
        base: { markdown: 'Base', revision: 3 },
        at: '2026-03-12T12:00:00Z',
      }),
    );
    window.localStorage.setItem('postmortems/draft/PM-42/impact', '{broken');
    const [draft] = draftsOf('PM-42');
    expect(draft).toMatchObject({
      part: 'summary',
      value: 'From before',
      text: 'From before',
      base: { markdown: 'Base', revision: 3 },
    });
    removeDraft(draft, 'From before');
    expect(textsOf()).toEqual([]);
  });

  it('are kept in memory if the storage is unavailable', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('Full', 'QuotaExceededError');
    });
    keepDraft(key, { value: 'Long', text: 'Long' });
    expect(textsOf()).toEqual(['Long']);
    removeDraft(key, 'Long');
    expect(textsOf()).toEqual([]);
  });

  it('are announced when other tabs pause typing, and immediately when removed', () => {
    jest.useFakeTimers();
    const listener = jest.fn();
    const stop = onDraftsChange(listener);
    const address = 'postmortems/draft/PM-42/summary#b';
    inOtherTab(address, '{}');
    jest.advanceTimersByTime(9_000);
    inOtherTab(address, '{ }');
    jest.advanceTimersByTime(9_000);
    expect(listener).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1_000);
    expect(listener).toHaveBeenCalledTimes(1);
    inOtherTab(address, null);
    expect(listener).toHaveBeenCalledTimes(2);
    inOtherTab('theme', 'dark');
    jest.runAllTimers();
    expect(listener).toHaveBeenCalledTimes(2);
    stop();
  });

  it('are not announced while their editor is open', () => {
    const listener = jest.fn();
    const stop = onDraftsChange(listener);
    const close = setOpen(key, true);
    keepDraft(key, { value: 'Typing', text: 'Typing' });
    expect(listener).not.toHaveBeenCalled();
    expect(textsOf()).toEqual([]);
    close();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(textsOf()).toEqual(['Typing']);
    stop();
  });
});
