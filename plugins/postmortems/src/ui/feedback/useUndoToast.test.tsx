import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { coreApis } from '@backstage/frontend-plugin-api';
import type { ToastApiMessage } from '@backstage/frontend-plugin-api';
import { useUndoToast } from './useUndoToast';

function Changer(props: { undo: () => Promise<unknown> }) {
  const offerUndo = useUndoToast();
  return (
    <button onClick={() => offerUndo({ title: 'A1: Done', undo: props.undo })}>
      Change
    </button>
  );
}

const close = jest.fn();
const posted: ToastApiMessage[] = [];
let show: (content: ReactNode) => void = () => {};

function Toasts() {
  const [content, setContent] = useState<ReactNode>();
  show = setContent;
  return <>{content}</>;
}

function render(undo: () => Promise<unknown>) {
  posted.length = 0;
  close.mockReset();
  renderInTestApp(
    <>
      <Changer undo={undo} />
      <Toasts />
    </>,
    {
      apis: [
        [
          coreApis.toast,
          {
            post: (toast: ToastApiMessage) => {
              posted.push(toast);
              show(toast.description);
              return { close };
            },
          },
        ],
      ],
    },
  );
}

it('announces a change and undoes it', async () => {
  const undo = jest.fn().mockResolvedValue(undefined);
  render(undo);
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
  expect(posted).toEqual([
    expect.objectContaining({ title: 'A1: Done', status: 'success' }),
  ]);
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledTimes(1);
  expect(close).toHaveBeenCalledTimes(1);
  expect(posted).toHaveLength(1);
});

it('explains why undoing failed', async () => {
  render(() => Promise.reject(new Error('It changed in the meantime')));
  await userEvent.click(await screen.findByRole('button', { name: 'Change' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(posted).toHaveLength(2));
  expect(posted[1]).toMatchObject({
    title: "Couldn't undo the change",
    description: 'It changed in the meantime',
    status: 'danger',
  });
});
