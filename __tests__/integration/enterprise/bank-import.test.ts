import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Denied } from '@/lib/access/authorise';
import { workerSpreadsheets } from '@/lib/drivers/spreadsheet/worker-spreadsheets';
import { bankImportView, bankRisks, bankSummary, searchBanks } from '@/lib/enterprise/bank-queries';
import { lookUpBanks } from '@/lib/enterprise/commands/look-up-banks';
import { readBankFile } from '@/lib/enterprise/commands/read-bank-file';
import { takeBankFile } from '@/lib/enterprise/commands/take-bank-file';
import { anEnterprise, aStaffUser, type BuiltEnterprise } from '../../builders/people';
import { aWorkbook } from '../../builders/spreadsheet';
import { streamOf } from '../../builders/stream-of';
import { enterpriseActor, openWorld, staffActor, type World } from '../../support/context';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { inProject } from '../../../scripts/tools/project.mjs';

const HEAD = ['开户行名称', '联行号', '城市'];
const HUDONG = ['样例银行苏州湖东支行', '999305000101', '苏州'];
const HUXI = ['样例银行苏州湖西支行', '999305000102', '苏州'];
const NANJING = ['样例银行南京云桥支行', '999305000103', '南京'];

describe('the bank table from a spreadsheet', () => {
  let database: FreshDatabase;
  let world: World;
  let reader: ReturnType<typeof workerSpreadsheets>;
  let admin: ReturnType<typeof staffActor>;
  let own: BuiltEnterprise;
  beforeAll(async () => {
    reader = workerSpreadsheets({ workerPath: inProject('.cache', 'workers', 'spreadsheet-worker.mjs') });
    database = await freshDatabase();
    world = openWorld(database.connectionString, { ports: { spreadsheets: reader } });
    const id = await aStaffUser(world.db, { username: 'admin', roles: ['SYSTEM_ADMIN'], passwordHash: 'x' });
    admin = staffActor(id, 'admin', 'SYSTEM_ADMIN');
    own = await anEnterprise(world.db, world.vault, {});
  });
  afterAll(async () => {
    await world.close();
    await database.drop();
    await reader.close();
  });
  beforeEach(async () => {
    await world.db.bankBranch.deleteMany();
    await world.db.bankBranchImport.deleteMany();
  });
  const read = async (rows: string[][], scope: 'whole' | 'part' = 'part') => {
    const body = streamOf(aWorkbook([HEAD, ...rows]));
    const done = await readBankFile(world.as(admin), { name: '银行表.xlsx', scope }, body);
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value.id;
  };
  const take = (id: string) => takeBankFile(world.as(admin), { id, reason: '清算中心月度数据' });
  const found = async (words: string) => (await searchBanks(world.as(admin), words)).rows.map(({ name }) => name);

  it('changes nothing when it is tried, and what was shown when it is confirmed, with an audit row of each', async () => {
    const id = await read([HUDONG, NANJING, ['样例银行', '12', '苏州']]);
    expect(await world.db.bankBranch.count()).toBe(0);
    expect(await bankImportView(world.as(admin), id)).toMatchObject({
      ...{ newCount: 2, changedCount: 0, goneCount: 0, wrongCount: 1, by: 'admin' },
      errors: [{ line: 4 }],
      changes: [{ what: 'new' }, { what: 'new' }],
    });
    expect(await take(id)).toMatchObject({ ok: true, value: { newCount: 2 } });
    expect(await bankSummary(world.as(admin))).toMatchObject({ size: 2, cities: 2, lastImport: { id } });
    const log = await world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { sequence: 'asc' } });
    expect(log.map(({ action }) => action)).toEqual(['banks.read', 'banks.import']);
    expect(log[1]?.detail).toMatchObject({ reason: '清算中心月度数据', newCount: 2, wrongCount: 1 });
  });

  it('as a part changes only what it names; as a whole what it does not name is gone, and may come back', async () => {
    await take(await read([HUDONG, HUXI]));
    await take(await read([NANJING]));
    expect(await found('')).toHaveLength(3);
    await take(await read([['样例银行苏州湖东第一支行', '999305000101', '苏州'], NANJING], 'whole'));
    expect(await found('苏州')).toEqual(['样例银行苏州湖东第一支行']);
    expect(await bankSummary(world.as(admin))).toMatchObject({ size: 2, gone: 1 });
    await take(await read([HUXI]));
    expect(await found('湖西')).toEqual([HUXI[0]]);
  });

  it('as a whole is not taken over with a wrong row: a mistyped branch would count as gone', async () => {
    await take(await read([HUDONG, HUXI]));
    const id = await read([HUDONG, ['样例银行苏州湖西支行', '99930500010', '苏州']], 'whole');
    expect(await take(id)).toEqual({ ok: false, refusal: { code: 'whole-with-faults', count: 1 } });
    expect(await found('湖西')).toEqual([HUXI[0]]);
  });

  it('is taken over once, and not at all when another file was taken over since', async () => {
    const [first, second] = [await read([HUDONG]), await read([HUDONG, HUXI])];
    const answers = await Promise.all([take(first), take(first), take(first)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await take(second)).toEqual({ ok: false, refusal: { code: 'banks-moved' } });
  });

  it('is found by any part of name and city together, and by the beginning of its number', async () => {
    await take(await read([HUDONG, HUXI, NANJING]));
    expect(await found('湖 苏州')).toEqual([HUDONG[0], HUXI[0]]);
    expect(await found('9993050001')).toHaveLength(3);
    expect(await found('南京 湖')).toEqual([]);
    const clerk = world.as(
      enterpriseActor({ id: own.users.super, enterpriseId: own.id, enterpriseName: own.name, uscc: own.uscc }),
    );
    expect(await lookUpBanks(clerk, { words: '云桥', cnapsCode: '9993 0500 0101' })).toMatchObject({
      value: { rows: [{ name: NANJING[0] }], ofCode: { name: HUDONG[0] }, hasTable: true },
    });
    expect(await lookUpBanks(clerk, { words: '', cnapsCode: '999305000999' })).toMatchObject({
      value: { rows: [], ofCode: null, hasTable: true },
    });
  });

  it('says of an account what it does not agree with, and of none where there is no table', async () => {
    const accounts = [
      { bankName: '样例银行苏州湖东支行', cnapsCode: '999305000101' },
      { bankName: '样例银行苏州湖西支行', cnapsCode: '999305000101' },
      { bankName: '样例银行苏州湖东支行', cnapsCode: '999305000777' },
    ];
    const before = await bankRisks(world.db, accounts);
    expect(accounts.map(before)).toEqual([null, null, null]);
    await take(await read([HUDONG]));
    const risk = await bankRisks(world.db, accounts);
    expect(accounts.map(risk)).toEqual([
      null,
      '开户行与银行表不一致：表中为“样例银行苏州湖东支行”',
      '联行号不在银行表中',
    ]);
  });

  it('is the system administrator’s alone', async () => {
    const window = world.as(staffActor(admin.id, 'window', 'WINDOW'));
    const body = streamOf(aWorkbook([HEAD, HUDONG]));
    await expect(readBankFile(window, { name: 'a.xlsx', scope: 'part' }, body)).rejects.toThrow(Denied);
    await expect(takeBankFile(window, { id: admin.id, reason: '月度数据' })).rejects.toThrow(Denied);
    await expect(bankSummary(window)).rejects.toThrow(Denied);
  });
});
