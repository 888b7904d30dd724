import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '@/lib/access/actor';
import { outboxMail, outboxSms } from '@/lib/drivers/mail/outbox';
import { send } from '@/lib/messaging/commands/send';
import { tell } from '@/lib/messaging/commands/tell';
import { refuse } from '@/lib/kernel/result';
import { aSubmitted } from '../../builders/application';
import { anEnterprise } from '../../builders/people';
import { aPublishedProgramme } from '../../builders/programme';
import { enterpriseActor, openWorld, type World } from '../../support/context';
import { freshDatabase } from '../../support/database';

let world: World;
let drop: () => Promise<void>;
let job: { kind: string; subjectKind: string; subjectId: string; auditId: string };
const system = () => world.as(systemActor('tell'));

beforeAll(async () => {
  const database = await freshDatabase();
  drop = database.drop;
  world = openWorld(database.connectionString);
  await aPublishedProgramme(world.db);
  const enterprise = await anEnterprise(world.db, world.vault);
  const clerk = world.as(
    enterpriseActor({
      id: enterprise.users.super,
      enterpriseId: enterprise.id,
      enterpriseName: enterprise.name,
      uscc: enterprise.uscc,
    }),
  );
  const { applicationId } = await aSubmitted(clerk, { contactId: enterprise.contactIds[0] });
  const audit = await world.db.auditEntry.findFirstOrThrow({
    where: { subjectId: applicationId, toStatus: 'SUBMITTED' },
  });
  job = { kind: 'submitted', subjectKind: 'application', subjectId: applicationId, auditId: audit.id };
}, 120_000);

afterAll(async () => {
  await world.close();
  await drop();
});

describe('telling', () => {
  it('writes one SMS and one mail per act however often the job runs, with sealed addresses', async () => {
    for (let times = 0; times < 3; times += 1) await tell(system(), job, 'https://portal.example');
    const rows = await world.db.message.findMany({ where: { applicationId: job.subjectId } });
    expect(rows.map((row) => row.channel).sort()).toEqual(['MAIL', 'SMS']);
    expect(JSON.stringify(rows)).not.toMatch(/138\d{8}|@example\.com/);
    const sealed = await world.db.sealedValue.findMany({ where: { tableName: 'message' } });
    expect(sealed.every((one) => !/138|example/.test(one.envelope))).toBe(true);
  });

  it('hands a message over once; the box shows who was told what', async () => {
    const ports = { ...world.ports, mail: outboxMail(world.db), sms: outboxSms(world.db) };
    const rows = await world.db.message.findMany({ where: { applicationId: job.subjectId } });
    for (const { id } of [...rows, ...rows]) await send({ ...system(), ports }, { messageId: id });
    const box = await world.db.devOutbox.findMany();
    expect(box).toHaveLength(2);
    expect(box.find((one) => one.channel === 'SMS')?.body).toMatch(/^【园区一网通办】您的申请RC\d{11}已提交/);
    expect(await world.db.message.count({ where: { status: 'SENT' } })).toBe(2);
  });

  it('tries again when the provider cannot be reached, and gives up an address that is rejected', async () => {
    await world.db.message.updateMany({ data: { status: 'QUEUED', attempts: 0 } });
    const [first] = await world.db.message.findMany({ where: { channel: 'SMS' } });
    const failing = (why: 'unreachable' | 'rejected') => ({
      ...system(),
      ports: { ...world.ports, sms: { send: async () => refuse(why) } },
    });
    await expect(send(failing('unreachable'), { messageId: first?.id ?? '' })).rejects.toThrow(/unreachable/);
    expect((await world.db.message.findUniqueOrThrow({ where: { id: first?.id } })).status).toBe('QUEUED');
    await send(failing('rejected'), { messageId: first?.id ?? '' });
    expect((await world.db.message.findUniqueOrThrow({ where: { id: first?.id } })).status).toBe('FAILED');
  });
});
