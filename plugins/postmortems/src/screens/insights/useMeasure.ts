import { durationKindSchema } from 'backstage-plugin-postmortems-common';
import type { DurationKind } from 'backstage-plugin-postmortems-common';
import { useSearchParams } from '../../ui/navigation/location';

const PARAMETER = 'measure';
const DEFAULT: DurationKind = 'mitigate';

/** The response time to show, from the URL. */
export function useMeasure(): [
  measure: DurationKind,
  choose: (measure: DurationKind) => void,
] {
  const [search, setSearch] = useSearchParams();
  const found = durationKindSchema.safeParse(search.get(PARAMETER));
  return [
    found.success ? found.data : DEFAULT,
    measure =>
      setSearch(current => {
        const next = new URLSearchParams(current);
        next.set(PARAMETER, measure);
        return next;
      }),
  ];
}
