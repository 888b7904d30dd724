import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import { diskFiles } from '@/lib/drivers/files/disk';
import { s3Files } from '@/lib/drivers/files/s3';
import { uploadthingFiles } from '@/lib/drivers/files/uploadthing';
import type { FileStore } from '@/lib/ports/file-store';
import { STAND_IN_TOKEN, standInUploadthing } from '../../support/stand-in-uploadthing';

let folder: string;
let service: S3rver;
const stores: Partial<Record<string, FileStore>> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-stores-'));
  service = new S3rver({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') },
    configureBuckets: [{ name: 'portal', configs: [] }],
  });
  const { port } = await service.run();
  stores.disk = diskFiles(join(folder, 'disk'));
  stores.s3 = s3Files({
    ...{ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'portal' },
    ...{ accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  });
  stores.uploadthing = uploadthingFiles(STAND_IN_TOKEN, standInUploadthing());
});
afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const read = async (body: ReadableStream<Uint8Array>) => Buffer.from(await new Response(body).arrayBuffer());

describe.each(['disk', 's3', 'uploadthing'])('the file store on %s', (name) => {
  const store = () => stores[name] as FileStore;
  const bytes = randomBytes(70_000);

  it('gives back what it was given, and says with which size and hash it holds it', async () => {
    expect(await store().put('uploads/a/kept', bytes, 'image/jpeg')).toEqual({
      sizeBytes: 70_000,
      sha256: hashOf(bytes),
    });
    expect(Buffer.from((await store().get('uploads/a/kept')) ?? [])).toEqual(bytes);
  });

  it('keeps the first of two under one key, and says so', async () => {
    const answer = await store().put('uploads/a/kept', randomBytes(10), 'image/jpeg');
    expect(answer).toEqual({ sizeBytes: 70_000, sha256: hashOf(bytes) });
    expect(Buffer.from((await store().get('uploads/a/kept')) ?? [])).toEqual(bytes);
  });

  it('streams the whole, and a range of it with the size of the whole', async () => {
    const whole = await store().open('uploads/a/kept');
    expect(whole?.sizeBytes).toBe(70_000);
    expect(whole && (await read(whole.body))).toEqual(bytes);
    const part = await store().open('uploads/a/kept', { from: 100, to: 199 });
    expect(part?.sizeBytes).toBe(70_000);
    expect(part && (await read(part.body))).toEqual(bytes.subarray(100, 200));
  });

  it('has nothing under a key that was never written or was removed', async () => {
    await store().remove('uploads/a/kept');
    await store().remove('uploads/a/kept');
    expect([await store().get('uploads/a/kept'), await store().open('uploads/never')]).toEqual([null, null]);
  });
});
