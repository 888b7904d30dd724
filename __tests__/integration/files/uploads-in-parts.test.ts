import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beginUpload } from '@/lib/application/commands/begin-upload';
import { finishUpload } from '@/lib/application/commands/finish-upload';
import { cancelUpload, receivePart } from '@/lib/application/commands/receive-part';
import { removeAttachment } from '@/lib/application/commands/remove-attachment';
import { restoreAttachment } from '@/lib/application/commands/restore-attachment';
import { moveAttachment } from '@/lib/application/commands/move-attachment';
import { besidePapers } from '@/lib/application/papers-queries';
import { draftForEdit } from '@/lib/application/queries';
import { Denied } from '@/lib/access/authorise';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { expireParts } from '@/lib/files/commands/expire-parts';
import { STUCK_AFTER_MINUTES } from '@/lib/files/rules/upload-figures';
import { uploadReport } from '@/lib/files/upload-queries';
import { MAX_UNFINISHED, PART_BYTES } from '@/lib/files/rules/upload-limits';
import { aDraft, sendInParts } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from '../application/application-world';
import * as hostile from '../application/hostile-files';

let world: ApplicationWorld;
let applicationId: string;
let talentIds: readonly string[];
beforeAll(async () => {
  world = await applicationWorld();
  ({ applicationId, talentIds } = await aDraft(world.clerk, { withoutPapers: true }));
});
afterAll(() => world.drop());

const place = (requirementId = 'commitmentLetter', talentId: string | null = null) => ({
  ...{ applicationId, requirementId, talentId, replaces: null as string | null },
});
/** A PDF of about this size: its content is checked, its padding is a comment. */
const aLongPdf = (bytes: number, seed: number) =>
  new Uint8Array(
    hostile.aPdf({
      extra: `% ${String(seed)
        .padEnd(9, 'x')
        .repeat(Math.ceil(bytes / 9))}\n`,
    }),
  );
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function begin(bytes: Uint8Array, name = 'a.pdf', where = place()) {
  const file = { name, sizeBytes: bytes.length, fingerprint: sha256(bytes), again: false };
  const begun = await beginUpload(world.clerk, { ...where, ...file });
  if (!begun.ok) throw new Error(begun.refusal.code);
  return begun.value;
}
const part = (uploadId: string, offset: number, bytes: Uint8Array) =>
  receivePart(world.clerk, { uploadId, offset }, new Blob([bytes as BlobPart]).stream());

/** A connection that breaks after so many bytes. */
function cutAfter(bytes: Uint8Array, count: number): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) return controller.error(new Error('aborted'));
      isSent = true;
      controller.enqueue(bytes.subarray(0, count));
    },
  });
}

