import type { Browser } from 'playwright';

const RUN_MS = 5;

/**
 * Makes a browser's pages so many times slower, their threads too: DevTools slows only the page's main thread, and here
 * the work is in a worker. The page's processes are halted for the rest of each short turn; the camera, which plays in
 * another process, goes on. Answers how to end it.
 */
export async function slowDown(browser: Browser, times: number): Promise<() => void> {
  if (times <= 1) return () => undefined;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  let isOver = false;
  const all = (signal: NodeJS.Signals) => {
    for (const id of pages) {
      try {
        process.kill(id, signal);
      } catch {
        // one that has ended meanwhile
      }
    }
  };
  const halt = () => {
    if (isOver) return;
    all('SIGSTOP');
    setTimeout(run, RUN_MS * (times - 1));
  };
  const run = () => {
    all('SIGCONT');
    if (!isOver) setTimeout(halt, RUN_MS);
  };
  halt();
  return () => {
    isOver = true;
    all('SIGCONT');
  };
}
