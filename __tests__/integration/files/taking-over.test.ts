import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { takeOver } from '@/lib/application/commands/take-over';
import { fileForReading, pagesForReading } from '@/lib/application/file-queries';
import { draftForEdit } from '@/lib/application/queries';
import { earlierPapers } from '@/lib/application/take-over-queries';
import { workerDrawer } from '@/lib/drivers/vision/worker-drawer';
import { drawPages } from '@/lib/files/commands/draw-pages';
import type { TalentOptions } from '../../builders/answers';
import { aDraft, aSubmitted, sendInParts, TWO_TALENTS } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from '../application/application-world';
import * as hostile from '../application/hostile-files';

let world: ApplicationWorld;
let earlier: Awaited<ReturnType<typeof aSubmitted>>;
let now: Awaited<ReturnType<typeof aDraft>>;
beforeAll(async () => {
  world = await applicationWorld();
  earlier = await aSubmitted(world.clerk);
  // The first talent applied before; the second is somebody else.
  const talents: TalentOptions[] = [...TWO_TALENTS.slice(0, 1), { category: 'D', name: '赵敏', seed: 555 }];
  now = await aDraft(world.clerk, { withoutPapers: true, talents });
  await aSubmitted(world.stranger);
});
afterAll(() => world.drop());

const licence = () => ({ applicationId: now.applicationId, requirementId: 'businessLicence', talentId: null });
const degreeOf = (index: number) => ({
  ...{ applicationId: now.applicationId, requirementId: 'degreeCertificate' },
  talentId: now.talentIds[index] ?? '',
});

describe('papers of earlier applications', () => {
  it('are listed by requirement with where they come from, the same enterprise’s only', async () => {
    const papers = await earlierPapers(world.clerk, licence());
    expect(papers).toMatchObject([{ from: `2026 年度，${earlier.number}，第 1 次提交`, ageMonths: 0 }]);
  });

  it('of a talent are those of the same person', async () => {
    expect(await earlierPapers(world.clerk, degreeOf(0))).toHaveLength(1);
    expect(await earlierPapers(world.clerk, degreeOf(1))).toEqual([]);
  });

  it('are attached again without an upload: the same stored file in a place of its own', async () => {
    const [paper] = await earlierPapers(world.clerk, degreeOf(0));
    const before = await world.db.storedFile.count();
    const taken = await takeOver(world.clerk, { ...degreeOf(0), attachmentId: paper?.attachmentId ?? '' });
    expect(taken.ok).toBe(true);
    const { draft } = await draftForEdit(world.clerk, now.applicationId);
    expect(draft.attachments.map(({ fileId }) => fileId)).toContain(paper?.fileId);
    expect(await world.db.storedFile.count()).toBe(before);
  });

  it('of another enterprise, person or requirement cannot be taken', async () => {
    const foreign = await world.db.attachment.findFirstOrThrow({
      where: { requirementId: 'businessLicence', application: { enterpriseId: world.other.id } },
    });
    const [own] = await earlierPapers(world.clerk, licence());
    const no = { ok: false, refusal: { code: 'not-found' } };
    expect(await takeOver(world.clerk, { ...licence(), attachmentId: foreign.id })).toEqual(no);
    expect(await takeOver(world.clerk, { ...degreeOf(1), attachmentId: own?.attachmentId ?? '' })).toEqual(no);
  });
});

describe('a PDF', () => {
  it('is drawn page by page beside itself, so that every browser shows the same', async () => {
    const drawer = workerDrawer({ workerPath: join(process.cwd(), '.cache', 'workers', 'vision-worker.mjs') });
    const ctx = { ...world.clerk, ports: { ...world.ports, pages: drawer } };
    const place = { ...licence(), requirementId: 'commitmentLetter' };
    const sent = await sendInParts(ctx, place, hostile.aPdf(), { name: '承诺书.pdf' });
    const fileId = sent.ok && 'fileId' in sent.value ? sent.value.fileId : '';
    expect(await pagesForReading(ctx, fileId)).toBeNull();
    await drawPages(ctx, { fileId });
    await drawer.close();
    expect(await pagesForReading(ctx, fileId)).toBe(1);
    const page = await fileForReading(ctx, fileId, { page: 1 });
    expect(page).toMatchObject({ mediaType: 'image/jpeg', mayShowInline: true });
    const { width = 0, height = 0 } = await sharp((await page?.bytes()) ?? undefined).metadata();
    expect(Math.max(width, height)).toBe(2000);
    expect(await fileForReading(ctx, fileId, { page: 2 })).toBeNull();
    expect(await fileForReading(ctx, fileId, 'thumb')).not.toBeNull();
  });
});
