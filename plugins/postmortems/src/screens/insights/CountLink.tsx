import { useLocale } from '../../texts/useLocale';
import { Link } from '../../ui/navigation/Link';

/** A count, linked to its list unless it is zero or has none. */
export function CountLink(props: { value: number; to?: string }) {
  const { value, to } = props;
  const locale = useLocale();
  const text = value.toLocaleString(locale);
  return value === 0 || !to ? <>{text}</> : <Link to={to}>{text}</Link>;
}
