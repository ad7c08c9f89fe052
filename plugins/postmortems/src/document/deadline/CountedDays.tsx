import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { DateTime } from 'luxon';
import type { CountedDay, Deadline } from 'backstage-plugin-postmortems-common';
import { useLocale } from '../../texts/useLocale';
import { useTexts } from '../../texts/useTexts';
import { SubtleText } from '../../ui/layout/SubtleText';
import { subtleColor } from '../../ui/layout/subtleColor';

const useStyles = makeStyles(theme => ({
  root: {
    maxHeight: '22rem',
    marginTop: theme.spacing(1.5),
    maxWidth: '40rem',
  },
  skipped: { color: subtleColor(theme) },
  zone: { marginTop: theme.spacing(1) },
}));

/** The days from the resolution to the deadline, with the reason why each did or didn't count. */
export function CountedDays(props: { deadline: Deadline }) {
  const { days, timeZone, countedFrom } = props.deadline.explanation;
  const classes = useStyles();
  const { t } = useTexts();
  const locale = useLocale();

  let counted = 0;
  return (
    <>
      <div className={classes.zone}>
        <SubtleText variant="caption">
          {t('document.deadline.countedFrom', {
            time: DateTime.fromISO(countedFrom, {
              zone: timeZone,
            }).toLocaleString(DateTime.DATETIME_MED_WITH_WEEKDAY, { locale }),
            zone: timeZone,
          })}
        </SubtleText>
      </div>
      {days.length > 0 && (
        <TableContainer className={classes.root}>
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>{t('document.deadline.day')}</TableCell>
                <TableCell>{t('document.deadline.counts')}</TableCell>
                <TableCell>{t('document.deadline.reason')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {days.map(day => {
                if (day.counts) counted++;
                return (
                  <TableRow key={day.date}>
                    <TableCell>
                      {DateTime.fromISO(day.date).toLocaleString(
                        DateTime.DATE_MED_WITH_WEEKDAY,
                        { locale },
                      )}
                    </TableCell>
                    <TableCell
                      className={day.counts ? undefined : classes.skipped}
                    >
                      {day.counts
                        ? t('document.deadline.countedDay', {
                            value: String(counted),
                          })
                        : t('document.deadline.skippedDay')}
                    </TableCell>
                    <TableCell>
                      <Reason day={day} />
                    </TableCell>
                  </TableRow>
                );
              })}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </>
  );
}

function Reason(props: { day: CountedDay }) {
  const { reason, holiday } = props.day;
  const { t } = useTexts();
  return reason === 'holiday' && holiday ? (
    <>{t('document.deadline.holidayNamed', { holiday })}</>
  ) : (
    <>{t(`document.deadline.reasons.${reason}`)}</>
  );
}
