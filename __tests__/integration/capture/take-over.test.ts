import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PUBLIC, type EnterpriseActor, type PhoneActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { enter } from '@/lib/capture/commands/enter';
import { openLink, type OpenedLink } from '@/lib/capture/commands/open-link';
import { showCamera, stayAlive, submitPhotograph, takePhotograph } from '@/lib/capture/commands/photograph';
import { captureView, liveCapture, phonePicture, phoneView } from '@/lib/capture/queries';
import { takenOverAt } from '@/lib/capture/rules/link';
import { newId } from '@/lib/db/ids';
import type { Result } from '@/lib/kernel/result';
import type { PhotographInspector } from '@/lib/ports/photograph-inspector';
import { done } from '../../builders/disbursement';
import { phoneOf, photographPaper, shoot } from '../../builders/receipt';
import { receiptWorld, type ReceiptWorld } from '../receipt/receipt-world';

let world: ReceiptWorld;
beforeAll(async () => {
  world = await receiptWorld();
});
afterAll(() => world.drop());

const after = (minutes: number) => new Date(world.clerk.now.getTime() + minutes * 60_000);
const later = <C extends Context>(ctx: C, minutes: number): C => ({ ...ctx, now: after(minutes) });
const codeOf = (answer: Result<unknown, { code: string }>) => (answer.ok ? 'done' : answer.refusal.code);
const NO_PICTURE = { bytes: new Uint8Array([1, 2, 3]) };

/** Guesses are counted by network: each test has one of its own. */
let network = 0;
beforeEach(() => void (network += 1));

type Input = Parameters<typeof enter>[1];
type Scan = Partial<Pick<Input, 'label' | 'takeOver' | 'device'>> & { minutes?: number; from?: string };
function scan(token: string, { label = 'iPhone', takeOver, minutes = 0, device = null, from }: Scan = {}) {
  const ctx = world.as(PUBLIC, after(minutes));
  const request = { ...ctx.request, address: from ?? `10.1.${network}.7` };
  return enter({ ...ctx, request }, { token, device, label, takeOver });
}

/** Asks, is told who holds the link, and looks at the desktop: what a phone needs for taking over. */
async function question(link: OpenedLink, minutes = 0): Promise<NonNullable<Input['takeOver']>> {
  const answer = await scan(link.token, { minutes });
  if (answer.ok || answer.refusal.code !== 'other-device') throw new Error(`expected a question: ${codeOf(answer)}`);
  return { since: answer.refusal.since, pairingCode: link.pairingCode };
}

/** Four digits that are not those. */
const wrong = (code: string, by = 1) => String((Number(code) + by) % 10_000).padStart(4, '0');

/** A link with a phone at work on it. */
async function atWork() {
  const { receiptId } = await world.printed();
  const link = done('openLink', await openLink(world.clerk, { receiptId }));
  const entered = done('enter', await scan(link.token, { label: '安卓手机 ALN-AL00' }));
  return { ...link, link, receiptId, entered, first: phoneOf(world.clerk, receiptId, entered) };
}

