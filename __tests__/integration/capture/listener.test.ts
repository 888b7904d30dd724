import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { cancelLink } from '@/lib/capture/commands/open-link';
import { showCamera } from '@/lib/capture/commands/photograph';
import { onCaptureChange } from '@/lib/runtime/listener';
import { done } from '../../builders/disbursement';
import { scannedPhone } from '../../builders/receipt';
import { receiptWorld, type ReceiptWorld } from '../receipt/receipt-world';

let world: ReceiptWorld;
let superuser: Client;
beforeAll(async () => {
  world = await receiptWorld();
  const key = () => randomBytes(32).toString('base64');
  const ring = { session: key(), blind: key(), pageCode: key(), sealing: { k1: key() }, currentSealing: 'k1' };
  const [here] = await world.db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  const address = new URL(process.env.TEST_DATABASE_URL ?? '');
  address.pathname = `/${here?.name}`;
  const DATABASE_URL = address.href;
  Object.assign(process.env, {
    DATABASE_URL,
    NEXTAUTH_URL: 'http://localhost:3000',
    APP_SECRETS: JSON.stringify(ring),
  });
  superuser = new Client({ connectionString: DATABASE_URL });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await world.drop();
});

/** Resolves at the next change of the link. */
function nextChange(captureId: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = onCaptureChange(captureId, () => {
      stop();
      resolve();
    });
  });
}

describe('whoever follows a link', () => {
  it('is woken when the phone moves on and when the desktop cancels, and by no other link', async () => {
    const [one, other] = [await world.printed(), await world.printed()];
    const phone = await scannedPhone(world.clerk, one.receiptId);
    const stranger = await scannedPhone(world.clerk, other.receiptId);
    const woken: string[] = [];
    // Whoever comes before the connection stands is woken once by its standing.
    await nextChange(stranger.actor.captureId);
    const stop = onCaptureChange(stranger.actor.captureId, () => woken.push('stranger'));

    const moved = nextChange(phone.actor.captureId);
    done('showCamera', await showCamera(phone));
    await moved;
    const ended = nextChange(phone.actor.captureId);
    done('cancelLink', await cancelLink(world.clerk, { captureId: phone.actor.captureId }));
    await ended;
    expect(woken).toEqual([]);
    stop();
  });

  it('is woken once the connection that listens is back after it was lost, and by what happens then', async () => {
    const { receiptId } = await world.printed();
    const phone = await scannedPhone(world.clerk, receiptId);
    const stop = onCaptureChange(phone.actor.captureId, () => undefined);
    const pid = await listening();
    const isBack = nextChange(phone.actor.captureId);
    await superuser.query('SELECT pg_terminate_backend($1)', [pid]);
    expect(await listening(pid)).not.toBe(pid);
    await isBack;
    const moved = nextChange(phone.actor.captureId);
    done('showCamera', await showCamera(phone));
    await moved;
    stop();
  });
});

/** The process of the one connection that listens, as soon as it is there and not `lost`: asked of the database itself. */
async function listening(lost = 0): Promise<number> {
  for (;;) {
    const { rows } = await superuser.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN capture' AND state = 'idle' AND pid <> $1",
      [lost],
    );
    if (rows[0]) return rows[0].pid;
  }
}
