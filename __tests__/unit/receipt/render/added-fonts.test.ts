import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { workerRenderer, type WorkerRenderer } from '@/lib/drivers/pdf/worker-renderer';
import { buildReceiptWorker } from '../../../../scripts/build/receipt-worker.mjs';
import { aFont } from '../../../builders/font';
import { aReceiptModel } from '../../../builders/receipt-model';
import { SETTINGS } from '../support/fonts';
import { printedText } from '../support/printed-text';
import { rendered } from '../support/rendered';

jest.setTimeout(120_000);

const RARE = aReceiptModel({ contact: { name: '王𡈼', phone: '13800000000' } });
const fontFolder = mkdtempSync(join(tmpdir(), 'added-fonts-'));
let renderer: WorkerRenderer;

beforeAll(async () => {
  renderer = workerRenderer({ ...SETTINGS, workerPath: await buildReceiptWorker(), fontFolder });
});
afterAll(async () => {
  await renderer.close();
  rmSync(fontFolder, { recursive: true });
});

const added = (file: Uint8Array) => ({
  sha256: createHash('sha256').update(file).digest('hex'),
  bytes: jest.fn(async () => file),
});

describe('a font that was added', () => {
  const other = added(aFont('𠮷', { name: 'Other' }));
  const good = added(aFont('𡈼𠮷'));

  it('prints what the fonts of the receipt lack, from the next request on, and is fetched once', async () => {
    expect(await renderer.render(RARE, [other])).toMatchObject({ ok: false, refusal: { characters: ['𡈼'] } });
    const drawn = await renderer.render(RARE, [other, good]);
    expect(drawn).toMatchObject({ ok: true, value: { fallbackFonts: [good.sha256] } });
    const text = drawn.ok ? (await printedText(drawn.value.pdf)).flat().join('') : '';
    expect(text).toContain('王𡈼');
    await renderer.render(RARE, [good]);
    expect(good.bytes).toHaveBeenCalledTimes(1);
  });

  it('is frozen with the version: the fonts that it names give the same bytes, whatever was added since', async () => {
    const [first, again, later] = [
      await renderer.render(RARE, [other, good]),
      await renderer.render(RARE, [good]),
      await renderer.render(RARE, [good, added(aFont('𡈼', { name: 'Later' }))]),
    ];
    if (!first.ok || !again.ok || !later.ok) throw new Error('refused');
    expect([again.value.sha256, later.value.sha256]).toEqual([first.value.sha256, first.value.sha256]);
  });

  it('changes no receipt that does without it', async () => {
    const model = aReceiptModel();
    const drawn = await renderer.render(model, [good]);
    const { sha256 } = await rendered(model);
    expect(drawn).toMatchObject({ ok: true, value: { sha256, fallbackFonts: [] } });
  });

  it('is fetched anew where the file on this server is not what was added, and refused where the store lost it', async () => {
    const [own, lost] = [added(aFont('𡈼', { name: 'Own' })), { ...added(aFont('𡈼')), sha256: 'f'.repeat(64) }];
    writeFileSync(join(fontFolder, `${own.sha256}.ttf`), 'half');
    expect(await renderer.render(RARE, [own])).toMatchObject({ ok: true });
    await expect(renderer.render(RARE, [lost])).rejects.toThrow('is not what was added');
    expect(readdirSync(fontFolder).filter((name) => name.includes('f'.repeat(64)))).toEqual([]);
  });
});

describe('a font file that somebody uploads', () => {
  const read = (file: Uint8Array) => renderer.readFont(file, ['𡈼', '𠮷']);

  it('is read for which of the missing characters it draws', async () => {
    expect(await read(aFont('𡈼'))).toEqual({ kind: 'font', name: 'Rare Test', characters: 1, has: ['𡈼'] });
  });

  it('has no character that it only lists', async () => {
    expect(await read(aFont('𡈼', { isHollow: true }))).toMatchObject({ kind: 'font', has: [] });
  });

  it.each([
    ['no-licence', aFont('𡈼', { fsType: 0x0002 })],
    ['no-licence', aFont('𡈼', { fsType: 0x0200 })],
    ['no-licence', aFont('𡈼', { fsType: 0x0100 })],
    ['no-font', new TextEncoder().encode('%PDF-1.7')],
    ['no-font', new Uint8Array()],
    ['collection', new TextEncoder().encode('ttcf and more')],
    ['broken', aFont('𡈼').subarray(0, 300)],
  ])('is refused as %s', async (why, file) => {
    expect(await read(file)).toEqual({ kind: 'unusable', why });
  });
});