describe('a second phone that takes over', () => {
  it('begins afresh: it sees nothing of the first one’s picture, which stays with the case as not handed in', async () => {
    const { link, receiptId, captureId, token, first } = await atWork();
    const photographId = await shoot(first, await paperOf(receiptId));
    const takeOver = await question(link, 1);
    const second = phoneOf(world.clerk, receiptId, done('take over', await scan(token, { takeOver, minutes: 1 })));
    expect(await phoneView(second)).toMatchObject({ status: 'OPENED', photograph: null, deviceLabel: 'iPhone' });
    expect(await phonePicture(second)).toBeNull();
    expect(codeOf(await submitPhotograph(second, { photographId }))).toBe('no-photograph');
    const kept = await world.db.receiptPhotograph.findUniqueOrThrow({ where: { id: photographId } });
    expect([kept.captureSessionId, kept.submittedAt]).toEqual([captureId, null]);
    done('submit', await submitPhotograph(second, { photographId: await shoot(second, await paperOf(receiptId)) }));
    expect(codeOf(await submitPhotograph(first, { photographId }))).toBe('taken-over');
  });

  it('leaves the first one nothing: neither camera, picture, submission, sight nor a sign of life', async () => {
    const { link, captureId, token, first } = await atWork();
    done('showCamera', await showCamera(first));
    done('take over', await scan(token, { takeOver: await question(link) }));
    const tried = [
      await showCamera(first),
      await takePhotograph(first, NO_PICTURE),
      await submitPhotograph(first, { photographId: newId() }),
      await stayAlive(later(first, 5)),
    ];
    expect(tried.map(codeOf)).toEqual(tried.map(() => 'taken-over'));
    expect([await phoneView(first), await phonePicture(first)]).toEqual([null, null]);
    const row = await world.db.captureSession.findUniqueOrThrow({ where: { id: captureId } });
    expect([row.status, row.lastSeenAt]).toEqual(['OPENED', world.clerk.now]);
    expect(await world.db.receiptPhotograph.count({ where: { captureSessionId: captureId } })).toBe(0);
  });

  it('wins over a picture of the first one that is being looked at: that is kept, and is not the link’s', async () => {
    const { link, receiptId, captureId, token, first } = await atWork();
    const takeOver = await question(link);
    const slow = lookedAtWhile(first, async () => done('take over', await scan(token, { takeOver })));
    expect(codeOf(await takePhotograph(slow, { bytes: await paperOf(receiptId) }))).toBe('taken-over');
    const view = await captureView(world.clerk, captureId);
    expect([view?.status, view?.photograph]).toEqual(['OPENED', null]);
    expect(await world.db.receiptPhotograph.count({ where: { captureSessionId: captureId } })).toBe(1);
  });

  it('is one of several that press at the same instant; the others are asked about that one', async () => {
    const { link, receiptId, token, first } = await atWork();
    const takeOver = await question(link);
    const labels = ['一', '二', '三', '四', '五', '六'];
    const answers = await Promise.all(labels.map((label) => scan(token, { label, takeOver, minutes: 1 })));
    const winners = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
    expect(winners).toHaveLength(1);
    const holder = labels[answers.findIndex(({ ok }) => ok)];
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
    expect(refusals).toHaveLength(5);
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'other-device', label: holder });
    expect(codeOf(await showCamera(first))).toBe('taken-over');
    for (const winner of winners)
      expect(codeOf(await showCamera(phoneOf(world.clerk, receiptId, winner)))).toBe('done');
    // Whoever was asked about the first phone has not agreed to take the link from this one.
    expect(codeOf(await scan(token, { takeOver, minutes: 2 }))).toBe('other-device');
  });

  it('is shown on the desktop with its label and time, and stands in the log', async () => {
    const { link, captureId, token } = await atWork();
    done('take over', await scan(token, { takeOver: await question(link), minutes: 3 }));
    const view = await captureView(later(world.clerk, 3), captureId);
    expect([view?.deviceLabel, takenOverAt(view?.steps ?? [])]).toEqual(['iPhone', after(3).toISOString()]);
    const entry = await world.db.auditEntry.findFirstOrThrow({
      where: { subjectId: captureId, action: 'capture.takeOver' },
    });
    expect(entry).toMatchObject({
      ...{ word: '已换到另一部手机', fromStatus: 'OPENED', toStatus: 'OPENED' },
      detail: { before: '安卓手机 ALN-AL00', now: 'iPhone' },
    });
  });
});

describe('the pairing code of the desktop, asked of a second phone', () => {
  it('is in no answer to a phone that does not hold the link', async () => {
    const { link, token, pairingCode } = await atWork();
    const takeOver = { ...(await question(link)), pairingCode: wrong(pairingCode) };
    const answers = [await scan(token), await scan(token, { takeOver })];
    expect(answers.map(codeOf)).toEqual(['other-device', 'pairing-wrong']);
    for (const answer of answers) {
      const values = answer.ok ? [] : Object.entries(answer.refusal).filter(([key]) => key !== 'since');
      expect(JSON.stringify(values)).not.toContain(pairingCode);
    }
    expect(Object.keys(answers[0]?.ok === false ? answers[0].refusal : {})).toEqual(['code', 'label', 'since']);
  });

  it('mistyped is refused and changes nothing; the first phone goes on, and the right one still takes over', async () => {
    const { link, captureId, token, pairingCode, first } = await atWork();
    done('showCamera', await showCamera(first));
    const row = () => world.db.captureSession.findUniqueOrThrow({ where: { id: captureId } });
    const [before, takeOver] = [await row(), await question(link)];
    for (const typed of [wrong(pairingCode), '', `${pairingCode}0`, pairingCode.slice(1)])
      expect(codeOf(await scan(token, { takeOver: { ...takeOver, pairingCode: typed } }))).toBe('pairing-wrong');
    expect(await row()).toEqual(before);
    expect(codeOf(await stayAlive(first))).toBe('done');
    expect(codeOf(await scan(token, { takeOver }))).toBe('done');
  });

  it('is guessed ten times in ten minutes by one network, all at once or not, and then even the right one must wait', async () => {
    const { link, token, pairingCode } = await atWork();
    const takeOver = await question(link);
    const guess = (by: number) => scan(token, { takeOver: { ...takeOver, pairingCode: wrong(pairingCode, by) } });
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => guess(index + 1)));
    const codes = guesses.map(codeOf).sort();
    expect(codes).toEqual([...Array<string>(10).fill('pairing-wrong'), 'too-many-tries', 'too-many-tries']);
    const answer = await scan(token, { takeOver, minutes: 1, from: `10.1.${network}.200` });
    expect(answer).toEqual({ ok: false, refusal: { code: 'too-many-tries', waitSeconds: 540 } });
    expect(codeOf(await scan(token, { takeOver, from: '10.2.0.7' }))).toBe('done');
  });

  it('of one link is guessed thirty times by however many networks', async () => {
    const { link, token, pairingCode } = await atWork();
    const takeOver = await question(link);
    const from = (index: number) => `10.3.${index}.7`;
    const mistyped = { ...takeOver, pairingCode: wrong(pairingCode) };
    const guesses = await Promise.all(
      Array.from({ length: 30 }, (_, index) => scan(token, { takeOver: mistyped, from: from(index) })),
    );
    expect(new Set(guesses.map(codeOf))).toEqual(new Set(['pairing-wrong']));
    expect(codeOf(await scan(token, { takeOver, from: from(30) }))).toBe('too-many-tries');
  });
});

