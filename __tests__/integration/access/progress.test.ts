import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lookUpProgress } from '@/lib/access/commands/look-up-progress';
import { progressSchema } from '@/lib/access/rules/progress';
import { newId } from '@/lib/db/ids';
import { formatNumber } from '@/lib/kernel/numbers';
import { aPublishedProgramme } from '../../builders/programme';
import { accessWorld, later, type AccessWorld } from './access-world';

const NUMBER = formatNumber('RC', 2026, 503);

let world: AccessWorld;
beforeAll(async () => {
  world = await accessWorld();
  const { programmeId, versionId } = await aPublishedProgramme(world.db);
  const at = new Date('2026-11-02T01:00:00Z');
  await world.db.application.create({
    data: {
      ...{ id: newId(), number: NUMBER, enterpriseId: world.enterprise.id, createdById: world.enterprise.users.super },
      ...{ programmeId, programmeVersionId: versionId, programmeYear: 2026, status: 'AWAITING_FINAL', answers: {} },
      ...{ createdAt: at, updatedAt: at, submittedAt: at, proposedRejection: true, decisionReason: '不可外传' },
    },
  });
});
afterAll(() => world.drop());

const tail = () => world.enterprise.uscc.slice(-6);
const look = (typed: { number: string; usccTail: string }, address = '203.0.113.20') =>
  lookUpProgress(world.visitor({ address }), progressSchema.parse(typed));

describe('progress without signing in', () => {
  it('tells the status word and days, and nothing else of the case', async () => {
    const found = await look({ number: ` ${NUMBER.toLowerCase()} `, usccTail: tail().toLowerCase() });
    expect(found).toEqual({
      ok: true,
      value: {
        ...{ number: NUMBER, word: '等待复审', tone: 'blue', icon: 'clock' },
        ...{ since: '2026-11-02', submittedOn: '2026-11-02' },
      },
    });
  });

  it('answers an unknown number and a wrong tail alike', async () => {
    const unknown = await look({ number: formatNumber('RC', 2026, 777), usccTail: tail() });
    const wrongTail = await look({ number: NUMBER, usccTail: '00000A' });
    expect(unknown).toEqual({ ok: false, refusal: { code: 'no-such-case' } });
    expect(wrongTail).toEqual(unknown);
  });

  it('says which digit to look at before it asks the database', () => {
    const typed = progressSchema.safeParse({ number: 'RC20260005030', usccTail: '12345' });
    expect(typed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ['number', '编号有误，请与凭证逐位核对。'],
      ['usccTail', '请填写最后 6 位字母或数字。'],
    ]);
  });

  it('is asked by one network twenty times in ten minutes, and then not until they are over', async () => {
    const address = '198.51.100.77';
    for (let asked = 0; asked < 20; asked += 1) await look({ number: NUMBER, usccTail: '00000A' }, address);
    expect(await look({ number: NUMBER, usccTail: tail() }, address)).toMatchObject({
      refusal: { code: 'too-many-tries' },
    });
    const next = world.visitor({ address, at: later(600) });
    expect(await lookUpProgress(next, { number: NUMBER, usccTail: tail() })).toMatchObject({ ok: true });
  });
});
