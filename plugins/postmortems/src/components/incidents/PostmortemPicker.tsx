/*
 * Copyright 2026 The Postmortems Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useEffect, useState } from 'react';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useApi } from '@backstage/core-plugin-api';
import type { PostmortemSummary } from 'backstage-plugin-postmortems-common';
import { postmortemsApiRef } from '../../api';
import { useTexts } from '../../translation';
import { focusOnMount } from '../document/fields/focusOnMount';
import { FormField } from '../document/fields/FormField';

const TYPING_PAUSE = 250;
const MOST_HITS = 20;

interface Hits {
  postmortems: PostmortemSummary[];
  loading: boolean;
  failed: boolean;
}

/** Chooses one postmortem by its id or words of its title; without a term, of the latest. */
export function PostmortemPicker(props: {
  label: string;
  helperText: string;
  value: PostmortemSummary | undefined;
  onChange: (value: PostmortemSummary | undefined) => void;
  /** One that is not to be chosen. */
  except?: string;
}) {
  const { value, except } = props;
  const { t } = useTexts();
  const [term, setTerm] = useState('');
  const hits = useHits(value ? '' : term);

  return (
    <Autocomplete
      value={value ?? null}
      onChange={(_, chosen) => props.onChange(chosen ?? undefined)}
      inputValue={term}
      onInputChange={(_, input) => setTerm(input)}
      options={hits.postmortems.filter(({ id }) => id !== except)}
      // The backend has searched already.
      filterOptions={postmortems => postmortems}
      getOptionLabel={({ id, title }) => `${id} ${title}`}
      getOptionSelected={(option, chosen) => option.id === chosen.id}
      loading={hits.loading}
      openText={t('fields.openOptions')}
      closeText={t('fields.closeOptions')}
      clearText={t('fields.clear')}
      loadingText={t('fields.searching')}
      noOptionsText={
        hits.failed ? t('unstarted.cover.failed') : t('fields.nothingFound')
      }
      renderInput={params => (
        <FormField
          {...params}
          label={props.label}
          helperText={props.helperText}
          inputRef={focusOnMount}
        />
      )}
    />
  );
}

function useHits(term: string): Hits {
  const api = useApi(postmortemsApiRef);
  const [hits, setHits] = useState<Hits>({
    postmortems: [],
    loading: true,
    failed: false,
  });

  useEffect(() => {
    let current = true;
    setHits(before => ({ ...before, loading: true }));
    const timer = setTimeout(
      () => {
        const query = {
          ...(term && { q: term }),
          limit: MOST_HITS,
          totalItems: 'exclude' as const,
        };
        api
          .listPostmortems({ query })
          .then(
            ({ items }) => ({
              postmortems: items,
              loading: false,
              failed: false,
            }),
            () => ({ postmortems: [], loading: false, failed: true }),
          )
          .then(result => current && setHits(result));
      },
      term ? TYPING_PAUSE : 0,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, term]);

  return hits;
}
