import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wakeStream } from '@/lib/runtime/wake-stream';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

/** Somebody who waits to be woken: how many do, and the way to wake them. */
function aBell() {
  const wakes = new Set<() => void>();
  return {
    wakes,
    ring: () => wakes.forEach((wake) => wake()),
    listen: (wake: () => void) => {
      wakes.add(wake);
      return () => void wakes.delete(wake);
    },
  };
}

const text = new TextDecoder();

describe('the stream that wakes a page', () => {
  it('wakes at once and at each change, and shows that it lives between them', async () => {
    const { ring, listen } = aBell();
    const reader = wakeStream(new AbortController().signal, listen).getReader();
    const next = async () => text.decode((await reader.read()).value);
    expect(await next()).toContain('event: changed');
    ring();
    expect(await next()).toBe('event: changed\ndata: {}\n\n');
    jest.advanceTimersByTime(15_000);
    expect(await next()).toBe(': still here\n\n');
    await reader.cancel();
  });

  it.each([
    ['goes', (page: AbortController) => page.abort()],
    [
      'closes the stream and goes',
      async (page: AbortController, stream: ReadableStream) => {
        await stream.cancel();
        page.abort();
      },
    ],
  ] as const)('lets everything go when whoever reads %s', async (_, leave) => {
    const { wakes, listen } = aBell();
    const page = new AbortController();
    const stream = wakeStream(page.signal, listen);
    expect([wakes.size, jest.getTimerCount()]).toEqual([1, 1]);
    await leave(page, stream);
    expect([wakes.size, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('keeps nothing for somebody who went before it began', async () => {
    const { wakes, listen } = aBell();
    const stream = wakeStream(AbortSignal.abort(), listen);
    expect([wakes.size, jest.getTimerCount()]).toEqual([0, 0]);
    expect((await stream.getReader().read()).done).toBe(true);
  });
});
