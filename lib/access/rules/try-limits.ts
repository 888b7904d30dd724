/** How often something may be tried: some are free, then each costs twice the wait of the one before. */
export type TryRule = { readonly free: number; readonly firstSeconds: number; readonly mostSeconds: number };

/** Tries older than this are forgotten. */
export const TRIES_REMEMBERED_SECONDS = 3600;

/** Per account and address, or per account and known browser: a clerk who mistypes waits seconds. Nothing is locked. */
export const SIGN_IN_TRIES: TryRule = { free: 3, firstSeconds: 15, mostSeconds: 1800 };

/** Seconds that must lie between the last of `tries` and the next one. */
export function waitAfter(rule: TryRule, tries: number): number {
  if (tries < rule.free) return 0;
  return Math.min(rule.mostSeconds, rule.firstSeconds * 2 ** Math.min(tries - rule.free, 30));
}

/**
 * Per account, of all browsers together that were never signed in to it: at most ten passwords an hour, from however
 * many addresses. A browser that was signed in before is not counted and does not wait for these.
 */
export const STRANGERS_TRIES: TryRule = { free: 8, firstSeconds: 600, mostSeconds: 3600 };

/** How often something may be asked for in a fixed time. */
export type QuotaRule = { readonly most: number; readonly seconds: number };

/** Sign-ins of one network, whatever the account: an office behind one address stays well below. */
export const SIGN_INS_PER_NETWORK: QuotaRule = { most: 100, seconds: 600 };
/** Pictures drawn for one network. */
export const PICTURES_PER_NETWORK: QuotaRule = { most: 300, seconds: 600 };
/** Progress looked up without signing in by one network. */
export const LOOK_UPS_PER_NETWORK: QuotaRule = { most: 20, seconds: 600 };

/** Password resets asked for in public by one network, and by one address. */
export const RESETS_PER_NETWORK: QuotaRule = { most: 30, seconds: 3600 };
export const RESETS_PER_HOST: QuotaRule = { most: 5, seconds: 3600 };

/** Objections sent, papers uploaded for them, and their progress looked up, by one network or one address. */
export const OBJECTIONS_PER_NETWORK: QuotaRule = { most: 60, seconds: 3600 };
export const OBJECTIONS_PER_HOST: QuotaRule = { most: 10, seconds: 3600 };
export const OBJECTION_PAPERS_PER_HOST: QuotaRule = { most: 40, seconds: 3600 };
/** Per objection, whoever asks: four digits are not to be tried through. */
export const LOOK_UPS_PER_OBJECTION: QuotaRule = { most: 5, seconds: 3600 };

/** Sheets taken out by one person of the office: more than a day's work asks for, less than carrying the archive away. */
export const EXPORTS_PER_PERSON: QuotaRule = { most: 20, seconds: 3600 };

/**
 * Pictures of one receipt that are looked at, and further pages of scans of it. Fewer pictures than may wait at once, and
 * pages for about a quarter of the time of the thread that looks.
 */
export const PICTURES_PER_RECEIPT: QuotaRule = { most: 30, seconds: 600 };
export const SCANNED_PAGES_PER_RECEIPT: QuotaRule = { most: 120, seconds: 600 };

/** The start of the fixed time in which `now` lies. */
export function quotaStart(rule: QuotaRule, now: Date): Date {
  const length = rule.seconds * 1000;
  return new Date(Math.floor(now.getTime() / length) * length);
}

/** The network that an address belongs to: /24 of IPv4, /64 of IPv6; one bucket for what is no address. */
export function networkOf(address: string | null): string {
  if (!address) return 'unknown';
  const four = /(?:^|:)(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(address)?.[1];
  if (four) return `${four}.0/24`;
  if (!address.includes(':')) return 'unknown';
  return `${wholeGroups(address).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, the shortened ones written out. */
function wholeGroups(address: string): string[] {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  return [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
}
