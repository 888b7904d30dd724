import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachFile } from '@/lib/application/commands/attach-file';
import { beginUpload } from '@/lib/application/commands/begin-upload';
import { receivePart } from '@/lib/application/commands/receive-part';
import { removeAttachment } from '@/lib/application/commands/remove-attachment';
import { restoreAttachment } from '@/lib/application/commands/restore-attachment';
import { PART_BYTES } from '@/lib/files/rules/upload-limits';
import { storeUpload } from '@/lib/files/commands/store-upload';
import { draftForEdit } from '@/lib/application/queries';
import { aDraft, sendInParts } from '../../builders/application';
import { applicationWorld, type ApplicationWorld } from './application-world';
import * as hostile from './hostile-files';

let world: ApplicationWorld;
let applicationId: string;
beforeAll(async () => {
  world = await applicationWorld();
  ({ applicationId } = await aDraft(world.clerk, { withoutPapers: true }));
});
afterAll(() => world.drop());

const store = (bytes: Uint8Array, name = 'a.jpg') => {
  const { enterpriseId, id } = world.clerk.actor;
  return storeUpload(world.clerk, { bytes, name, purpose: 'attachment' }, { enterpriseId, uploadedBy: id });
};
const fileCount = () => world.db.storedFile.count();

const halfOf = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);

/** A sender that never stops and never says how long it is. */
function endless(chunk = new Uint8Array(256 * 1024)): { body: ReadableStream<Uint8Array>; sent: () => number } {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += chunk.length;
      controller.enqueue(chunk);
    },
  });
  return { body, sent: () => sent };
}

describe('what is refused, whatever its name says, and leaves nothing behind', () => {
  const js = '<< /S /JavaScript /JS (app.alert(1)) >>';
  const cases: Readonly<Record<string, [code: string, bytes: () => Uint8Array | Promise<Uint8Array>]>> = {
    'an empty file': ['file-empty', () => new Uint8Array()],
    'SVG named .jpg': ['file-type-unknown', hostile.svg],
    'HTML named .pdf': ['file-type-unknown', hostile.html],
    'a zip': ['file-type-unknown', hostile.aZip],
    'a GIF': ['file-type-unknown', () => Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
    'a PNG of 70 million pixels in a few KB': ['picture-too-many-pixels', () => hostile.pngBomb(10_000, 7_000)],
    'a JPEG cut off in the middle': ['picture-broken', () => hostile.aJpeg(400).subarray(0, 9_000)],
    'a PNG cut off in the middle': ['picture-broken', () => halfOf(hostile.aPng(300))],
    'a JPEG that is only a head': ['picture-broken', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0])],
    'a PDF without an end': ['pdf-broken', () => hostile.aPdf().subarray(0, 200)],
    'an encrypted PDF': ['pdf-encrypted', () => hostile.aPdf({ extra: 'trailer << /Encrypt 7 0 R >>' })],
    'a PDF that runs a script': ['pdf-active', () => hostile.aPdf({ catalog: `/OpenAction ${js}` })],
    'a script under a name in hex': ['pdf-active', () => hostile.aPdf({ catalog: '/AA << /S /J#61vaScript >>' })],
    'a script in packed objects': ['pdf-active', () => hostile.aPdf({ extra: hostile.packedObjects(js) })],
    'objects packed in an unusual way': ['pdf-broken', () => hostile.aPdf({ extra: hostile.packedObjects(js, 'hex') })],
    'packed objects hidden in a comment': [
      'pdf-broken',
      () => hostile.aPdf({ extra: `% stream\n${hostile.packedObjects(js)}` }),
    ],
    'a file inside a PDF': ['pdf-active', () => hostile.aPdf({ extra: '7 0 obj << /Type /EmbeddedFile >> endobj' })],
    'a PDF that starts a programme': ['pdf-active', () => hostile.aPdf({ catalog: '/OpenAction << /S /Launch >>' })],
    'packed objects that unpack to 200 MB': ['pdf-broken', () => hostile.aPdf({ extra: hostile.packedBomb() })],
  };

  for (const [what, [code, bytes]] of Object.entries(cases)) {
    it(`${what}: ${code}`, async () => {
      const before = await fileCount();
      expect(await store(await bytes())).toMatchObject({ ok: false, refusal: { code } });
      expect(await fileCount()).toBe(before);
    });
  }

  it('a part beyond its size is cut off while it is read, though no length was given', async () => {
    const { body, sent } = endless();
    const place = { applicationId, requirementId: 'businessLicence', talentId: null, replaces: null, name: 'a.jpg' };
    const file = { sizeBytes: 3 * PART_BYTES, fingerprint: 'a file that lies', again: false };
    const begun = await beginUpload(world.clerk, { ...place, ...file });
    const uploadId = begun.ok ? begun.value.uploadId : '';
    const answer = await receivePart(world.clerk, { uploadId, offset: 0 }, body);
    expect(answer).toEqual({ ok: false, refusal: { code: 'part-not-next', receivedBytes: 0 } });
    expect(sent()).toBeLessThan(2 * PART_BYTES);
  });
});

