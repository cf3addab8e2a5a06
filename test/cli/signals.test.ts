import { expect, test } from 'vitest';
import { withSignals } from '../../src/cli/signals.ts';

const send = (signal: 'SIGHUP' | 'SIGTERM'): boolean => process.emit(signal, signal);

test('a release that did not come to its end can be ordered again', async () => {
  const insisted: number[] = [];
  const orders = await withSignals(
    async ({ next }) => {
      const first = next(null);
      send('SIGTERM');
      const release = await first;
      const second = next(null);
      send('SIGTERM');
      return [release, await second];
    },
    (times) => insisted.push(times),
  );
  expect(orders).toEqual([
    { kind: 'release', because: 'SIGTERM' },
    { kind: 'release', because: 'SIGTERM' },
  ]);
  expect(insisted).toEqual([]);
});

test('signals while a release goes on are counted, and SIGHUP is not', async () => {
  const insisted: number[] = [];
  await withSignals(
    async ({ next }) => {
      const order = next(null);
      send('SIGTERM');
      await order;
      send('SIGTERM');
      send('SIGHUP');
      send('SIGTERM');
    },
    (times) => insisted.push(times),
  );
  expect(insisted).toEqual([1, 2]);
});
