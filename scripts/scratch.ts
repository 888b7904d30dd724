import * as React from 'react';
(globalThis as never as { React: unknown }).React = React;
import { join } from 'node:path';
import sharp from 'sharp';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import { renderReceipt } from '@/lib/receipt/render/render-receipt';
import { aReceiptModel } from '../__tests__/builders/receipt-model';
import { takePhotograph } from '../__tests__/builders/photograph/photograph';
import { randomFrom } from '../__tests__/builders/photograph/random';
import { inspectPhotograph } from '@/lib/capture/vision/inspect';
import { prepareQrReader } from '@/lib/capture/vision/read-page-code';
import { upright } from '@/lib/capture/reading/upright';
import { compareContent } from '@/lib/capture/vision/compare-content';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
const FONTS = join(process.cwd(), 'node_modules', '@expo-google-fonts');
const SETTINGS = { secret: new TextEncoder().encode('a secret for tests only'), fonts: {
    regular: join(FONTS, 'noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'),
    bold: join(FONTS, 'noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'),
    title: join(FONTS, 'noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf') } };
const out = '/tmp/look'; mkdirSync(out, { recursive: true });
const require = createRequire(import.meta.url);
await prepareQrReader({ wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer });
async function pageOf(model: Parameters<typeof renderReceipt>[0]) {
  const r = await renderReceipt(model, SETTINGS); if (!r.ok) throw new Error('no');
  return { pdf: r.value.pdf, page: await rasterisePdf(r.value.pdf, 1, 200) };
}
const base = aReceiptModel();
const issued = await pageOf(base);
const asIssued = await rasterisePdf(issued.pdf, 1, 25.4 * 6);
writeFileSync(out + '/issued.png', await sharp(asIssued.rgba, { raw: { width: asIssued.width, height: asIssued.height, channels: 4 } }).png().toBuffer());
const digit = await pageOf(aReceiptModel({ account: { ...base.account, number: '3225019882361284' } }));
const digit2 = await pageOf(aReceiptModel({ account: { ...base.account, number: '3225019832361234' } }));
const older = await pageOf({ ...base, version: 1, issuedOn: '2026-11-20' as never, account: { ...base.account, number: '6222021882361234' } });
const amount = await pageOf(aReceiptModel({ lines: [{ name: '陈思远', categoryLabel: 'A 类　领军人才', amountFen: 100_000_00 }, { name: '欧阳文博', categoryLabel: 'B 类　博士', amountFen: 50_000_00 }, { name: '李婧', categoryLabel: 'C 类　硕士', amountFen: 20_000_00 }, { name: '周喆', categoryLabel: 'D 类　紧缺岗位', amountFen: 18_000_00 }] }));
function glue(onto: typeof issued.page, from: typeof issued.page) {
  const rgba = new Uint8ClampedArray(onto.rgba); const k = onto.width / 210;
  for (let y = Math.floor(20 * k); y < 67 * k; y++) for (let x = Math.floor(149 * k); x < 191 * k; x++) { const at = (y * onto.width + x) * 4; rgba.set(from.rgba.subarray(at, at + 4), at); }
  return { ...onto, rgba };
}
const pages: Record<string, typeof issued.page> = { genuine: issued.page, older: glue(older.page, issued.page), digit: glue(digit.page, issued.page), digit2: glue(digit2.page, issued.page), amount: glue(amount.page, issued.page) };
const seed = Number(process.argv[2] ?? 1); const n = Number(process.argv[3] ?? 4);
const random = randomFrom(seed);
const bends = [null, { shape: 'arch', along: 'width', riseMm: 6 }, { shape: 'arch', along: 'length', riseMm: 10 }, { shape: 'edges', along: 'width', riseMm: 8 }] as const;
for (let i = 0; i < n; i++) for (const [name, page] of Object.entries(pages)) for (const bend of name === 'genuine' ? bends : [null, bends[1]]) {
  const shot = await takePhotograph(page, { seed: Math.floor(random.next() * 1e9), tiltDegrees: random.between(0, 25), leanDegrees: random.between(0, 360), turnDegrees: random.between(-8, 8), fill: random.between(0.85, 0.95), blur: random.between(0.4, 1.0), noise: random.between(1, 5), shadow: random.between(0, 0.35), slope: random.between(0, 0.4), desk: random.pick(['wood', 'white', 'dark']), bend });
  const image = await upright(shot.jpeg, 'warning'); if (!image) throw new Error('x');
  const t0 = performance.now();
  const { inspection, flat } = await inspectPhotograph(image);
  const t1 = performance.now();
  if (!flat || !inspection.page) { console.log(name, bend?.shape, 'NO PAGE'); continue; }
  const read = compareContent(flat, { width: asIssued.width, height: asIssued.height, data: new Uint8ClampedArray(asIssued.rgba) });
  const t2 = performance.now();
  if (process.argv[4]) writeFileSync(`${out}/${name}-${bend?.shape ?? 'flat'}-${i}.jpg`, await sharp(flat.data, { raw: { width: flat.width, height: flat.height, channels: 4 } }).removeAlpha().jpeg().toBuffer());
  console.log(name.padEnd(8), (bend ? bend.shape + bend.riseMm : 'flat').padEnd(8), `tilt ${shot.options.tiltDegrees.toFixed(0)} blur ${shot.options.blur.toFixed(1)} px/mm ${inspection.page.pxPerMm.toFixed(1)} misfit ${inspection.page.misfitMm.toFixed(1)} code ${inspection.code ? 1 : 0}`, `${(t1 - t0).toFixed(0)}+${(t2 - t1).toFixed(0)} ms`, JSON.stringify({ ...read, places: read.places.map((p) => [p.x, p.y, p.width, p.height].map(Math.round).join(' ')) }));
}
