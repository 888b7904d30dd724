import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PUBLIC } from '@/lib/access/actor';
import { newId } from '@/lib/db/ids';
import { openProgrammes, programmeByCode, publishedVersion, versionById } from '@/lib/programme/queries';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { aPublishedProgramme, type BuiltProgramme } from '../../builders/programme';
import { openWorld, type World } from '../../support/context';
import { freshDatabase, type FreshDatabase } from '../../support/database';

jest.setTimeout(120_000);

let database: FreshDatabase;
let world: World;
let open: BuiltProgramme;
let shut: BuiltProgramme;
beforeAll(async () => {
  database = await freshDatabase();
  world = openWorld(database.connectionString);
  open = await aPublishedProgramme(world.db, { opensOn: '2026-03-01', closesOn: '2026-11-30' });
  const config = { ...talentRecruitment, code: 'postdoc', name: '博士后科研资助' };
  shut = await aPublishedProgramme(world.db, { config, opensOn: '2026-03-01', closesOn: '2026-09-30' });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const at = (instant: string) => world.as(PUBLIC, new Date(instant));
const NOW = '2026-11-23T02:00:00Z';

describe('published programmes', () => {
  it('list what can be applied for now before what is closed', async () => {
    const programmes = await openProgrammes(at(NOW));
    expect(programmes.map(({ code, current }) => [code, current?.window.state])).toEqual([
      ['talent-recruitment', 'open'],
      ['postdoc', 'closed'],
    ]);
    expect(programmes[0]?.current).toMatchObject({ year: 2026, window: { daysLeft: 7, closesOn: '2026-11-30' } });
  });

  it('are open at the last millisecond of the last day in Shanghai and closed one later', async () => {
    const stateAt = async (instant: string) => (await programmeByCode(at(instant), open.code))?.current?.window.state;
    expect(await stateAt('2026-11-30T15:59:59.999Z')).toBe('open');
    expect(await stateAt('2026-11-30T16:00:00.000Z')).toBe('closed');
    expect(await stateAt('2026-02-28T15:59:59.999Z')).toBe('before');
    expect(await stateAt('2026-02-28T16:00:00.000Z')).toBe('open');
  });

  it('say when a closed one opens next, once that is known', async () => {
    expect((await programmeByCode(at(NOW), 'postdoc'))?.opensNextOn).toBeNull();
    const { programmeId } = shut;
    const next = { id: newId(), programmeId, year: 2027, opensOn: '2027-03-01', closesOn: '2027-09-30', budgetFen: 1n };
    await world.db.programmeYear.create({ data: next });
    const view = await programmeByCode(at(NOW), 'postdoc');
    expect(view).toMatchObject({ opensNextOn: '2027-03-01', current: { year: 2026, window: { state: 'closed' } } });
    expect((await programmeByCode(at('2027-04-01T00:00:00Z'), 'postdoc'))?.current).toMatchObject({ year: 2027 });
  });

  it('are shown in their newest published version, while cases keep the one they are pinned to', async () => {
    const before = await versionById(at(NOW), open.versionId);
    const versionId = newId();
    const config = { ...talentRecruitment, summary: '新的一版。' };
    await world.db.programmeVersion.update({ where: { id: open.versionId }, data: { status: 'RETIRED' } });
    await world.db.programmeVersion.create({
      data: { id: versionId, programmeId: open.programmeId, number: 2, status: 'PUBLISHED', config, sha256: 'x' },
    });
    expect(await publishedVersion(at(NOW), open.programmeId)).toMatchObject({ versionId, versionNumber: 2 });
    expect((await programmeByCode(at(NOW), open.code))?.config.summary).toBe('新的一版。');
    expect(await versionById(at(NOW), open.versionId)).toBe(before);
  });

  it('do not show a draft, and do not know another code', async () => {
    const programmeId = newId();
    const config = { ...talentRecruitment, code: 'draft-only' };
    await world.db.programme.create({
      data: { id: programmeId, code: 'draft-only', name: 'x', createdAt: new Date(NOW) },
    });
    await world.db.programmeVersion.create({
      data: { id: newId(), programmeId, number: 1, status: 'DRAFT', config, sha256: 'x' },
    });
    expect(await programmeByCode(at(NOW), 'draft-only')).toBeNull();
    expect(await programmeByCode(at(NOW), 'nothing')).toBeNull();
  });

  it('read a draft anew each time, since it may change', async () => {
    const id = newId();
    const draft = { id, programmeId: shut.programmeId, number: 9, status: 'DRAFT' as const, sha256: 'x' };
    await world.db.programmeVersion.create({ data: { ...draft, config: talentRecruitment } });
    await versionById(at(NOW), id);
    await world.db.programmeVersion.update({ where: { id }, data: { config: { ...talentRecruitment, name: '改名' } } });
    expect((await versionById(at(NOW), id)).config.name).toBe('改名');
  });
});
