import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

export function CopyButton(props: { text: string; label: string }) {
  const { text, label } = props;
  const { t } = useTexts();
  const [copied, copy] = useCopyToClipboard();
  const isCopied = copied.value === text && !copied.error;
  return (
    <Button size="small" aria-label={label} onClick={() => copy(text)}>
      <span role="status">{t(isCopied ? 'drafts.copied' : 'drafts.copy')}</span>
    </Button>
  );
}
