import { WorkOnDemand } from './WorkOnDemand';

function controlled() {
  const ends: (() => void)[] = [];
  const work = new WorkOnDemand(
    () => new Promise<void>(resolve => ends.push(resolve)),
  );
  return { work, ends };
}

const settle = () => new Promise(resolve => setImmediate(resolve));

describe('WorkOnDemand', () => {
  it('runs once at a time, and once more after requests during a run', async () => {
    const { work, ends } = controlled();
    work.ask();
    work.ask();
    work.ask();
    expect(ends).toHaveLength(1);
    ends[0]();
    await settle();
    expect(ends).toHaveLength(2);
    ends[1]();
    await settle();
    expect(ends).toHaveLength(2);
  });

  it('loses no request at the end of a run', async () => {
    for (let steps = 0; steps < 10; steps++) {
      const { work, ends } = controlled();
      work.ask();
      ends[0]();
      for (let step = 0; step < steps; step++) await undefined;
      work.ask();
      await settle();
      expect(ends).toHaveLength(2);
    }
  });

  it('finishes the current run on stop, and starts no more', async () => {
    const { work, ends } = controlled();
    work.ask();
    const stopped = work.stop();
    work.ask();
    expect(work.signal.aborted).toBe(true);
    ends[0]();
    await stopped;
    await work.askAndWait();
    expect(ends).toHaveLength(1);
  });
});
