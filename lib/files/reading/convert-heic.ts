import decode from 'heic-decode';
import sharp from 'sharp';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { ConversionRefusal, ConvertedPicture } from '@/lib/ports/picture-converter';
import { MAX_PIXELS } from '../rules/upload-limits';
import { heicSize } from './heic-size';

/** 60 million pixels take 240 MB as they come out and about 100 MB inside the decoder. */
const MEMORY_MAX_BYTES = 1024 * 1024 * 1024;
const PAGE_BYTES = 64 * 1024;

/**
 * Decodes a HEIC picture and makes a JPEG of it, upright and without metadata. Belongs into a thread of its own: the
 * decoder takes as much memory as the picture asks for and never gives it back.
 */
export async function convertHeic(bytes: Uint8Array): Promise<Result<ConvertedPicture, ConversionRefusal>> {
  const size = heicSize(bytes);
  if (!size) return refuse({ code: 'picture-heic' });
  if (size.widthPx * size.heightPx > MAX_PIXELS) return refuse({ code: 'picture-too-many-pixels', ...size });
  limitMemory();
  try {
    const { width, height, data } = await decode({ buffer: bytes });
    if (width * height > MAX_PIXELS) {
      return refuse({ code: 'picture-too-many-pixels', widthPx: width, heightPx: height });
    }
    const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
      .removeAlpha()
      .jpeg({ quality: 92 })
      .toBuffer();
    return ok({ jpeg: new Uint8Array(jpeg), widthPx: width, heightPx: height });
  } catch {
    return refuse({ code: 'picture-heic' });
  }
}

let isLimited = false;

/** What a picture says of its size is not what its decoder must believe: its memory stops growing at a limit. */
function limitMemory(): void {
  if (isLimited) return;
  isLimited = true;
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function limited(pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MEMORY_MAX_BYTES)
      throw new RangeError('the picture is too large');
    return grow.call(this, pages);
  };
}
