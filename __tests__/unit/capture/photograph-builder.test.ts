import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { writeMjpeg } from '../../builders/photograph/mjpeg';
import { takePhotograph } from '../../builders/photograph/photograph';

jest.setTimeout(120_000);

const BUILDER = join(process.cwd(), '__tests__', 'builders', 'photograph');
const folder = mkdtempSync(join(tmpdir(), 'photograph-'));
afterAll(() => rmSync(folder, { recursive: true }));

const blank = { width: 210, height: 297, rgba: new Uint8ClampedArray(210 * 297 * 4).fill(255) };
const SMALL = { width: 270, height: 480 };

describe('the builder of photographs', () => {
  it('makes the same photograph from the same seed, and another one from another', async () => {
    const [first, again, other] = await Promise.all([3, 3, 4].map((seed) => takePhotograph(blank, { ...SMALL, seed })));
    expect(again?.jpeg.equals(first?.jpeg ?? Buffer.alloc(0))).toBe(true);
    expect(other?.jpeg.equals(first?.jpeg ?? Buffer.alloc(0))).toBe(false);
  });

  it('shares no code with what finds the sheet again, and needs no test runner', () => {
    const sources = readdirSync(BUILDER).map((name) => readFileSync(join(BUILDER, name), 'utf8'));
    const imports = sources.flatMap((source) => [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from));
    const foreign = new Set(imports.filter((from) => !from?.startsWith('./')));
    expect([...foreign].sort()).toEqual(['@napi-rs/canvas', 'node:fs/promises', 'node:path', 'sharp']);
  });

  it('writes a clip that a fake camera plays: upright baseline JPEGs, one after the other', async () => {
    const { jpeg } = await takePhotograph(blank, SMALL);
    const path = join(folder, 'clip.mjpeg');
    await writeMjpeg([jpeg, jpeg, jpeg], path);
    const clip = readFileSync(path);
    const frames = [...clip.toString('latin1').matchAll(/\xff\xd8\xff/g)].map(({ index }) => index);
    expect(frames).toHaveLength(3);
    const frame = clip.subarray(frames[1], frames[2]);
    expect(await sharp(frame).metadata()).toMatchObject({ width: 1080, height: 1920, isProgressive: false });
  });
});
