import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Context } from '@/lib/access/context';
import { examineCertificate } from '@/lib/enterprise/commands/examine-certificate';
import type { ProofPurpose } from '@/lib/enterprise/rules/ca-provider';
import type { Examination } from '@/lib/enterprise/rules/doctor-rows';
import { hashPassword } from '@/lib/access/commands/password-hash';
import { parseUscc } from '@/lib/kernel/uscc';
import type { RegisterAnswer } from '@/lib/ports/entity-register';
import { textExtension } from '../../builders/certificates/certificate';
import { daysFrom, FIELD, inventedUscc, issueLeaf, type Leaf } from '../../builders/certificates/hierarchy';
import { anEnterprise } from '../../builders/people';
import { BROWSER, caWorld, type CaWorld, NOW, ORIGIN } from './ca-world';

jest.setTimeout(120_000);

const NAME = '苏州示例智能科技有限公司';
let world: CaWorld;
let leaf: Leaf;
beforeAll(async () => {
  world = await caWorld();
  leaf = issueLeaf(world.hierarchy, { name: NAME });
});
afterAll(() => world.drop());
beforeEach(() => world.db.rateCount.deleteMany());

const asked: { uscc: string; name: string }[] = [];
/** A visitor for whom the register of legal entities says this. */
function visitor(answer: RegisterAnswer['answer'] = 'match'): Context {
  const ctx = world.visitor();
  const lookUp = async (given: { uscc: string; name: string }): Promise<RegisterAnswer> => {
    asked.push(given);
    if (answer === 'match') return { answer, entity: { ...given, asOf: '2026-11-01' } };
    return answer === 'no-match' ? { answer, why: 'other-name' } : { answer };
  };
  return { ...ctx, ports: { ...ctx.ports, register: { lookUp } } };
}

type Given = { ctx?: Context; purpose?: ProofPurpose; signature?: Buffer; browser?: string };
async function examine(key: Leaf, { ctx = visitor(), purpose = 'doctor', signature, browser }: Given = {}) {
  const begun = await world.begin({ purpose });
  const challenge = Buffer.from(begun.challenge, 'base64');
  const examined = await examineCertificate(ctx, {
    challengeId: begun.challengeId,
    browser: browser ?? BROWSER,
    origin: ORIGIN,
    certificate: key.certificate.toString('base64'),
    chain: key.chain.map((one) => one.toString('base64')),
    signature: (signature ?? key.keys.sign(challenge)).toString('base64'),
    format: 'raw',
  });
  if (!examined.ok) throw new Error(examined.refusal.code);
  return { begun, examination: examined.value };
}

const reds = ({ steps }: Examination) =>
  Object.entries(steps).flatMap(([step, result]) => (result.state === 'bad' ? [`${step} ${result.reason}`] : []));

describe('the doctor', () => {
  it('finds a sound key good from the certificate to the register, and keeps no proof of it', async () => {
    const { examination } = await examine(leaf);
    expect(Object.values(examination.steps).map(({ state }) => state)).toEqual(Array(6).fill('good'));
    expect(examination.enterprise).toMatchObject({ name: NAME, uscc: inventedUscc() });
    expect(await world.db.caProof.count()).toBe(0);
  });

  it('tells all that one visit to the window has to mend, not only the first', async () => {
    const registration = [textExtension(FIELD.registrationSm2, '320599000123456')];
    const old = issueLeaf(world.hierarchy, { notAfter: daysFrom(NOW, -3), fields: registration });
    const { examination } = await examine(old);
    expect(reds(examination)).toEqual(['dates expired', 'fields registration-number-only']);
  });

  it.each([
    ['no-match', 'register not-in-register'],
    ['unavailable', 'register register-down'],
  ] as const)('says of a register that answers %s: %s', async (answer, red) => {
    expect(reds((await examine(leaf, { ctx: visitor(answer) })).examination)).toEqual([red]);
  });

  it('says that an enterprise has accounts only to whoever signed with its key', async () => {
    const uscc = parseUscc(inventedUscc(7));
    if (!uscc.ok) throw new Error('no USCC');
    const passwordHash = await hashPassword('Portal-2026');
    await anEnterprise(world.db, world.vault, { uscc: uscc.value, passwordHash });
    const own = issueLeaf(world.hierarchy, { uscc: uscc.value });
    expect((await examine(own)).examination.isRegistered).toBe(true);

    asked.length = 0;
    const stranger = issueLeaf(world.hierarchy, { uscc: inventedUscc(8) });
    const { examination } = await examine(own, { signature: stranger.keys.sign(Buffer.from('anything')) });
    expect([examination.isRegistered, examination.enterprise, examination.steps.register.state]).toEqual([
      false,
      null,
      'unknown',
    ]);
    expect(asked).toEqual([]);
  });

  it('neither takes nor uses up a challenge that was made for a proof', async () => {
    const { begun, examination } = await examine(leaf, { purpose: 'registration' });
    expect(reds(examination)).toEqual(['certificate challenge-unknown']);
    expect(await world.answer(begun, leaf)).toMatchObject({ ok: true, value: { purpose: 'registration' } });
  });

  it('answers nobody but the browser that asked', async () => {
    const { examination } = await examine(leaf, { browser: 'another-browser-another-browser-another-brow' });
    expect(reds(examination)).toEqual(['certificate challenge-foreign-browser']);
  });

  it('notes reasons in the log and nothing of the subject', async () => {
    const person = issueLeaf(world.hierarchy, {
      name: '顾小满',
      fields: [textExtension(FIELD.personSm2, '320599199001010016')],
    });
    const { begun } = await examine(person);
    const rows = await world.db.auditEntry.findMany({ where: { subjectId: begun.challengeId } });
    expect(rows.map(({ detail }) => JSON.stringify(detail)).join()).toContain('personal-certificate');
    expect(JSON.stringify(rows)).not.toMatch(/顾小满|320599199001010016/);
  });
});