describe('a file in parts', () => {
  it('cut at any byte goes on where it stopped and is the same file in the end', async () => {
    const where = place('businessLicence');
    await fc.assert(
      fc.asyncProperty(fc.nat(2 * PART_BYTES), fc.integer({ min: 1, max: 9_999 }), async (cut, seed) => {
        const bytes = aLongPdf(2.3 * PART_BYTES, seed);
        const first = await begin(bytes, `${seed}.pdf`, where);
        for (let at = first.receivedBytes; at < cut; at += PART_BYTES) {
          const whole = bytes.slice(at, at + PART_BYTES);
          const isCut = at + whole.length > cut;
          const body = isCut ? cutAfter(whole, cut - at) : new Blob([whole]).stream();
          await receivePart(world.clerk, { uploadId: first.uploadId, offset: at }, body);
        }
        const again = await begin(bytes, `${seed}.pdf`, where);
        expect(again).toEqual({ uploadId: first.uploadId, receivedBytes: Math.floor(cut / PART_BYTES) * PART_BYTES });
        const done = await sendInParts(world.clerk, where, bytes, { name: `${seed}.pdf` });
        if (!done.ok || !('fileId' in done.value)) throw new Error('not attached');
        const file = await world.db.storedFile.findUniqueOrThrow({ where: { id: done.value.fileId } });
        expect(file.sha256).toBe(sha256(bytes));
        expect(sha256((await world.ports.files.get(file.keptKey)) ?? new Uint8Array())).toBe(sha256(bytes));
        await removeAttachment(world.clerk, { applicationId, attachmentId: done.value.attachmentId });
      }),
      { numRuns: 5, seed: 20261128 },
    );
  }, 60_000);

  it('takes no part twice and none out of turn, and says where to go on', async () => {
    const bytes = aLongPdf(1.5 * PART_BYTES, 1);
    const { uploadId } = await begin(bytes);
    const next = { ok: false, refusal: { code: 'part-not-next', receivedBytes: 0 } };
    expect(await part(uploadId, PART_BYTES, bytes.slice(PART_BYTES))).toEqual(next);
    const two = await Promise.all([1, 2].map(() => part(uploadId, 0, bytes.slice(0, PART_BYTES))));
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await finishUpload(world.clerk, { uploadId })).toMatchObject({
      ok: false,
      refusal: { code: 'part-not-next', receivedBytes: PART_BYTES },
    });
    await cancelUpload(world.clerk, uploadId);
  });

  it('is attached once, though it is finished again because the answer was lost', async () => {
    const bytes = hostile.aJpeg(201);
    const { uploadId } = await begin(bytes, 'a.jpg');
    await part(uploadId, 0, bytes);
    const one = await finishUpload(world.clerk, { uploadId });
    const two = await finishUpload(world.clerk, { uploadId });
    expect(two.ok && two.value.attachmentId).toBe(one.ok && one.value.attachmentId);
    expect(await world.db.storedFile.count({ where: { sha256: sha256(bytes) } })).toBe(1);
  });

  it('that is not what was chosen is refused, and nothing of it is kept', async () => {
    const bytes = hostile.aJpeg(202);
    const { uploadId } = await begin(bytes, 'b.jpg');
    await part(
      uploadId,
      0,
      Uint8Array.from(bytes, (byte, index) => (index === 900 ? byte ^ 1 : byte)),
    );
    const done = await finishUpload(world.clerk, { uploadId });
    expect(done).toEqual({ ok: false, refusal: { code: 'upload-changed' } });
    expect(await world.db.uploadInParts.count({ where: { id: uploadId } })).toBe(0);
  });

  it('takes room in the application while it is on its way, and gives it back when it is cancelled or too old', async () => {
    const before = (await besidePapers(world.clerk, applicationId)).usedBytes;
    const bytes = aLongPdf(1.2 * PART_BYTES, 3);
    const { uploadId } = await begin(bytes, 'c.pdf');
    await part(uploadId, 0, bytes.slice(0, PART_BYTES));
    const beside = await besidePapers(world.clerk, applicationId);
    expect(beside.usedBytes).toBe(before + bytes.length);
    expect(beside.unfinished).toMatchObject([{ uploadId, receivedBytes: PART_BYTES, isMine: true }]);
    const tomorrow = world.clerkAt(new Date(world.clerk.now.getTime() + 24 * 3_600_000));
    expect(await expireParts(tomorrow)).toBeGreaterThan(0);
    expect((await besidePapers(world.clerk, applicationId)).usedBytes).toBe(before);
    const keys = [...(world.ports.files as unknown as { kept: Map<string, unknown> }).kept.keys()];
    expect(keys.filter((key) => key.startsWith(`parts/${uploadId}`))).toEqual([]);
  });

  it('is bounded: one person cannot begin without end', async () => {
    const begun = await Promise.all(
      Array.from({ length: MAX_UNFINISHED }, (_, index) => begin(hostile.aJpeg(60 + index), `${index}.jpg`)),
    );
    await expect(begin(hostile.aJpeg(59), 'one-more.jpg')).rejects.toThrow('uploads-too-many');
    for (const { uploadId } of begun) await cancelUpload(world.clerk, uploadId);
  });
});