describe('上传收据 asked for again by the same clerk', () => {
  it('gives a new code of the same link; its phone goes on, and the code before lets nobody in', async () => {
    const { receiptId, captureId, token, pairingCode, entered, first } = await atWork();
    const asked: OpenedLink[] = [];
    const slow = lookedAtWhile(first, async () =>
      asked.push(done('openLink', await openLink(later(world.clerk, 4), { receiptId }))),
    );
    // A picture that is under way meanwhile gets through.
    expect(codeOf(await takePhotograph(slow, { bytes: await paperOf(receiptId) }))).toBe('done');
    const again = asked[0] as OpenedLink;
    expect([again.captureId, again.pairingCode]).toEqual([captureId, pairingCode]);
    expect((await captureView(world.clerk, captureId))?.status).toBe('CHECKED');
    expect(codeOf(await scan(token, { minutes: 4 }))).toBe('code-over');
    // And its page may be opened again with the code that it knows.
    const device = { captureId, secret: entered.deviceSecret };
    expect(done('opened again', await scan(token, { device, minutes: 4 })).captureId).toBe(captureId);
    const takeOver = await question(again, 5);
    expect(codeOf(await scan(again.token, { takeOver, minutes: 5 }))).toBe('done');
    expect(codeOf(await stayAlive(later(first, 5)))).toBe('taken-over');
  });

  it('counts the ten minutes of an unopened link anew, and lets no other phone in once they are over', async () => {
    const { receiptId } = await world.printed();
    const old = done('openLink', await openLink(world.clerk, { receiptId }));
    const { token } = done('openLink', await openLink(later(world.clerk, 9), { receiptId }));
    expect((await captureView(later(world.clerk, 18.9), old.captureId))?.code.isOver).toBe(false);
    expect(codeOf(await scan(old.token, { minutes: 12 }))).toBe('code-over');
    const entered = done('enter', await scan(token, { minutes: 12 }));
    const phone = phoneOf(world.clerk, receiptId, entered);
    expect(codeOf(await stayAlive(later(phone, 19)))).toBe('done');
    expect((await captureView(later(world.clerk, 19), old.captureId))?.code.isOver).toBe(true);
    expect(codeOf(await scan(token, { minutes: 19 }))).toBe('code-over');
    const again = done('openLink', await openLink(later(world.clerk, 20), { receiptId }));
    expect([again.captureId, codeOf(await scan(again.token, { minutes: 20 }))]).toEqual([
      old.captureId,
      'other-device',
    ]);
  });

  it('makes a new link where the one before is over', async () => {
    const { receiptId } = await world.printed();
    const old = done('openLink', await openLink(world.clerk, { receiptId }));
    const next = done('openLink', await openLink(later(world.clerk, 10), { receiptId }));
    expect(next.captureId).not.toBe(old.captureId);
    expect((await liveCapture(later(world.clerk, 10), receiptId))?.id).toBe(next.captureId);
  });

  it('is told apart from a colleague’s link, whose code only its maker may be shown again', async () => {
    const { receiptId } = await world.printed();
    const id = world.own.users.admin;
    const colleague: Context<EnterpriseActor> = { ...world.clerk, actor: { ...world.clerk.actor, id } };
    done('openLink', await openLink(colleague, { receiptId }));
    const seen = [await liveCapture(colleague, receiptId), await liveCapture(world.clerk, receiptId)];
    expect(seen.map((view) => view?.isOwn)).toEqual([true, false]);
  });
});

/** A phone whose picture takes so long to look at that this happens meanwhile. */
function lookedAtWhile(phone: Context<PhoneActor>, happens: () => Promise<unknown>): Context<PhoneActor> {
  const real = world.ports.photographs;
  const photographs: PhotographInspector = {
    ...real,
    async inspect(bytes) {
      await happens();
      return real.inspect(bytes);
    },
  };
  return { ...phone, ports: { ...phone.ports, photographs } };
}

const papers = new Map<string, Uint8Array>();
/** The stamped paper photographed, once for each receipt. */
async function paperOf(receiptId: string): Promise<Uint8Array> {
  const jpeg = papers.get(receiptId) ?? (await photographPaper(world.clerk, receiptId));
  papers.set(receiptId, jpeg);
  return jpeg;
}
