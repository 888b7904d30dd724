import 'server-only';
import { createHash } from 'node:crypto';
import type { Context } from '@/lib/access/context';
import type { PdfRefusal } from '@/lib/files/rules/refusals';
import { ok, refuse, type Result } from '@/lib/kernel/result';
import type { InspectedPhotograph, PhotographRefusal } from '@/lib/ports/photograph-inspector';
import type { ConverterRefusal } from '@/lib/ports/picture-converter';
import { FLAWLESS, isWanted } from '../rules/page-worth';
import type { TooManyPictures } from '../rules/refusals';

type Reading = Pick<Context, 'ports'>;
export type PictureRefusal = PhotographRefusal | PdfRefusal | TooManyPictures;
type Answer = Result<InspectedPhotograph, PictureRefusal>;

/** What somebody sent. `goOn` is asked before each further page of a scan. */
export type Sent = {
  readonly bytes: Uint8Array;
  readonly goOn?: () => Promise<Result<undefined, PictureRefusal>>;
};

/** How well a page serves, as rules/page-worth.ts has it. */
type WorthOf = (page: InspectedPhotograph) => Promise<number>;

/** Pages looked at after one that is wanted, for a copy with less to remark: the sheet before it was stamped, say. */
const FURTHER_PAGES = 4;

/**
 * Looks at whatever somebody has of a stamped receipt: a photograph, an iPhone's own format, or a scan as PDF. Of a PDF
 * it is the page that is worth most, the first of equals. What proves later what was sent is the hash of the file as it
 * came.
 */
export async function openPicture(ctx: Reading, sent: Sent, worthOf: WorthOf): Promise<Answer> {
  const { bytes } = sent;
  const read = await ctx.ports.photographs.inspect(bytes);
  if (read.ok) return read;
  if (read.refusal.code === 'heic-unsupported') return sentAs(bytes, await converted(ctx, bytes));
  if (read.refusal.code === 'not-an-image' && isPdf(bytes)) return sentAs(bytes, await pageOf(ctx, sent, worthOf));
  return read;
}

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

function sentAs(bytes: Uint8Array, answer: Answer): Answer {
  if (!answer.ok) return answer;
  return ok({ ...answer.value, originalSha256: createHash('sha256').update(bytes).digest('hex') });
}

async function converted({ ports }: Reading, heic: Uint8Array): Promise<Answer> {
  const picture = await ports.pictures.toJpeg(heic);
  return picture.ok ? ports.photographs.inspect(picture.value.jpeg) : refuse({ code: CODES[picture.refusal.code] });
}

/** What the converter says, as it is said of a photograph. */
const CODES = {
  'picture-heic': 'heic-unsupported',
  'picture-too-many-pixels': 'too-many-pixels',
  busy: 'busy',
} as const satisfies Record<ConverterRefusal['code'], PhotographRefusal['code']>;

async function pageOf({ ports }: Reading, { bytes, goOn }: Sent, worthOf: WorthOf): Promise<Answer> {
  const drawn = await ports.pages.draw(bytes);
  if (!drawn.ok) return drawn;
  let best: { readonly worth: number; readonly answer: Answer } | null = null;
  let further = FURTHER_PAGES;
  for (const page of drawn.value.pages) {
    if (best && isWanted(best.worth)) further -= 1;
    if (best?.worth === FLAWLESS || further < 0) break;
    const mayGoOn: Result<undefined, PictureRefusal> = best && goOn ? await goOn() : ok();
    const answer: Answer = mayGoOn.ok ? await ports.photographs.inspect(page) : mayGoOn;
    // A page that was not looked at may be the one that is wanted.
    if (!mayGoOn.ok || isBusy(answer)) return best && isWanted(best.worth) ? best.answer : answer;
    const worth: number = answer.ok ? await worthOf(answer.value) : 0;
    if (!best || worth > best.worth) best = { worth, answer };
  }
  return best?.answer ?? refuse({ code: 'unreadable' });
}

const isBusy = (answer: Answer) => !answer.ok && answer.refusal.code === 'busy';
