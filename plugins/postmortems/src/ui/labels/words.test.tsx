import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime, Settings } from 'luxon';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { postmortemsApiRef } from '../../data/postmortemsApiRef';
import { rootRouteRef } from '../../routes';
import { createFakePostmortemsApi } from '../../testing/fakePostmortemsApi';
import { aPolicy } from '../../testing/fixtures';
import { Duration } from '../dates/Duration';
import { RelativeTime } from '../dates/RelativeTime';
import { PolicyInWords } from '../deadline/PolicyInWords';
import { EntityRefs } from './EntityRefs';
import { OwnerLabel } from './OwnerLabel';
import { SeverityChip } from './SeverityChip';

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/postmortems': rootRouteRef,
};

function render(element: JSX.Element, api = createFakePostmortemsApi()) {
  return renderInTestApp(element, {
    apis: [[postmortemsApiRef, api]],
    mountedRoutes,
  });
}

/**
 * Moves focus to the next element and hovers it, because jsdom lacks `:focus-visible`, on which
 * focus alone depends.
 */
async function focusAndHover() {
  await userEvent.tab();
  expect(document.activeElement).not.toBe(document.body);
  await userEvent.hover(document.activeElement!);
}

describe('SeverityChip', () => {
  it('shows one severity', async () => {
    render(<SeverityChip governing="SEV-2" final="SEV-2" />);
    expect(await screen.findByText('SEV-2')).toBeInTheDocument();
    expect(screen.queryByText('↓')).not.toBeInTheDocument();
  });

  it('shows on focus that the severity was lowered', async () => {
    const { container } = render(
      <SeverityChip governing="SEV-1" final="SEV-3" />,
    );
    await screen.findByText('SEV-1');
    expect(container).toHaveTextContent('SEV-1↓ lowered to SEV-3');

    await focusAndHover();
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'The severity was lowered to SEV-3. The deadline still follows SEV-1',
    );
  });

  it('shows a severity that is no longer configured', async () => {
    render(<SeverityChip governing="Sev0" />);
    expect(await screen.findByText('Sev0')).toBeInTheDocument();
  });
});

describe('RelativeTime', () => {
  const zone = Settings.defaultZone;
  afterEach(() => {
    Settings.defaultZone = zone;
  });

  it.each([
    [{ days: -3, minutes: -1 }, '3 d ago'],
    [{ days: -400 }, '1 y ago'],
    [{ hours: 2, minutes: 1 }, 'in 2 h'],
    [{ seconds: -20 }, 'just now'],
  ])('says how long from now %j is', async (offset, words) => {
    render(<RelativeTime value={DateTime.utc().plus(offset).toISO()} />);
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it("shows the exact time in the viewer's zone and UTC on focus", async () => {
    Settings.defaultZone = 'Asia/Tokyo';
    render(<RelativeTime value="2026-03-12T20:14:00Z" />);
    await screen.findByText(/ago|in/);

    await focusAndHover();
    const tooltip = await screen.findByRole('tooltip');
    expect(tooltip).toHaveTextContent('Fri, Mar 13, 2026, 5:14 AM');
    expect(tooltip).toHaveTextContent('Thu, Mar 12, 2026, 8:14 PM UTC');
  });
});

describe('Duration', () => {
  it.each([
    ['2026-03-12T11:28:00Z', '2 h 14 min'],
    ['2026-03-12T09:14:20Z', 'less than 1 min'],
  ])('until %s is %s', async (to, words) => {
    render(
      <p>
        <Duration from="2026-03-12T09:14:00Z" to={to} />
      </p>,
    );
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});

describe('OwnerLabel', () => {
  it('shows a missing owner with an action', async () => {
    render(
      <OwnerLabel postmortem={{}} action={<button>Assign owner</button>} />,
    );
    expect(await screen.findByText('No owner')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Assign owner' })).toBeVisible();
  });

  it('links to the owner and shows the acknowledgement', async () => {
    render(
      <OwnerLabel
        postmortem={{
          ownerRef: 'user:default/ana',
          ownerAcknowledgedAt: '2026-03-12T12:00:00Z',
        }}
      />,
    );
    expect(await screen.findByRole('link', { name: 'ana' })).toHaveAttribute(
      'href',
      '/catalog/default/user/ana',
    );
    expect(screen.getByText('Acknowledged by the owner')).toBeInTheDocument();
  });
});

describe('OwnerLabel in a list', () => {
  it.each([
    ['all', '/postmortems/all?ownerRef=group%3Adefault%2Fedge'],
    [
      'action-items',
      '/postmortems/action-items?ownerRef=group%3Adefault%2Fedge',
    ],
  ] as const)('links to everything they own in %s', async (list, href) => {
    render(
      <OwnerLabel
        postmortem={{ ownerRef: 'group:default/edge' }}
        list={list}
      />,
    );
    expect(await screen.findByRole('link', { name: /edge/ })).toHaveAttribute(
      'href',
      href,
    );
  });
});

describe('EntityRefs', () => {
  it('shows the first names and the others on focus', async () => {
    render(
      <EntityRefs
        max={1}
        entityRefs={[
          'component:default/a',
          'component:default/b',
          'api:default/c',
        ]}
      />,
    );
    expect(await screen.findByRole('link', { name: 'a' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'b' })).not.toBeInTheDocument();

    await userEvent.tab();
    await focusAndHover();
    expect(await screen.findByRole('tooltip')).toHaveTextContent('b, c');
  });
});

describe('policy', () => {
  it('is described in a sentence and requested once', async () => {
    const api = createFakePostmortemsApi({
      policy: aPolicy({
        rules: [
          { severity: 'SEV-1', due: { hours: 36 } },
          { severity: 'SEV-2', due: { calendarDays: 1 } },
          { severity: 'SEV-3', due: { businessDays: 5 } },
        ],
      }),
    });
    const getPolicy = jest.spyOn(api, 'getPolicy');
    render(
      <>
        <SeverityChip governing="SEV-1" />
        <SeverityChip governing="SEV-2" />
        <p>
          <PolicyInWords />
        </p>
      </>,
      api,
    );
    expect(
      await screen.findByText(
        'Postmortems are due within 36 hours for SEV-1, within 1 day for SEV-2, within 5 business days for SEV-3.',
      ),
    ).toBeInTheDocument();
    expect(getPolicy).toHaveBeenCalledTimes(1);
  });

  it('is requested again after a failure', async () => {
    const getPolicy = jest
      .fn(async () => aPolicy({ rules: [] }))
      .mockRejectedValueOnce(new Error('offline'));
    const api = createFakePostmortemsApi({ getPolicy });

    const first = render(<SeverityChip governing="SEV-1" />, api);
    await screen.findByText('SEV-1');
    first.unmount();
    render(<PolicyInWords />, api);
    expect(
      await screen.findByText(
        "The policy doesn't currently require postmortems.",
      ),
    ).toBeInTheDocument();
    expect(getPolicy).toHaveBeenCalledTimes(2);
  });
});
