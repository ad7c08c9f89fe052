import { useTimeWords } from './useTimeWords';

/** The time between two dates, such as `2 h 14 min`. */
export function Duration(props: { from: string; to: string }) {
  const words = useTimeWords();
  return <>{words.exactly(Date.parse(props.to) - Date.parse(props.from))}</>;
}
