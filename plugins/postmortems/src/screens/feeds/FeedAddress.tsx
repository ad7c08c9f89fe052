import { useState } from 'react';
import Alert from '@material-ui/lab/Alert';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../../ui/controls/Button';
import { FormField } from '../../ui/fields/FormField';

/** The address of a new feed, which can't be shown again. */
export function FeedAddress(props: { url: string }) {
  const { url } = props;
  const { t } = useTexts();
  const [isCopied, setCopied] = useState(false);
  const [error, setError] = useState<string>();

  async function copy() {
    try {
      await navigator.clipboard.writeText(url);
      setCopied(true);
      setError(undefined);
    } catch (failure) {
      setError(t('feeds.copyFailed', { message: errorText(failure as Error) }));
    }
  }

  return (
    <>
      <Alert severity="warning">{t('feeds.secret')}</Alert>
      <FormField
        label={t('feeds.address')}
        value={url}
        error={error}
        inputProps={{ readOnly: true, spellCheck: false }}
        onFocus={event => event.target.select()}
      />
      {/* The clipboard API requires HTTPS. Without it, users can copy from the field. */}
      {navigator.clipboard && (
        <div>
          <Button color="primary" variant="contained" onClick={copy}>
            {t(isCopied ? 'feeds.copied' : 'feeds.copy')}
          </Button>
        </div>
      )}
    </>
  );
}
