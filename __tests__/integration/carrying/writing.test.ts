import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditHash, writeAudit } from '@/lib/audit/write';
import { changeStatus } from '@/lib/db/change-status';
import { newId } from '@/lib/db/ids';
import { inTransaction, transact } from '@/lib/db/transact';
import { ok, refuse } from '@/lib/kernel/result';
import { ENTERPRISE } from '@/lib/enterprise/rules/states';
import { systemActor } from '@/lib/access/actor';
import { anEnterprise } from '../../builders/people';
import { openWorld, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

let world: World;
let drop: () => Promise<void>;
const system = () => world.as(systemActor('test'));

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  world = openWorld(database.connectionString);
});

afterAll(async () => {
  await world.close();
  await drop();
});

const enterpriseRow = (id: string) => world.db.enterprise.findUniqueOrThrow({ where: { id } });

describe('a change of status', () => {
  it('is made once by twenty people at the same instant; the others are told that somebody was faster', async () => {
    const { id } = await anEnterprise(world.db, world.vault);
    const row = await enterpriseRow(id);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => transact(system(), (tx) => changeStatus(tx, ENTERPRISE, row, 'freeze'))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.ok && answer.refusal.code === 'somebody-was-faster')).toHaveLength(19);
    expect(await world.db.auditEntry.count({ where: { subjectId: id } })).toBe(1);
  });

  it('asks for the message of its edge in the same transaction, or not at all', async () => {
    const { id } = await anEnterprise(world.db, world.vault);
    const row = await enterpriseRow(id);
    const jobs = () =>
      world.db.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM audit_entry WHERE subject_id = ${id}`;
    await transact(system(), async (tx) => {
      const done = await changeStatus(tx, ENTERPRISE, row, 'freeze');
      return done.ok ? refuse({ code: 'changed-my-mind' }) : done;
    });
    expect((await enterpriseRow(id)).status).toBe('ACTIVE');
    expect((await jobs())[0]?.n).toBe(0n);
  });

  it('without an edge in the table cannot be written', async () => {
    const { id } = await anEnterprise(world.db, world.vault);
    const row = await enterpriseRow(id);
    await expect(transact(system(), (tx) => changeStatus(tx, ENTERPRISE, row, 'unfreeze'))).rejects.toThrow(/0 edges/);
  });
});

describe('a transaction', () => {
  it('inside another one joins it: a refusal of the outer one takes the inner one back', async () => {
    const { id } = await anEnterprise(world.db, world.vault);
    const answer = await transact(system(), async (tx) => {
      await transact(tx, async (inner) => {
        await inner.db.enterprise.update({ where: { id }, data: { profileSource: 'inner' } });
        return ok();
      });
      return refuse({ code: 'no' });
    });
    expect(answer).toEqual({ ok: false, refusal: { code: 'no' } });
    expect((await enterpriseRow(id)).profileSource).not.toBe('inner');
  });
});

describe('the log', () => {
  it('carries in every row the hash of the one before, and every hash can be computed again', async () => {
    const subjectId = newId();
    for (const word of ['一', '二', '三']) {
      await inTransaction(system(), (tx) =>
        writeAudit(tx, { action: 'test', word, subjectKind: 'test', subjectId, detail: { b: 1, a: [word] } }),
      );
    }
    const rows = await world.db.auditEntry.findMany({ where: { subjectId }, orderBy: { sequence: 'asc' } });
    expect(rows.map((row) => row.sequence)).toEqual([1, 2, 3]);
    expect(rows.map((row) => row.previous)).toEqual(['', rows[0]?.hash, rows[1]?.hash]);
    expect(rows.map((row) => auditHash(row))).toEqual(rows.map((row) => row.hash));
  });

  it('and what was submitted cannot be changed nor deleted by the application', async () => {
    await expect(world.db.$executeRaw`UPDATE audit_entry SET word = 'x'`).rejects.toThrow(/permission denied/);
    await expect(world.db.$executeRaw`DELETE FROM audit_entry`).rejects.toThrow(/permission denied/);
    await expect(world.db.$executeRaw`UPDATE submission SET number = 9`).rejects.toThrow(/permission denied/);
  });
});
