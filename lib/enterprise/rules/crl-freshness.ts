/** Why a revocation list could not be kept. */
export type CrlFault =
  'unreachable' | 'too-large' | 'not-configured' | 'not-a-list' | 'unknown-issuer' | 'forged' | 'older';

export const CRL_FAULT_WORDS: Readonly<Record<CrlFault, string>> = {
  unreachable: '地址连接不上',
  'too-large': '文件超过 20 MB',
  'not-configured': '地址不在配置中',
  'not-a-list': '内容不是吊销名单',
  'unknown-issuer': '签发者不在固定的证书之中',
  forged: '签名不正确',
  older: '比已有的名单更旧',
};

type State = {
  readonly thisUpdate: Date | null;
  readonly nextUpdate: Date | null;
  readonly fetchedAt: Date | null;
  readonly triedAt: Date;
  readonly fault: string | null;
};

const MINUTE = 60_000;
const FETCH_EVERY = 30 * MINUTE;
/** After a failure; sooner while keys cannot be checked at all. */
const RETRY_EVERY = 5 * MINUTE;
const RETRY_AT_ONCE = MINUTE / 2;

/** While somebody waits with a key in hand. */
const RETRY_WHILE_WAITED_FOR = 5000;

/** `soon` is still good, but its successor is overdue. */
export type CrlFreshness = 'good' | 'soon' | 'stale' | 'missing';
const SOON = 60 * MINUTE;

export function crlFreshness(state: Pick<State, 'thisUpdate' | 'nextUpdate'>, now: Date): CrlFreshness {
  if (!state.thisUpdate) return 'missing';
  if (!state.nextUpdate || now >= state.nextUpdate || now < state.thisUpdate) return 'stale';
  return state.nextUpdate.getTime() - now.getTime() <= SOON ? 'soon' : 'good';
}

/** Whether a list should be fetched now. The clock may have been moved back, which the demo allows. */
export function isCrlDue(state: State, now: Date): boolean {
  const since = Math.abs(now.getTime() - state.triedAt.getTime());
  const freshness = crlFreshness(state, now);
  if (freshness === 'missing' || freshness === 'stale') return since >= RETRY_AT_ONCE;
  if (state.fault || freshness === 'soon') return since >= RETRY_EVERY;
  return since >= FETCH_EVERY;
}

/** Whether a list should be fetched for a key that is being shown: there is no good one, and it was not tried just now. */
export function isCrlWanted(state: State, now: Date): boolean {
  const freshness = crlFreshness(state, now);
  const since = Math.abs(now.getTime() - state.triedAt.getTime());
  return (freshness === 'missing' || freshness === 'stale') && since >= RETRY_WHILE_WAITED_FOR;
}
