import { afterEach, expect, it, jest } from '@jest/globals';
import { asReadable } from '@/components/capture/camera';
import { drawing } from './a-camera';

const HEIC = new File(['picked'], 'a.heic', { type: 'image/heic' });

afterEach(() => void Reflect.deleteProperty(globalThis, 'createImageBitmap'));

it('a picked picture that this browser can draw becomes one that the server reads, and its memory is given back', async () => {
  const close = jest.fn();
  globalThis.createImageBitmap = async () => ({ width: 4000, height: 3000, close });
  const drawn = drawing();
  expect(await asReadable(HEIC)).toBe(drawn);
  expect(close).toHaveBeenCalledTimes(1);
});

it('one that cannot be drawn after all goes as it is, and its memory is given back too', async () => {
  const close = jest.fn();
  globalThis.createImageBitmap = async () => ({ width: 4000, height: 3000, close });
  drawing();
  HTMLCanvasElement.prototype.toBlob = () => {
    throw new DOMException('no memory');
  };
  expect(await asReadable(HEIC)).toBe(HEIC);
  expect(close).toHaveBeenCalledTimes(1);
});
