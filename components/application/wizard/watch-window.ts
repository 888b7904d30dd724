import { openSessionNews } from '@/components/frame/session-news';
import type { DraftSession } from '../draft/draft-session';
import type { LocalCopy } from '../draft/local-copy';

/** How often somebody who is at work sees what was saved elsewhere. Who only looks asks for nothing, and is signed out in time. */
const LOOK_MS = 8000;
const AT_WORK_MS = 60_000;
/** News about the session come in swarms. */
const NEWS_MS = 2000;

/** Saves when the window is left or the network is back; fetches when one comes back to the window. */
export function watchWindow(session: DraftSession, copy: LocalCopy): () => void {
  const online = () => void session.retry();
  const leave = () => session.leave();
  const visible = () => {
    if (document.visibilityState === 'hidden') return session.leave();
    void session.flush().then(() => session.refresh());
  };
  const unload = (event: BeforeUnloadEvent) => {
    if (!copy.isSafe()) event.preventDefault();
  };
  window.addEventListener('online', online);
  window.addEventListener('pagehide', leave);
  window.addEventListener('beforeunload', unload);
  document.addEventListener('visibilitychange', visible);
  const others = [watchOthers(session), watchSession(session), watchTabs(session)];
  return () => {
    session.leave();
    window.removeEventListener('online', online);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('beforeunload', unload);
    document.removeEventListener('visibilitychange', visible);
    for (const end of others) end();
  };
}

/** Looks for what colleagues saved while somebody is at work here, and at once when he takes it up again. */
function watchOthers(session: DraftSession): () => void {
  let lastSign = performance.now();
  let lastLook = performance.now();
  const look = () => {
    lastLook = performance.now();
    void session.refresh();
  };
  const sign = () => {
    lastSign = performance.now();
    if (lastSign - lastLook > LOOK_MS) look();
  };
  const timer = setInterval(() => {
    const isAtWork = performance.now() - lastSign < AT_WORK_MS && document.visibilityState === 'visible';
    if (isAtWork && performance.now() - lastLook >= LOOK_MS) look();
  }, LOOK_MS / 2);
  const signs = ['keydown', 'pointerdown'] as const;
  for (const name of signs) document.addEventListener(name, sign, { passive: true });
  window.addEventListener('focus', sign);
  return () => {
    clearInterval(timer);
    for (const name of signs) document.removeEventListener(name, sign);
    window.removeEventListener('focus', sign);
  };
}

/** Another tab signed out or in: the one is found out at once, with the other saving goes on by itself. */
function watchSession(session: DraftSession): () => void {
  let last = -NEWS_MS;
  const news = openSessionNews((heard) => {
    const isOut = ['signed-out', 'somebody-else'].includes(session.getState().trouble?.why ?? '');
    if ((heard === 'heard') !== isOut || performance.now() - last < NEWS_MS) return;
    last = performance.now();
    if (isOut) void session.retry();
    else void session.refresh();
  });
  return news.close;
}

/** Tells the other tabs of this browser what revision stands, and hears it from them. */
function watchTabs(session: DraftSession): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => {};
  const { draft } = session.getState();
  const channel = new BroadcastChannel(`portal-draft:${draft.id}`);
  let { revision } = draft;
  channel.onmessage = ({ data }: MessageEvent<number>) => {
    if (data > session.getState().draft.revision) void session.refresh();
  };
  const unsubscribe = session.subscribe(() => {
    const now = session.getState().draft.revision;
    if (now <= revision) return;
    revision = now;
    channel.postMessage(now);
  });
  return () => {
    unsubscribe();
    channel.close();
  };
}
