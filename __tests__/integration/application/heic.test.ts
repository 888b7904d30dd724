import { createHash } from 'node:crypto';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PUBLIC } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { workerConverter } from '@/lib/drivers/vision/worker-converter';
import { storeUpload } from '@/lib/files/commands/store-upload';
import { fileFor } from '@/lib/files/queries';
import { newId } from '@/lib/db/ids';
import { aHeic, HEIC_CANARY } from '../../builders/heic';
import { applicationWorld, type ApplicationWorld } from './application-world';

jest.setTimeout(120_000);

let world: ApplicationWorld;
let nobody: Context;
const converter = workerConverter({ workerPath: join(process.cwd(), '.cache', 'workers', 'vision-worker.mjs') });
beforeAll(async () => {
  world = await applicationWorld();
  nobody = { ...world.clerk, actor: PUBLIC, ports: { ...world.ports, pictures: converter } };
});
afterAll(async () => {
  await converter.close();
  await world.drop();
});

const registration = newId();
const owner = { enterpriseId: null, uploadedBy: registration };
const store = (bytes: Uint8Array, name: string) =>
  storeUpload(nobody, { bytes, name, purpose: 'registration-paper' }, owner);

/** The same picture that says it is 20,000 pixels wide. */
function claimingToBeHuge(): Uint8Array {
  const heic = Buffer.from(aHeic());
  const box = heic.indexOf('ispe');
  heic.writeUInt32BE(20_000, box + 8);
  heic.writeUInt32BE(9_000, box + 12);
  return new Uint8Array(heic);
}

describe('a HEIC picture of somebody who is not signed in', () => {
  it('is taken by its content, shown as JPEG, and its bytes as they came are vouched for', async () => {
    const heic = aHeic();
    const stored = await store(heic, 'IMG_0001.HEIC');
    expect(stored).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg', sizeBytes: heic.length } });
    const row = await world.db.storedFile.findUniqueOrThrow({ where: { id: stored.ok ? stored.value.fileId : '' } });
    expect(row).toMatchObject({ enterpriseId: null, uploadedBy: registration, originalName: 'IMG_0001.jpg' });
    expect(row.sha256).toBe(createHash('sha256').update(heic).digest('hex'));
    const kept = (await world.ports.files.get(row.keptKey)) ?? new Uint8Array();
    expect(Buffer.from(heic).includes(HEIC_CANARY)).toBe(true);
    expect(Buffer.from(kept).includes(HEIC_CANARY)).toBe(false);
    const { data, info } = await sharp(kept).raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([240, 160]);
    const at = (x: number, y: number) => [...data.subarray((y * 240 + x) * 3, (y * 240 + x) * 3 + 3)];
    const [red = 0, , blue = 0] = at(20, 20);
    expect(blue - red).toBeGreaterThan(80);
    const [redBelow = 0, , blueBelow = 0] = at(230, 150);
    expect(redBelow - blueBelow).toBeGreaterThan(80);
  });

  it('is taken under the name of a JPEG too', async () => {
    expect(await store(aHeic(), 'a.jpg')).toMatchObject({ ok: true, value: { mediaType: 'image/jpeg' } });
  });

  it('is served to whom the caller lets read it, and to nobody else', async () => {
    const stored = await store(aHeic(), 'a.heic');
    const id = stored.ok ? stored.value.fileId : '';
    const mine = await fileFor(nobody, id, 'view', ({ uploadedBy }) => uploadedBy === registration);
    expect(mine).toMatchObject({ name: 'a.jpg', mediaType: 'image/jpeg', mayShowInline: true });
    expect((await mine?.bytes())?.length).toBeGreaterThan(500);
    expect(await fileFor(nobody, id, 'view', ({ uploadedBy }) => uploadedBy === newId())).toBeNull();
  });
});

describe('a HEIC picture that is none', () => {
  it.each([
    ['cut off', 'picture-heic', () => aHeic().subarray(0, 600)],
    ['only a head', 'picture-heic', () => aHeic().subarray(0, 40)],
    ['that claims 180 million pixels', 'picture-too-many-pixels', claimingToBeHuge],
  ] as const)('%s: %s, and the next one is converted', async (_, code, bytes) => {
    expect(await store(bytes(), 'a.heic')).toMatchObject({ ok: false, refusal: { code } });
    expect(await store(aHeic(), 'a.heic')).toMatchObject({ ok: true });
  });
});
