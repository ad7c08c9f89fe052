import { DateTime, Settings } from 'luxon';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { dueColumn } from '../csv/columns';
import { endOfDate, toDate } from '../fields/localTime';
import { DateLabel } from './DateLabel';
import { easternmost } from './zones';

const ZONES = [
  'America/Los_Angeles',
  'America/New_York',
  'UTC',
  'Europe/Berlin',
  'Asia/Tokyo',
  'Pacific/Auckland',
];
/** Includes days on which clocks change, and days that end the year. */
const DAYS = [
  '2026-01-01',
  '2026-03-08',
  '2026-03-25',
  '2026-03-29',
  '2026-10-25',
  '2026-12-31',
];

afterEach(() => {
  Settings.defaultZone = 'system';
});

it('keeps the day of a due date, whatever the zone of the viewer', () => {
  const csv = dueColumn<{ dueAt?: string; timeZone: string }>(
    'dueAt',
    row => row.dueAt,
    row => row.timeZone,
  );
  for (const viewer of ZONES) {
    Settings.defaultZone = viewer;
    for (const timeZone of ZONES) {
      for (const day of DAYS) {
        const dueAt = endOfDate(day, timeZone);
        expect(toDate(dueAt, timeZone)).toBe(day);
        expect(csv.value({ dueAt, timeZone })).toMatch(
          new RegExp(`^${day}T23:59:59`),
        );
      }
    }
  }
});

it('finds one time for a day in several zones', () => {
  for (const day of DAYS) {
    const dueAt = endOfDate(day, easternmost(ZONES));
    expect(ZONES.map(zone => toDate(dueAt, zone))).toEqual(
      ZONES.map(() => day),
    );
  }
});

it('names the same day to a viewer elsewhere, with its place', async () => {
  Settings.defaultZone = 'America/Los_Angeles';
  const value = DateTime.fromISO('2026-03-25', { zone: 'Europe/Berlin' })
    .endOf('day')
    .toUTC()
    .toISO()!;
  render(<DateLabel value={value} zone="Europe/Berlin" />);
  const label = screen.getByText(/^Mar 25(, 2026)? \(Berlin\)$/);
  await userEvent.hover(label);
  const tooltip = await screen.findByRole('tooltip');
  expect(tooltip).toHaveTextContent(/Wed, Mar 25, 2026, 11:59 PM/);
});
