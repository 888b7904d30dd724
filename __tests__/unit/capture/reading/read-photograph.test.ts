import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { takePhotograph } from '../../../builders/photograph/photograph';
import { anInspector } from '../support/inspector';
import { issuedPage } from '../support/issued-page';

const SECRETS = ['SERIAL-0123456789', 'Apple', 'iPhone', 'written by hand', 'GPSLatitude', 'moving picture'];
const { inspect, lookAt } = anInspector();
let photograph: Buffer;

beforeAll(async () => {
  const page = await issuedPage();
  ({ jpeg: photograph } = await takePhotograph(page, { seed: 9 }));
});

/** As a phone sends it: with its name and number, a place, a thumbnail's worth of maker notes, and a film behind. */
async function asFromAPhone(orientation = 1): Promise<Buffer> {
  const jpeg = await sharp(photograph)
    .withExif({
      IFD0: { Make: 'Apple', Model: 'iPhone', ImageDescription: 'written by hand' },
      IFD2: { BodySerialNumber: 'SERIAL-0123456789', DateTimeOriginal: '2026:11:23 09:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 19/1 2500/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 43/1 0/1',
      },
    })
    .withMetadata({ orientation })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SERIAL-0123456789</x:xmpmeta>')
    .jpeg({ quality: 95 })
    .toBuffer();
  const comment = Buffer.from('\xff\xfe\x00\x11written by hand', 'latin1');
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), Buffer.from('ftypmp42 moving picture')]);
}

const says = (bytes: Uint8Array) => SECRETS.filter((secret) => Buffer.from(bytes).includes(secret, 0, 'latin1'));

describe('what is kept of a picture', () => {
  it('has no place, device, time, comment or film left, in neither form', async () => {
    const sent = await asFromAPhone();
    expect((await sharp(sent).metadata()).exif?.length).toBeGreaterThan(100);
    expect(says(sent)).toEqual(expect.arrayContaining(['SERIAL-0123456789', 'iPhone', 'moving picture']));

    const { kept, view, flat } = await lookAt(sent);
    for (const picture of [kept, view, flat ?? kept]) {
      expect(says(picture)).toEqual([]);
      const { exif, xmp, iptc, comments } = await sharp(picture).metadata();
      expect({ exif, xmp, iptc, comments }).toEqual({});
    }
  });

  it('shows the same pixels as what came in', async () => {
    const sent = await asFromAPhone();
    const { kept } = await lookAt(sent);
    const [before, after] = await Promise.all([sharp(sent).raw().toBuffer(), sharp(kept).raw().toBuffer()]);
    expect(after.equals(before)).toBe(true);
  });

  it('carries the hash of the bytes that came in', async () => {
    const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(photograph));
    expect((await lookAt(photograph)).originalSha256).toBe(Buffer.from(digest).toString('hex'));
  });

  it('is turned upright, whichever way the phone was held', async () => {
    const lying = await sharp(photograph).rotate(270).jpeg({ quality: 95 }).toBuffer();
    const tagged = await sharp(lying).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
    const { kept, view, inspection } = await lookAt(tagged);
    const [keptSize, viewSize] = await Promise.all([sharp(kept).metadata(), sharp(view).metadata()]);
    expect(keptSize).toMatchObject({ width: 1920, height: 1080, orientation: 6 });
    expect(keptSize.exif?.length).toBeLessThan(40);
    expect(viewSize).toMatchObject({ width: 1080, height: 1920 });
    expect(inspection).toMatchObject({ width: 1080, height: 1920 });
    expect(inspection.page?.frameCorners[0]?.y).toBeLessThan(inspection.page?.frameCorners[2]?.y ?? 0);
  });

  it('is a PNG without its texts when a PNG came in', async () => {
    const png = await sharp(photograph)
      .resize(600)
      .withExif({ IFD0: { Make: 'Apple', ImageDescription: 'written by hand' } })
      .withMetadata({ orientation: 3 })
      .png()
      .toBuffer();
    const { mediaType, kept } = await lookAt(png);
    expect(mediaType).toBe('image/png');
    expect(says(kept)).toEqual([]);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'png', orientation: 3 });
  });

  it('holds a straightened sheet of A4 at 200 dots per inch', async () => {
    const { flat } = await lookAt(photograph);
    expect(await sharp(flat ?? Buffer.alloc(0)).metadata()).toMatchObject({
      width: 1654,
      height: 2339,
      format: 'jpeg',
    });
  });
});

describe('what is not let in', () => {
  const text = (content: string) => new TextEncoder().encode(content);

  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
    ['a web page', text('<!doctype html><script>alert(1)</script>')],
    ['a PDF', text('%PDF-1.7\n')],
    ['a GIF', text('GIF89a')],
    ['nothing', new Uint8Array()],
  ])('refuses %s, whatever its name says', async (_, bytes) => {
    expect(await inspect(bytes)).toEqual({ ok: false, refusal: { code: 'not-an-image' } });
  });

  it('says so when it is an iPhone’s own format', async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
    expect(await inspect(heic)).toEqual({ ok: false, refusal: { code: 'heic-unsupported' } });
  });

  it('refuses a picture of 70 million pixels before it is decoded', async () => {
    const huge = Buffer.from(await sharp(photograph).resize(64, 64).jpeg().toBuffer());
    const frame = huge.indexOf(Buffer.from([0xff, 0xc0]));
    huge.writeUInt16BE(10_000, frame + 5);
    huge.writeUInt16BE(7_000, frame + 7);
    expect(await inspect(huge)).toEqual({ ok: false, refusal: { code: 'too-many-pixels' } });
  });

  it('refuses more than 25 MB without looking', async () => {
    expect(await inspect(new Uint8Array(26 * 1024 * 1024))).toEqual({ ok: false, refusal: { code: 'too-large' } });
  });

  const broken: [string, (jpeg: Buffer) => Buffer][] = [
    ['cut off', (jpeg) => jpeg.subarray(0, jpeg.length / 2)],
    [
      'cut off and closed again',
      (jpeg) => Buffer.concat([jpeg.subarray(0, jpeg.length / 2), Buffer.from([0xff, 0xd9])]),
    ],
    ['only a beginning', (jpeg) => jpeg.subarray(0, 40)],
    ['a beginning before an SVG', (jpeg) => Buffer.concat([jpeg.subarray(0, 3), Buffer.from('<svg/>'.repeat(50))])],
  ];
  it.each(broken)('refuses a JPEG that is %s', async (_, breakIt) => {
    expect(await inspect(breakIt(photograph))).toEqual({ ok: false, refusal: { code: 'unreadable' } });
  });

  it('refuses a PNG that is cut off', async () => {
    const png = await sharp(photograph).resize(300).png().toBuffer();
    expect(await inspect(png.subarray(0, png.length - 200))).toEqual({ ok: false, refusal: { code: 'unreadable' } });
  });
});
