import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { transact } from '@/lib/db/transact';
import { forgetProofs } from '@/lib/enterprise/commands/forget-proofs';
import { spendProof } from '@/lib/enterprise/commands/spend-proof';
import { usableProof } from '@/lib/enterprise/commands/usable-proof';
import { explainCa, explainCaProof } from '@/lib/enterprise/rules/ca-refusals';
import type { TakenProof } from '@/lib/enterprise/rules/ca-provider';
import { refuse } from '@/lib/kernel/result';
import { issueLeaf, inventedUscc, keyIdOf, type Leaf } from '../../builders/certificates/hierarchy';
import { BROWSER, type Begun, caWorld, type CaWorld, later, NOW } from './ca-world';

jest.setTimeout(120_000);

let world: CaWorld;
let leaf: Leaf;
beforeAll(async () => {
  world = await caWorld();
  leaf = issueLeaf(world.hierarchy);
});
afterAll(() => world.drop());
beforeEach(() => world.db.rateCount.deleteMany());

async function proof(given: Parameters<CaWorld['begin']>[0] = {}): Promise<TakenProof> {
  const taken = await world.answer(await world.begin(given), leaf, { at: given.at, browser: given.browser });
  if (!taken.ok) throw new Error(taken.refusal.code);
  return taken.value;
}

/** What the log says about a refused answer. */
async function reasonOf(begun: Begun): Promise<unknown> {
  const rows = await world.db.auditEntry.findMany({
    where: { subjectKind: 'caChallenge', subjectId: begun.challengeId },
    orderBy: { sequence: 'desc' },
  });
  return (rows[0]?.detail as { reason?: string } | undefined)?.reason;
}

