import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { HEAD_BYTES, sniffKind } from '@/lib/files/rules/sniff';
import { aHeic } from '../../builders/heic';

const head = (bytes: Uint8Array) => bytes.subarray(0, HEAD_BYTES);
const drawn = sharp({ create: { width: 3, height: 3, channels: 3, background: '#fff' } });

describe('the kind of a file by its first bytes', () => {
  it('is told for what a programme may ask for, a telephone’s HEIC too', async () => {
    expect(sniffKind(head(await drawn.clone().jpeg().toBuffer()))).toBe('image/jpeg');
    expect(sniffKind(head(await drawn.clone().png().toBuffer()))).toBe('image/png');
    expect(sniffKind(head(Buffer.from('%PDF-1.7\n%âãÏÓ')))).toBe('application/pdf');
    expect(sniffKind(head(aHeic()))).toBe('heic');
  });

  it('is none for anything else, however short', () => {
    for (const text of ['', 'PK\u0003\u0004', '<svg xmlns', 'GIF89a', '%PDX-', '\u0000\u0000\u0000\u0018ftypmp42']) {
      expect(sniffKind(Buffer.from(text, 'latin1'))).toBeNull();
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2 }), (bytes) => sniffKind(bytes) === null));
  });
});
