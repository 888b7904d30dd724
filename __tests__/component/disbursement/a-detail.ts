import type { DisbursementDetail, TalentLineView } from '@/lib/disbursement/queries';
import { PUBLIC_STATUS } from '@/lib/disbursement/rules/labels';
import { nextStep } from '@/lib/disbursement/rules/next-step';
import { disbursementPath } from '@/lib/disbursement/rules/path';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';

export const aLine = (given: Partial<TalentLineView> = {}): TalentLineView => ({
  id: 'line-1',
  name: '陈思远',
  categoryLabel: '领军人才',
  amountFen: 100_000_00,
  state: 'KEPT',
  leftReason: null,
  need: 'missing',
  proof: null,
  ...given,
});

export const aReceipt = (version: number): DisbursementDetail['receipts'][number] => ({
  id: `receipt-${version}`,
  number: 'SJ20260001876',
  version,
  status: 'ISSUED',
  issuedAt: new Date('2026-11-23T01:12:00Z'),
  voidedAt: null,
  voidReason: null,
  amountFen: 100_000_00,
  photographs: [],
});

/** A disbursement as its page reads it. */
export function aDetail(given: Partial<DisbursementDetail> = {}): DisbursementDetail {
  const status = given.status ?? 'AWAITING_CONFIRMATION';
  const lapsesAfter = given.lapsesAfter === undefined ? shanghaiDay('2027-04-15') : given.lapsesAfter;
  const failureCause = given.failure?.cause ?? null;
  const { hold = null, talentHold = null } = given;
  const confirmedAt = given.confirmedAt ?? null;
  return {
    id: '0192f0c0-0000-7000-8000-000000000001',
    status,
    label: PUBLIC_STATUS[status],
    programmeName: '高层次和紧缺人才招聘补贴',
    entryWord: '引进人才',
    caseId: 'case',
    caseNumber: 'RC20260004215',
    batchNumber: 'PC2026007',
    amountFen: 100_000_00,
    lines: [aLine()],
    proofMaxAgeDays: 30,
    today: shanghaiDay('2026-11-23'),
    account: {
      id: '0192f0c0-0000-7000-8000-00000000000a',
      holder: '苏州示例智能科技有限公司',
      maskedNumber: '3225 **** **** 1234',
      bankName: '示例银行苏州工业园区支行',
      cnapsCode: '999305000012',
    },
    contact: { id: '0192f0c0-0000-7000-8000-00000000000c', name: '林晓雯', maskedMobile: '138****0000' },
    confirmedAt,
    notBefore: null,
    accountQuietHours: 24,
    receiptNumber: null,
    remark: null,
    receipts: [],
    missing: [],
    failure: null,
    hold,
    talentHold,
    paidAt: null,
    lapsesAfter,
    path: disbursementPath({
      ...{ status, failureCause, confirmedAt, proofMaxAgeDays: 30 },
      talents: { paid: 1, ready: 0 },
      issuedAt: null,
      submittedAt: null,
    }),
    next: nextStep({
      status,
      failureCause,
      hold,
      talentHold,
      lapsesAfter,
      waitsForDecision: false,
      waitsForFont: false,
    }),
    ...given,
  };
}
