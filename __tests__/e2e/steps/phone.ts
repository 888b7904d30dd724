import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { rasterisePdf } from '@/lib/files/reading/rasterise-pdf';
import { writeMjpeg } from '../../builders/photograph/mjpeg';
import { takePhotograph } from '../../builders/photograph/photograph';

const DOTS_PER_INCH = 200;
const TILT_DEGREES = 16;

/**
 * A clip for the fake camera that shows this very paper: stamped red in its zone, tilted by more than fifteen degrees,
 * unevenly lit, noisy, JPEG 80. Answers the file.
 */
export async function clipOf(pdf: Uint8Array, owner: string, seed: number): Promise<string> {
  const page = await rasterisePdf(pdf, 1, DOTS_PER_INCH);
  const { jpeg } = await takePhotograph(page, {
    seed,
    owner,
    tiltDegrees: TILT_DEGREES,
    slope: 0.3,
    shadow: 0.2,
    noise: 4,
    quality: 80,
  });
  const path = join(await mkdtemp(join(tmpdir(), 'portal-camera-')), `${seed}.mjpeg`);
  await writeMjpeg([jpeg], path);
  return path;
}

/** Opens the link on the phone and photographs what its camera shows, by the button: nothing is left to be faster. */
export async function photograph(phone: Page, address: string): Promise<void> {
  await phone.addInitScript(() => localStorage.setItem('camera-auto', 'off'));
  await phone.goto(address);
  await phone.getByRole('button', { name: '打开相机拍照' }).click();
  const shutter = phone.getByRole('button', { name: '拍照', exact: true });
  await shutter.waitFor();
  await shutter.click();
  await phone.getByRole('button', { name: /重拍|重新拍照/ }).waitFor({ timeout: 60_000 });
}

export async function submitOnPhone(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: '确认提交' }).click();
  await phone.getByRole('heading', { name: '收据已提交' }).waitFor();
}
