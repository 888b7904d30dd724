import 'server-only';
import type { Context } from '@/lib/access/context';
import { isPageCodeTag } from '@/lib/receipt/render/page-code-tag';
import { parsePageCode } from '@/lib/receipt/rules/page-code';
import { receiptByVersion } from '@/lib/receipt/paper-queries';
import type { Inspection } from '../rules/inspection';
import { judge, type CodeCheck, type Judgement } from '../rules/judge';

type Expected = {
  readonly id: string;
  readonly number: string;
  readonly versionNumber: number;
  readonly status: string;
};

/** What a picture is worth for this receipt: its code is looked up and its tag checked, then the rules decide. */
export async function judgePhotograph(ctx: Context, receipt: Expected, inspection: Inspection): Promise<Judgement> {
  const check = await checkCode(ctx, receipt, inspection.code);
  return judge(inspection, { number: receipt.number, version: receipt.versionNumber }, check);
}

async function checkCode(ctx: Context, receipt: Expected, code: string | null): Promise<CodeCheck> {
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