describe('what is kept of a picture', () => {
  it('has no place, camera, comment or trailer, and is not compressed again', async () => {
    const plain = hostile.aJpeg();
    const bytes = hostile.withMetadata(plain);
    const stored = await store(bytes);
    const file = await world.db.storedFile.findUniqueOrThrow({ where: { id: stored.ok ? stored.value.fileId : '' } });
    expect(file.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    const kept = Buffer.from((await world.ports.files.get(file.keptKey)) ?? []);
    const view = Buffer.from((await world.ports.files.get(file.viewKey ?? '')) ?? []);
    for (const canary of hostile.CANARIES) {
      expect(Buffer.from(bytes).includes(canary)).toBe(true);
      expect([kept.includes(canary), view.includes(canary)]).toEqual([false, false]);
    }
    expect(createHash('sha256').update(kept).digest('hex')).toBe(file.keptSha256);
    const pixels = (from: Uint8Array) => sharp(from).raw().toBuffer();
    expect(await pixels(kept)).toEqual(await pixels(plain));
  });

  it('is shown upright, the way it was held', async () => {
    const wide = await sharp(hostile.aJpeg(120)).resize(120, 60, { fit: 'fill' }).jpeg().toBuffer();
    const stored = await store(hostile.withMetadata(wide, 6));
    const file = await world.db.storedFile.findUniqueOrThrow({ where: { id: stored.ok ? stored.value.fileId : '' } });
    expect([file.widthPx, file.heightPx]).toEqual([60, 120]);
    const kept = await sharp((await world.ports.files.get(file.keptKey)) ?? undefined).metadata();
    expect([kept.width, kept.height, kept.orientation]).toEqual([120, 60, 6]);
    const view = await sharp((await world.ports.files.get(file.viewKey ?? '')) ?? undefined).metadata();
    expect([view.width, view.height, view.orientation ?? 1]).toEqual([60, 120, 1]);
  });

  it('of a PNG goes without its texts', async () => {
    const stored = await store(hostile.withText(hostile.aPng()));
    const file = await world.db.storedFile.findUniqueOrThrow({ where: { id: stored.ok ? stored.value.fileId : '' } });
    const kept = Buffer.from((await world.ports.files.get(file.keptKey)) ?? []);
    expect(kept.includes('COMMENTCANARY')).toBe(false);
    expect((await sharp(kept).metadata()).width).toBe(60);
  });

  it('bears a name that is safe to send back', async () => {
    const stored = await store(hostile.aJpeg(), 'C:\\Users\\a\\..\\合同"<b>\u202egpj.exe\r\nX: y.jpg');
    const file = await world.db.storedFile.findUniqueOrThrow({ where: { id: stored.ok ? stored.value.fileId : '' } });
    expect(file.originalName).toBe('合同bgpj.exeX y.jpg');
  });
});

describe('attaching', () => {
  const place = () => ({ applicationId, requirementId: 'commitmentLetter', talentId: null });
  const send = (bytes: Uint8Array, more: { replaces?: string } = {}) =>
    sendInParts(world.clerk, { ...place(), ...more }, bytes, { name: '承诺书.jpg' });
  const files = async () =>
    (await draftForEdit(world.clerk, applicationId)).draft.attachments.filter(
      ({ requirementId }) => requirementId === 'commitmentLetter',
    );

  it('is saving: the file stands in its place at once, and once, though it was sent twice', async () => {
    const one = await send(hostile.aJpeg(101));
    const attachmentId = one.ok && 'attachmentId' in one.value ? one.value.attachmentId : '';
    expect(await send(hostile.aJpeg(101))).toMatchObject({ ok: true, value: { attachmentId } });
    expect(await files()).toHaveLength(1);
  });

  it('replaces in place, takes several pages and refuses one too many', async () => {
    const [first] = await files();
    await send(hostile.aJpeg(102), { replaces: first?.id });
    await send(hostile.aJpeg(103));
    await send(hostile.aPdf() as Uint8Array<ArrayBuffer>);
    expect((await files()).map(({ mediaType }) => mediaType)).toEqual(['image/jpeg', 'image/jpeg', 'application/pdf']);
    expect(await send(hostile.aJpeg(104))).toMatchObject({ ok: false, refusal: { code: 'file-too-many' } });
  });

  it('is undone by removing, and removing is undone while there is room', async () => {
    const [first] = await files();
    const attachmentId = first?.id ?? '';
    expect((await removeAttachment(world.clerk, { applicationId, attachmentId })).ok).toBe(true);
    expect(await files()).toHaveLength(2);
    expect((await restoreAttachment(world.clerk, { applicationId, attachmentId })).ok).toBe(true);
    expect((await files())[0]?.id).toBe(attachmentId);
  });

  it('is refused where no answer asks for the paper, and where an application would grow beyond its room', async () => {
    const nowhere = await sendInParts(world.clerk, { ...place(), requirementId: 'leadingProof' }, hostile.aJpeg(77));
    expect(nowhere.ok).toBe(false);
    const stored = await store(hostile.aJpeg(105));
    const fileId = stored.ok ? stored.value.fileId : '';
    await world.db.storedFile.updateMany({ where: { id: { not: fileId } }, data: { sizeBytes: 400 * 1024 * 1024 } });
    const full = await attachFile(world.clerk, { ...place(), requirementId: 'businessLicence', fileId });
    expect(full).toMatchObject({ ok: false, refusal: { code: 'application-full' } });
  });
});
