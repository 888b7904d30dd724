import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { addReason } from '@/lib/review/commands/keep-reason';
import { done } from '@/__tests__/builders/disbursement';

const REASONS = [
  ['RETURN', '上传的图片有遮挡或反光，关键内容无法辨认，请在光线均匀处重新拍摄后上传', null],
  ['RETURN', '材料所盖印章与申报单位名称不一致，请使用申报单位公章重新盖章', '实施细则（示例）第八条'],
  [
    'RETURN',
    '社会保险参保证明的起缴月份与所填不一致，请核对后更正，或补充转移接续说明',
    '实施细则（示例）第五条第三项',
  ],
  ['REFUSE', '劳动合同的用人单位不是申报单位', '实施细则（示例）第五条第一项'],
  ['REFUSE', '申报人员在到岗前六个月内由申报单位的关联企业缴纳社会保险，不属于新引进', '实施细则（示例）第四条'],
] as const;

/** 理由库 of the demo, beside the reasons that each programme brings along. */
export async function addReasons(admin: Context<StaffActor>): Promise<void> {
  for (const [purpose, text, clause] of REASONS) {
    done('addReason', await addReason(admin, { programmeId: null, purpose, text, clause }));
  }
}
