import { Fragment } from 'react';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../texts/useTexts';
import { Hint } from '../feedback/Hint';
import { linkTo } from '../filters/filter';
import { Link } from '../navigation/Link';
import { useRouteRef } from '../navigation/useRouteRef';

/** Labels, each linked to the postmortems that have it. Shows the first few, the rest on hover. */
export function Labels(props: { labels: string[]; max: number }) {
  const { labels, max } = props;
  const { t } = useTexts();
  const root = useRouteRef(rootRouteRef)();
  const rest = labels.slice(max);

  return (
    <>
      {labels.slice(0, max).map((label, index) => (
        <Fragment key={label}>
          {index > 0 && ', '}
          <Link to={linkTo(`${root}/all`, { label: [label] })}>{label}</Link>
        </Fragment>
      ))}
      {rest.length > 0 && (
        <>
          {' '}
          <Hint title={rest.join(', ')}>
            {t('entities.more', { value: String(rest.length) })}
          </Hint>
        </>
      )}
    </>
  );
}
