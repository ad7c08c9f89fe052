import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
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
