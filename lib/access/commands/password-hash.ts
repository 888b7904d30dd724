import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import { normalisePassword } from '../rules/password';

/** argon2id with 19 MiB and two passes: about 20 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of the same cost that no password has: an unknown account takes as long as a known one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGlzIGhlcmUu$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** Each hash holds its memory; more at once would let a crowd of sign-ins take all of it. */
const AT_ONCE = 4;
const WAITING_MOST = 60;

type Gate = { running: number; readonly waiting: (() => void)[] };
const GATE = Symbol.for('portal.password-gate');

/** Waits for its turn like a sign-in does: what makes passwords comes from people, who are not many at once. */
export async function hashPassword(password: string): Promise<string> {
  const gate = theGate();
  await enter(gate);
  try {
    return await hash(normalisePassword(password), COST);
  } finally {
    leave(gate);
  }
}

/**
 * Whether a password belongs to a hash; `null` for an account that does not exist, which costs the same and is never
 * right. At most four are worked out at once; refuses `busy` when sixty more wait.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<Result<boolean, { code: 'busy' }>> {
  const gate = theGate();
  if (gate.running >= AT_ONCE && gate.waiting.length >= WAITING_MOST) return refuse({ code: 'busy' });
  await enter(gate);
  try {
    const isRight = await verify(passwordHash ?? NOBODY, normalisePassword(password));
    return ok(isRight && passwordHash !== null);
  } finally {
    leave(gate);
  }
}

/** On globalThis: the bundler may load this module more than once, the memory is there once. */
function theGate(): Gate {
  const home = globalThis as { [GATE]?: Gate };
  home[GATE] ??= { running: 0, waiting: [] };
  return home[GATE];
}

async function enter(gate: Gate): Promise<void> {
  if (gate.running < AT_ONCE) {
    gate.running += 1;
    return;
  }
  await new Promise<void>((next) => gate.waiting.push(next));
}

/** The place is handed to the next one, so the number of those running stays. */
function leave(gate: Gate): void {
  const next = gate.waiting.shift();
  if (next) next();
  else gate.running -= 1;
}
