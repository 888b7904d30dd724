/** heard: the server knows this browser. over: it may not any more. */
export type SessionNews = 'heard' | 'over';

const CHANNEL = 'portal-session';

/** What every tab of this browser should know about the session. Where there is no such channel, each tab is alone. */
export function openSessionNews(hear: (news: SessionNews) => void): { tell(news: SessionNews): void; close(): void } {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  if (channel) channel.onmessage = ({ data }: MessageEvent<SessionNews>) => hear(data);
  return { tell: (news) => channel?.postMessage(news), close: () => channel?.close() };
}
