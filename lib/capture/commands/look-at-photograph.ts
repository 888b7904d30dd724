import 'server-only';
import type { Context } from '@/lib/access/context';
import { ok, type Result } from '@/lib/kernel/result';
import type { InspectedPhotograph } from '@/lib/ports/photograph-inspector';
import { receiptByVersion } from '@/lib/receipt/paper-queries';
import { isPageCodeTag } from '@/lib/receipt/render/page-code-tag';
import { isFirstPage, parsePageCode } from '@/lib/receipt/rules/page-code';
import { judge, type CodeCheck, type Judgement } from '../rules/judge';
import { worthOfOther, worthOfWanted } from '../rules/page-worth';
import { openPicture, type PictureRefusal, type Sent } from './open-picture';

type Expected = {
  readonly id: string;
  readonly number: string;
  readonly versionNumber: number;
  readonly pdfKey: string;
};

/** No more is needed than this: who asks has been let in by whoever calls. */
export type Looking = Pick<Context, 'db' | 'ports' | 'secrets'>;

export type LookedAt = Judgement & { readonly picture: InspectedPhotograph };

/**
 * Looks at a picture that is to show this receipt, wherever it came from: page, light and seal are found, its code is
 * looked up and its tag checked, what it says is compared with the page that was issued, and then the rules decide.
 */
export async function lookAtPhotograph(
  ctx: Looking,
  receipt: Expected,
  sent: Sent,
): Promise<Result<LookedAt, PictureRefusal>> {
  const expected = { number: receipt.number, version: receipt.versionNumber };
  const isSheet = async (code: string | null) => isFirstPage(code) && (await checkCode(ctx, receipt, code)) === 'valid';
  const inspected = await openPicture(ctx, sent, async ({ inspection }) =>
    (await isSheet(inspection.code))
      ? worthOfWanted(judge(inspection, expected, 'valid').findings)
      : worthOfOther(inspection),
  );
  if (!inspected.ok) return inspected;
  const { code } = inspected.value.inspection;
  const picture = (await isSheet(code)) ? await compared(ctx, receipt, inspected.value) : inspected.value;
  return ok({ picture, ...judge(picture.inspection, expected, await checkCode(ctx, receipt, code)) });
}

/** A sheet whose issued page the store does not have stays uncompared, which a person is told. */
async function compared(ctx: Looking, receipt: Expected, picture: InspectedPhotograph): Promise<InspectedPhotograph> {
  if (!picture.flat) return picture;
  const issued = await ctx.ports.files.get(receipt.pdfKey);
  const content = issued && (await ctx.ports.photographs.compare(picture.flat, issued));
  return { ...picture, inspection: { ...picture.inspection, content } };
}

async function checkCode(ctx: Looking, receipt: Expected, code: string | null): Promise<CodeCheck> {
  if (code === null) return 'unread';
  const read = parsePageCode(code);
  if (!read.ok) return read.refusal === 'foreign' ? 'foreign' : 'forged';
  const { number, version, page, tag } = read.value;
  const issued = await receiptByVersion(ctx.db, number, version);
  if (!issued) return 'forged';
  const secret = Buffer.from(ctx.secrets.pageCode, 'base64');
  if (!isPageCodeTag(tag, secret, { number, version, page, contentSha256: issued.contentSha256 })) return 'forged';
  if (issued.id === receipt.id) return issued.status === 'VOIDED' ? 'voided' : 'valid';
  return number === receipt.number ? 'voided' : 'foreign';
}