describe('a challenge', () => {
  it('names what it is for, this site, the CA and its end, and carries 32 bytes that nobody can guess', async () => {
    const [one, other] = [await world.begin(), await world.begin()];
    const [head, terms, nonce] = Buffer.from(one.challenge, 'base64').toString().split('\n');
    expect(head).toBe('SIPAC-REG-V1');
    expect(terms).toMatch(/^registration\|https:\/\/example\.com\|JIANGSU\|[0-9a-f]{64}\|2026-11-23T02:02:00\.000Z$/);
    expect(Buffer.from(nonce ?? '', 'base64url')).toHaveLength(32);
    expect(other.challenge).not.toBe(one.challenge);
  });

  it('cannot be read off the database', async () => {
    const begun = await world.begin();
    const row = await world.db.caChallenge.findUniqueOrThrow({ where: { id: begun.challengeId } });
    const nonce = Buffer.from(begun.challenge, 'base64').toString().split('\n')[2] ?? '?';
    expect(JSON.stringify(row)).not.toContain(nonce);
    expect(JSON.stringify(row)).not.toContain(BROWSER);
  });

  it('lasts 120 seconds, not longer', async () => {
    const [inTime, late] = [await world.begin(), await world.begin()];
    expect(await world.answer(inTime, leaf, { at: later(119.999) })).toMatchObject({ ok: true });
    expect(await world.answer(late, leaf, { at: later(120) })).toMatchObject({ refusal: { code: 'challenge-late' } });
    expect(await reasonOf(late)).toBe('challenge-late');
  });

  it('is answered once: the same answer again is refused', async () => {
    const begun = await world.begin();
    expect(await world.answer(begun, leaf)).toMatchObject({ ok: true });
    expect(await world.answer(begun, leaf)).toMatchObject({ refusal: { code: 'challenge-late' } });
    expect(await reasonOf(begun)).toBe('challenge-replayed');
  });

  it('is used up by a wrong answer too', async () => {
    const begun = await world.begin();
    const wrong = await world.answer(begun, leaf, { challenge: Buffer.from('SIPAC-REG-V1\nwrong') });
    expect(wrong).toMatchObject({ refusal: { code: 'certificate-invalid', step: 'signature' } });
    expect(await reasonOf(begun)).toBe('signature-wrong');
    expect(await world.answer(begun, leaf)).toMatchObject({ refusal: { code: 'challenge-late' } });
  });

  it('is answered by one of twenty at once', async () => {
    const begun = await world.begin();
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.answer(begun, leaf)));
    expect(answers.filter(({ ok: isGood }) => isGood)).toHaveLength(1);
    expect(await world.db.caProof.count({ where: { challengeId: begun.challengeId } })).toBe(1);
  });

  it('of another browser or site is refused, and stays good for its own', async () => {
    const begun = await world.begin();
    expect(await world.answer(begun, leaf, { browser: 'other' })).toMatchObject({
      refusal: { code: 'challenge-late' },
    });
    expect(await reasonOf(begun)).toBe('challenge-foreign-browser');
    expect(await world.answer(begun, leaf, { origin: 'https://evil.example.com' })).toMatchObject({
      refusal: { code: 'challenge-late' },
    });
    expect(await reasonOf(begun)).toBe('challenge-foreign-origin');
    expect(await world.answer(begun, leaf)).toMatchObject({ ok: true });
  });

  it('of another purpose, or of one’s own making, proves nothing', async () => {
    const [one, doctor] = [await world.begin(), await world.begin({ purpose: 'doctor' })];
    const crossed = await world.answer(one, leaf, { challenge: Buffer.from(doctor.challenge, 'base64') });
    expect(crossed).toMatchObject({ refusal: { code: 'certificate-invalid' } });
    const unknown = { ...doctor, challengeId: '01900000-0000-7000-8000-000000000000' };
    expect(await world.answer(unknown, leaf)).toMatchObject({ refusal: { code: 'challenge-late' } });
    expect(await reasonOf(unknown)).toBe('challenge-unknown');
  });

  it('reads the same to a visitor whatever was wrong with it, with a number for support', async () => {
    const begun = await world.begin();
    const late = await world.answer(begun, leaf, { at: later(500) });
    if (late.ok || late.refusal.code !== 'challenge-late') throw new Error('was not late');
    expect(explainCa['challenge-late'](late.refusal).title).toBe('无效的CA证书');
    expect(late.refusal.reference).toMatch(/^CA-[0-9A-F]{8}$/);
    const row = await world.db.auditEntry.findFirst({
      where: { detail: { path: ['reference'], equals: late.refusal.reference } },
    });
    expect(row?.subjectId).toBe(begun.challengeId);
  });

  it('[ca-busy] is given to one network sixty times in ten minutes, and then not', async () => {
    const ask = () =>
      world.answer({ challengeId: '01900000-0000-7000-8000-000000000001', challenge: '', expiresAt: NOW }, leaf);
    expect(await ask()).toMatchObject({ refusal: { code: 'challenge-late' } });
    await world.begin();
    await world.db.rateCount.updateMany({ data: { count: 60 } });
    await expect(world.begin()).rejects.toThrow('ca-busy');
    expect(await ask()).toMatchObject({ refusal: { code: 'ca-busy' } });
  });
});