describe('what is attached', () => {
  const degree = () => place('degreeCertificate', talentIds[0]);
  const files = async (requirementId: string) =>
    (await draftForEdit(world.clerk, applicationId)).draft.attachments.filter(
      (one) => one.requirementId === requirementId,
    );

  it('elsewhere in the application is told before it is attached again, and only then taken', async () => {
    const bytes = hostile.aJpeg(210);
    expect((await sendInParts(world.clerk, degree(), bytes)).ok).toBe(true);
    const told = { ok: false, refusal: { code: 'file-already-attached', where: '欧阳** 的 学位证书' } };
    expect(await sendInParts(world.clerk, place('businessLicence'), bytes)).toMatchObject(told);
    expect((await sendInParts(world.clerk, place('businessLicence'), bytes, { again: true })).ok).toBe(true);
  });

  it('is replaced, not deleted: the former comes back and changes places with the new one', async () => {
    const [first] = await files('degreeCertificate');
    await sendInParts(world.clerk, { ...degree(), replaces: first?.id ?? '' }, hostile.aJpeg(211));
    const { former } = await besidePapers(world.clerk, applicationId);
    expect(former).toContainEqual(expect.objectContaining({ attachmentId: first?.id, isReplaced: true }));
    await restoreAttachment(world.clerk, { applicationId, attachmentId: first?.id ?? '' });
    expect((await files('degreeCertificate')).map(({ id }) => id)).toEqual([first?.id]);
  });

  it('in several pages is put in another order', async () => {
    for (const size of [221, 222, 223]) await sendInParts(world.clerk, place('commitmentLetter'), hostile.aJpeg(size));
    const before = (await files('commitmentLetter')).map(({ id }) => id);
    await moveAttachment(world.clerk, { applicationId, attachmentId: before.at(-1) ?? '', by: -1 });
    const after = (await files('commitmentLetter')).map(({ id }) => id);
    expect(after).toEqual([...before.slice(0, -2), before.at(-1), before.at(-2)]);
  });
});

describe('how uploads end', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/138.0.0.0 Safari/537.36';
  const BROWSER = 'Windows 电脑，Chrome 138';
  const withChrome = () => ({ ...world.clerk, request: { ...world.clerk.request, userAgent: chrome } });
  const beginOf = async (bytes: Uint8Array, name: string) => {
    const file = { name, sizeBytes: bytes.length, fingerprint: sha256(bytes), again: true };
    const begun = await beginUpload(withChrome(), { ...place('labourContract', talentIds[0]), ...file });
    if (!begun.ok) throw new Error(begun.refusal.code);
    return begun.value.uploadId;
  };
  const send = async (bytes: Uint8Array, name: string) => {
    const uploadId = await beginOf(bytes, name);
    await receivePart(withChrome(), { uploadId, offset: 0 }, new Blob([bytes as BlobPart]).stream());
    return finishUpload(withChrome(), { uploadId, again: true });
  };
  const admin = async (now: Date) => world.as(await world.reviewer(['SYSTEM_ADMIN']), now);
  const minutesOn = (minutes: number) => new Date(world.clerk.now.getTime() + minutes * 60_000);

  it('is counted by browser, once each; from five that get stuck on the administrator is told, and nobody else may look', async () => {
    expect(await send(hostile.aJpeg(301), 'a.jpg')).toMatchObject({ ok: true });
    expect((await send(new TextEncoder().encode('no picture'), 'b.jpg')).ok).toBe(false);
    await cancelUpload(withChrome(), await beginOf(hostile.aJpeg(302), 'c.jpg'));
    for (let serial = 0; serial < 5; serial += 1) await beginOf(hostile.aJpeg(310 + serial), `${serial}.jpg`);
    const now = await uploadReport(await admin(minutesOn(1)));
    const counts = { stored: 1, refused: 1, cancelled: 1, broken: 0 };
    expect(now.browsers.find(({ browser }) => browser === BROWSER)).toEqual({ browser: BROWSER, ...counts, stuck: 0 });
    expect(now.failing).toEqual([]);
    const soon = await admin(minutesOn(STUCK_AFTER_MINUTES));
    expect((await uploadReport(soon)).failing).toEqual([BROWSER]);
    expect((await waitingForStaff(soon)).find(({ key }) => key === 'uploads')?.count).toBe(1);
    while ((await expireParts(world.clerkAt(minutesOn(24 * 60)))) > 0);
    const { browsers, failing } = await uploadReport(await admin(minutesOn(24 * 60)));
    expect(browsers.find(({ browser }) => browser === BROWSER)).toMatchObject({ ...counts, broken: 5, stuck: 0 });
    expect(failing).toEqual([BROWSER]);
    expect((await uploadReport(await admin(minutesOn(9 * 24 * 60)))).browsers).toEqual([]);
    await expect(uploadReport(world.as(await world.reviewer(['FIRST_REVIEWER'])))).rejects.toThrow(Denied);
  });
});
