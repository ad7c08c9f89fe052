import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { rootRouteRef } from '../../routes';
import { splitReferences } from './linkReferences';
import { Markdown } from './Markdown';

function render(...texts: string[]) {
  return renderInTestApp(
    <>
      {texts.map((markdown, index) => (
        <section key={index} aria-label={`Text ${index}`}>
          <Markdown markdown={markdown} headingLevel={2} />
        </section>
      ))}
    </>,
    {
      mountedRoutes: {
        '/postmortems': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

it('links footnotes within their own text', async () => {
  const text = 'Said[^1] and[^note].\n\n[^1]: First\n[^note]: Second';
  render(text, text);
  await screen.findAllByText(/First/);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);

  for (const name of ['Text 0', 'Text 1']) {
    const region = screen.getByRole('region', { name });
    const links = within(region).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      '1',
      '2',
      '↩',
      '↩',
    ]);
    const targets = links.map(link =>
      document.getElementById(link.getAttribute('href')!.slice(1)),
    );
    targets.forEach(target => expect(region).toContainElement(target));
    expect(targets.map(target => target?.textContent?.trim())).toEqual([
      'First ↩',
      'Second ↩',
      '1',
      '2',
    ]);
  }
});

it('keeps single line breaks, and shows a checkbox instead of a bullet', async () => {
  await render('One\ntwo\n\n- [x] done\n- [ ] open');
  const paragraph = await screen.findByText(/One/);
  expect(paragraph.querySelectorAll('br')).toHaveLength(1);
  const items = screen.getAllByRole('listitem');
  expect(items).toHaveLength(2);
  for (const item of items) {
    expect(within(item).getByRole('checkbox')).toBeDisabled();
    expect(getComputedStyle(item).listStyle).toBe('none');
  }
});

it('drops what could run, and ids that could take the place of others', async () => {
  await render(
    'Text <a id="timeline" href="javascript:alert(1)" onclick="alert(1)">x</a> <script>alert(1)</script><b id="review">y</b>',
  );
  const text = await screen.findByText(/Text/);
  expect(text.querySelector('script')).toBeNull();
  expect(text.innerHTML).not.toMatch(/javascript|onclick/);
  expect(document.getElementById('review')).toBeNull();
  expect(document.getElementById('timeline')).toBeNull();
});

it('links to headings of the text, and to anchors of the page', async () => {
  await render('# The timeline\n\n[here](#the-timeline), [there](#timeline)');
  const heading = await screen.findByRole('heading');
  expect(screen.getByRole('link', { name: 'here' })).toHaveAttribute(
    'href',
    `#${heading.id}`,
  );
  expect(heading.id).toMatch(/^text.*-the-timeline$/);
  expect(screen.getByRole('link', { name: 'there' })).toHaveAttribute(
    'href',
    '#timeline',
  );
});

it('links postmortems, action items and entities, but not in code or links', async () => {
  await render(
    'As in PM-12 and PM-12/A3, says @user:default/priya.raman. `PM-1`, [PM-2](https://example.com/2)',
  );
  await screen.findByText(/As in/);
  const links = screen
    .getAllByRole('link')
    .map(link => [link.textContent, link.getAttribute('href')]);
  expect(links).toEqual([
    ['PM-12', '/postmortems/PM-12'],
    ['PM-12/A3', '/postmortems/PM-12#A3'],
    ['priya.raman', '/catalog/default/user/priya.raman'],
    [expect.stringContaining('PM-2'), 'https://example.com/2'],
  ]);
});

it('lets nobody write the attributes of references', async () => {
  await render('Text <a data-entity="user:default/root" href="/x">y</a>');
  const text = await screen.findByText(/Text/);
  expect(within(text).getByRole('link', { name: 'y' })).toHaveAttribute(
    'href',
    '/x',
  );
});

it.each([
  ['PM-1,PM-2', ['PM-1', 'PM-2']],
  ['(PM-10/A2).', ['PM-10/A2']],
  ['APM-1, PM-01, PM-1a, /PM-1, x@user:default/a, PM-1-2', []],
  ['@User:Default/Grace.', ['user:default/grace']],
  ['@component:default/dns, @default/dns, @dns', ['component:default/dns']],
])('finds the references in "%s"', (text, expected) => {
  const parts = splitReferences(text);
  expect(
    parts.map(part => (typeof part === 'string' ? part : part.text)).join(''),
  ).toBe(text);
  expect(
    parts.flatMap(part =>
      typeof part === 'string' ? [] : [part.entity ?? part.text],
    ),
  ).toEqual(expected);
});