describe('a proof', () => {
  it('says who holds the key, and keeps nothing else of the certificate', async () => {
    const taken = await proof();
    expect(taken).toMatchObject({
      provider: 'JIANGSU',
      purpose: 'registration',
      uscc: inventedUscc(),
      enterpriseName: '苏州示例智能科技有限公司',
      keyId: keyIdOf(leaf.keys.spki),
      provenAt: NOW,
      goodUntil: later(30 * 60),
    });
    const row = await world.db.caProof.findUniqueOrThrow({ where: { id: taken.proofId } });
    expect(JSON.stringify(row)).not.toContain(BROWSER);
  });

  it('is usable for half an hour, in its browser, for its purpose, and looking does not use it', async () => {
    const { proofId } = await proof();
    const look = (given: { at?: Date; purpose?: 'registration' | 'change'; browser?: string } = {}) =>
      usableProof(world.visitor({ at: given.at }), {
        proofId,
        purpose: 'registration',
        browser: BROWSER,
        ...pick(given),
      });
    expect(await look()).toMatchObject({ ok: true });
    expect(await look({ at: later(1799) })).toMatchObject({ ok: true });
    expect(await look({ at: later(1800) })).toMatchObject({ refusal: { code: 'proof-missing' } });
    expect(await look({ purpose: 'change' })).toMatchObject({ refusal: { code: 'proof-missing' } });
    expect(await look({ browser: 'other' })).toMatchObject({ refusal: { code: 'proof-missing' } });
  });

  const spend = (proofId: string, given: { at?: Date; purpose?: 'registration' | 'change'; browser?: string } = {}) =>
    spendProof(world.visitor({ at: given.at }), { proofId, purpose: 'registration', browser: BROWSER, ...pick(given) });

  it('[proof-missing] is spent once, and then it is over', async () => {
    const { proofId } = await proof();
    expect(await spend(proofId)).toMatchObject({ ok: true, value: { proofId } });
    const again = await spend(proofId);
    expect(again).toMatchObject({ refusal: { code: 'proof-missing' } });
    expect(await usableProof(world.visitor(), { proofId, purpose: 'registration', browser: BROWSER })).toMatchObject({
      ok: false,
    });
    expect(explainCaProof['proof-missing']({ code: 'proof-missing' }).next).not.toEqual([]);
  });

  it('is spent by one of twenty at once', async () => {
    const { proofId } = await proof();
    const spent = await Promise.all(Array.from({ length: 20 }, () => spend(proofId)));
    expect(spent.filter(({ ok: isSpent }) => isSpent)).toHaveLength(1);
  });

  it('is not spent for another purpose, from another browser or after its time', async () => {
    const { proofId } = await proof();
    for (const given of [{ purpose: 'change' as const }, { browser: 'other' }, { at: later(1800) }]) {
      expect(await spend(proofId, given)).toMatchObject({ refusal: { code: 'proof-missing' } });
    }
    expect(await spend(proofId)).toMatchObject({ ok: true });
  });

  it('made for the doctor opens no registration', async () => {
    const { proofId } = await proof({ purpose: 'doctor' });
    expect(await spend(proofId)).toMatchObject({ refusal: { code: 'proof-missing' } });
  });

  it('stays good when what it was spent for failed', async () => {
    const { proofId } = await proof();
    const failed = await transact(world.visitor(), async (tx) => {
      const spent = await spendProof(tx, { proofId, purpose: 'registration', browser: BROWSER });
      return spent.ok ? refuse({ code: 'not-found' as const }) : spent;
    });
    expect(failed).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await spend(proofId, { at: later(60) })).toMatchObject({ ok: true });
  });

  it('cannot be made to last longer, not even by a hand in the database', async () => {
    const { proofId } = await proof();
    await expect(world.db.caProof.update({ where: { id: proofId }, data: { goodUntil: later(3600) } })).rejects.toThrow(
      /ca_proof_half_hour/,
    );
  });

  it('is forgotten a week later when nobody used it; a used one stays', async () => {
    const [unused, used] = [await proof(), await proof()];
    await spend(used.proofId);
    const idle = await world.begin();
    const system = world.visitor({ at: later(8 * 86_400), actor: { kind: 'system', job: 'sweep' } });
    await forgetProofs(system);
    const left = await world.db.caProof.findMany({ where: { id: { in: [unused.proofId, used.proofId] } } });
    expect(left.map(({ id }) => id)).toEqual([used.proofId]);
    expect(await world.db.caChallenge.findUnique({ where: { id: idle.challengeId } })).toBeNull();
  });
});

describe('the log of a refusal', () => {
  it('holds the reason and nothing of a person', async () => {
    const personal = issueLeaf(world.hierarchy, {
      name: '张三',
      more: [{ oid: '1.2.156.10260.4.1.1', value: Buffer.from('320599199001010016') }],
    });
    const begun = await world.begin();
    expect(await world.answer(begun, personal)).toMatchObject({
      refusal: { code: 'certificate-invalid', step: 'usage' },
    });
    expect(await reasonOf(begun)).toBe('personal-certificate');
    const all = JSON.stringify(await world.db.auditEntry.findMany());
    expect(all).not.toMatch(/320599199001010016|张三/);
  });
});

function pick<T extends { at?: Date }>({ at: _, ...rest }: T): Omit<T, 'at'> {
  return rest;
}
