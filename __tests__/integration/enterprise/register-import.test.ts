import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { workerSpreadsheets } from '@/lib/drivers/spreadsheet/worker-spreadsheets';
import { readRegisterFile } from '@/lib/enterprise/commands/read-register-file';
import { takeRegisterFile } from '@/lib/enterprise/commands/take-register-file';
import { importView, registerSummary, searchRegister } from '@/lib/enterprise/register-queries';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { Denied } from '@/lib/access/authorise';
import { inventedUscc } from '../../builders/invented-uscc';
import { aStaffUser } from '../../builders/people';
import { aWorkbook } from '../../builders/spreadsheet';
import { openWorld, staffActor, type World } from '../../support/context';
import { freshDatabase, type FreshDatabase } from '../../support/database';
import { inProject } from '../../../scripts/tools/project.mjs';
import { streamOf } from '../../builders/stream-of';

const HEAD = ['统一社会信用代码', '企业名称', '登记状态'];
const AS_OF = shanghaiDay('2026-11-20');

describe('the register from a spreadsheet', () => {
  let database: FreshDatabase;
  let world: World;
  let reader: ReturnType<typeof workerSpreadsheets>;
  let admin: ReturnType<typeof staffActor>;
  beforeAll(() => {
    reader = workerSpreadsheets({ workerPath: inProject('.cache', 'workers', 'spreadsheet-worker.mjs') });
  });
  afterAll(() => reader.close());
  beforeEach(async () => {
    database = await freshDatabase();
    world = openWorld(database.connectionString, { ports: { spreadsheets: reader } });
    const id = await aStaffUser(world.db, { username: 'admin', roles: ['SYSTEM_ADMIN'], passwordHash: 'x' });
    admin = staffActor(id, 'admin', 'SYSTEM_ADMIN');
  });
  afterEach(async () => {
    await world.close();
    await database.drop();
  });
  const read = async (rows: string[][], name = '法人库.xlsx') => {
    const done = await readRegisterFile(world.as(admin), { name, asOf: AS_OF }, streamOf(aWorkbook([HEAD, ...rows])));
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value.id;
  };
  const take = (id: string) => takeRegisterFile(world.as(admin), { id, reason: '登记机关月度数据' });

  it('changes nothing when it is tried, and what was shown when it is confirmed', async () => {
    const id = await read([
      [inventedUscc(1), '苏州甲有限公司', '存续'],
      [inventedUscc(2), '苏州乙有限公司', '注销'],
      ['not a code', '苏州丙有限公司', '存续'],
    ]);
    expect(await world.db.legalEntity.count()).toBe(0);
    expect(await importView(world.as(admin), id)).toMatchObject({
      newCount: 2,
      changedCount: 0,
      wrongCount: 1,
      by: 'admin',
      errors: [{ line: 4, name: '苏州丙有限公司' }],
      changes: [{ what: 'new' }, { what: 'new' }],
    });

    expect(await take(id)).toEqual({ ok: true, value: { added: 2, changed: 0 } });
    expect(await registerSummary(world.as(admin))).toMatchObject({ size: 2, struckOff: 1, lastImport: { id } });
    const { register } = world.ports;
    expect(await register.lookUp({ uscc: inventedUscc(1), name: '苏州甲有限公司' })).toMatchObject({ answer: 'match' });
    expect(await register.lookUp({ uscc: inventedUscc(2), name: '苏州乙有限公司' })).toMatchObject({
      why: 'struck-off',
    });
    const log = await world.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { sequence: 'asc' } });
    expect(log.map(({ action }) => action)).toEqual(['register.read', 'register.import']);
    expect(log[1]?.detail).toMatchObject({ reason: '登记机关月度数据', added: 2, left: 1 });
  });

  it('leaves out nothing that it does not name, and dates what it confirms', async () => {
    await take(
      await read([
        [inventedUscc(1), '苏州甲有限公司', '存续'],
        [inventedUscc(2), '苏州乙有限公司', '存续'],
      ]),
    );
    const id = await read([[inventedUscc(1), '苏州甲（新）有限公司', '']]);
    expect(await take(id)).toEqual({ ok: true, value: { added: 0, changed: 1 } });
    const { rows } = await searchRegister(world.as(admin), '');
    expect(rows.map(({ name, status }) => [name, status])).toEqual([
      ['苏州甲（新）有限公司', '存续'],
      ['苏州乙有限公司', '存续'],
    ]);
    expect((await searchRegister(world.as(admin), '甲(新)')).rows).toHaveLength(1);
    expect((await searchRegister(world.as(admin), inventedUscc(2).toLowerCase())).rows).toHaveLength(1);
  });

  it('is taken over once, however many confirm it at once', async () => {
    const id = await read(Array.from({ length: 500 }, (_, n) => [inventedUscc(n), `苏州第${n}有限公司`, '存续']));
    const answers = await Promise.all(Array.from({ length: 6 }, () => take(id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter((one) => !one.ok).map((one) => !one.ok && one.refusal.code)).toEqual(
      Array.from({ length: 5 }, () => 'already-taken'),
    );
    expect(await world.db.legalEntity.count()).toBe(500);
  });

  it('is refused when another file was taken over since: what was shown is no longer what happens', async () => {
    const first = await read([[inventedUscc(1), '苏州甲有限公司', '存续']]);
    const second = await read([[inventedUscc(1), '苏州甲二有限公司', '存续']]);
    expect((await take(first)).ok).toBe(true);
    expect(await take(second)).toEqual({ ok: false, refusal: { code: 'register-moved' } });
    expect((await searchRegister(world.as(admin), '')).rows[0]?.name).toBe('苏州甲有限公司');
  });

  it('takes five thousand rows at once', async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => [inventedUscc(n), `苏州第${n}科技有限公司`, '存续']);
    const began = performance.now();
    expect(await take(await read(rows))).toEqual({ ok: true, value: { added: 5_000, changed: 0 } });
    expect(performance.now() - began).toBeLessThan(60_000);
  }, 120_000);

  it('is the system administrator’s: the window may look, others see nothing', async () => {
    const window = staffActor(admin.id, 'window', 'WINDOW');
    const body = streamOf(aWorkbook([HEAD, [inventedUscc(1), '苏州甲有限公司', '']]));
    await expect(readRegisterFile(world.as(window), { name: 'a.xlsx', asOf: AS_OF }, body)).rejects.toThrow(Denied);
    expect(body.locked).toBe(false);
    expect((await registerSummary(world.as(window))).size).toBe(0);
    await expect(registerSummary(world.as(staffActor(admin.id, 'first', 'FIRST_REVIEWER')))).rejects.toThrow(Denied);
  });

  it('does not take data of tomorrow', async () => {
    const body = streamOf(aWorkbook([HEAD, [inventedUscc(1), '苏州甲有限公司', '']]));
    const asOf = shanghaiDay('2026-11-24');
    const read = await readRegisterFile(world.as(admin), { name: 'a.xlsx', asOf }, body);
    expect(read).toEqual({ ok: false, refusal: { code: 'as-of-future' } });
  });
});
