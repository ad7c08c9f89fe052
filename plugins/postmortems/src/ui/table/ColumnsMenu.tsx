import Alert from '@material-ui/lab/Alert';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { errorText } from '../../data/errors';
import { useTexts } from '../../texts/useTexts';
import { Button } from '../controls/Button';
import { PopoverButton } from '../controls/PopoverButton';
import { OptionList } from '../filters/OptionList';
import { SubtleText } from '../layout/SubtleText';
import type { ColumnChoice } from './useColumnChoice';

/** Chooses the columns of a list. The title is always shown. */
export function ColumnsMenu<N extends string>(props: {
  choice: ColumnChoice<N>;
  label: (name: N) => string;
}) {
  const { choice, label } = props;
  const { offered, chosen, fitting, choose } = choice;
  const { t } = useTexts();

  return (
    <PopoverButton
      name={t('columns.label')}
      label={t('columns.label')}
      look={{ startIcon: <ViewColumnIcon /> }}
    >
      {() => (
        <>
          <OptionList
            options={offered.map(name => ({
              value: name,
              label:
                chosen.includes(name) && fitting && !fitting.includes(name) ? (
                  <>
                    {label(name)}{' '}
                    <SubtleText component="span" variant="caption">
                      {t('columns.noRoom')}
                    </SubtleText>
                  </>
                ) : (
                  label(name)
                ),
            }))}
            selected={[...chosen]}
            onChange={names => {
              for (const name of offered) {
                const isShown = names.includes(name);
                if (isShown !== chosen.includes(name)) choose(name, isShown);
              }
            }}
          />
          <Button size="small" onClick={choice.reset}>
            {t('columns.reset')}
          </Button>
          {choice.error && (
            <Alert severity="error">
              {t('columns.failed', { message: errorText(choice.error) })}
            </Alert>
          )}
        </>
      )}
    </PopoverButton>
  );
}
