import type { ActionItemKind } from 'backstage-plugin-postmortems-common';
import { useTexts } from '../../../../texts/useTexts';
import { Hint } from '../../../../ui/feedback/Hint';

export function KindLabel(props: { kind: ActionItemKind }) {
  const { kind } = props;
  const { t } = useTexts();
  return (
    <Hint title={t(`actionItem.kindHint.${kind}`)}>
      {t(`actionItem.kind.${kind}`)}
    </Hint>
  );
}
