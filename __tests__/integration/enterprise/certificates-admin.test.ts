import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { caOverview } from '@/lib/enterprise/ca-queries';
import { saveCaFields } from '@/lib/enterprise/commands/save-ca-fields';
import { saveCaWindow } from '@/lib/enterprise/commands/save-ca-window';
import { saveCaFieldsSchema } from '@/lib/enterprise/rules/ca-admin.schema';
import { DEFAULT_FIELDS, type FieldTable } from '@/lib/enterprise/rules/ca-fields';
import { DEFAULT_CA_WINDOW } from '@/lib/enterprise/rules/ca-window';
import { explainCa } from '@/lib/enterprise/rules/ca-refusals';
import { textExtension } from '../../builders/certificates/certificate';
import { inventedUscc, issueLeaf } from '../../builders/certificates/hierarchy';
import { aStaffUser } from '../../builders/people';
import { staffActor } from '../../support/context';
import { caWorld, type CaWorld, later } from './ca-world';

jest.setTimeout(120_000);

let world: CaWorld;
let admin: ReturnType<typeof staffActor>;
beforeAll(async () => {
  world = await caWorld();
  const id = await aStaffUser(world.db, { username: 'admin', roles: ['SYSTEM_ADMIN'] });
  admin = staffActor(id, 'admin', 'SYSTEM_ADMIN');
});
afterAll(() => world.drop());

const OWN = '1.2.156.99999.7';
const withOwn: FieldTable = {
  ...DEFAULT_FIELDS.JIANGSU,
  sources: [
    { place: 'extension', oid: OWN, label: '本市扩展', isOn: true, prefixes: ['SZ'] },
    ...DEFAULT_FIELDS.JIANGSU.sources,
  ],
};
const save = (table: FieldTable, seen: string | null, seconds = 0) =>
  saveCaFields(world.as(admin, later(seconds)), { provider: 'JIANGSU', table, seen, reason: '江苏CA 换发新证书' });

describe('what an administrator sets', () => {
  it('shows roots with fingerprints, lists with their state, and the table that holds', async () => {
    const { providers, window } = await caOverview(world.as(admin));
    const [jiangsu, suzhou] = providers;
    expect(jiangsu?.roots.map(({ role, state, isTest }) => [role, state, isTest])).toEqual([
      ['root', 'good', true],
      ['intermediate', 'good', false],
    ]);
    expect(jiangsu?.roots[0]?.fingerprint).toMatch(/^[0-9A-F]{64}$/);
    expect(jiangsu?.lists).toMatchObject([{ freshness: 'good', entries: 0, fault: null }]);
    expect(jiangsu?.fieldsAt).toBeNull();
    expect(suzhou).toMatchObject({ roots: [], lists: [] });
    expect(window).toEqual(DEFAULT_CA_WINDOW);
  });

  it('holds at once: a field that was added lets a key in that had none before', async () => {
    const leaf = issueLeaf(world.hierarchy, { fields: [textExtension(OWN, `SZ${inventedUscc(5)}`)] });
    expect(await world.answer(await world.begin(), leaf)).toMatchObject({ refusal: { code: 'no-uscc' } });
    expect(await save(withOwn, null)).toMatchObject({ ok: true });
    expect(await world.answer(await world.begin(), leaf)).toMatchObject({ ok: true, value: { uscc: inventedUscc(5) } });
    const { providers } = await caOverview(world.as(admin));
    expect(providers[0]?.changes).toMatchObject([{ by: '业务人员 admin', reason: '江苏CA 换发新证书' }]);
  });

  it('keeps before and after in the log', async () => {
    const row = await world.db.auditEntry.findFirstOrThrow({ where: { action: 'ca.fields' } });
    expect(row.detail).toMatchObject({ before: { personal: DEFAULT_FIELDS.JIANGSU.personal }, after: withOwn });
  });

  it('[table-changed] [nothing-changed] of one administrator is not overwritten unseen by another', async () => {
    const seen = (await caOverview(world.as(admin))).providers[0]?.fieldsAt ?? null;
    expect(await save(withOwn, seen)).toMatchObject({ refusal: { code: 'nothing-changed' } });
    expect(await save(DEFAULT_FIELDS.JIANGSU, null)).toMatchObject({ refusal: { code: 'table-changed' } });
    expect(await save(DEFAULT_FIELDS.JIANGSU, seen, 5)).toMatchObject({ ok: true });
  });

  it('is refused where it would let no key in or hang the server', () => {
    const given = (table: object) =>
      saveCaFieldsSchema.safeParse({ provider: 'JIANGSU', table, seen: null, reason: '换发新证书' });
    const sources = withOwn.sources;
    expect(given(withOwn).success).toBe(true);
    expect(given({ ...withOwn, sources: sources.map((one) => ({ ...one, isOn: false })) }).success).toBe(false);
    expect(given({ ...withOwn, sources: [...sources, ...sources.slice(0, 1)] }).success).toBe(false);
    expect(given({ ...withOwn, sources: [{ ...sources[0], oid: '(a+)+$' }] }).success).toBe(false);
    expect(given({ ...withOwn, personal: [] }).success).toBe(false);
  });

  it('the window is what refused enterprises then read', async () => {
    const window = { ...DEFAULT_CA_WINDOW, place: '苏州中心5楼CA窗口' };
    expect(await saveCaWindow(world.as(admin), { window, reason: '窗口搬迁' })).toMatchObject({ ok: true });
    const refused = await world.answer(await world.begin(), issueLeaf(world.hierarchy, { uscc: null }));
    if (refused.ok || refused.refusal.code !== 'no-uscc') throw new Error('was not refused');
    expect(JSON.stringify(explainCa['no-uscc'](refused.refusal).next)).toContain('苏州中心5楼CA窗口');
  });

  it('is for the system administrator alone', async () => {
    const other = world.as(staffActor(admin.id, 'window', 'WINDOW', 'SECURITY_ADMIN', 'AUDITOR'));
    await expect(caOverview(other)).rejects.toThrow('denied');
    await expect(
      saveCaFields(other, { provider: 'JIANGSU', table: withOwn, seen: null, reason: '换发新证书' }),
    ).rejects.toThrow('denied');
  });
});
