import { machine } from '@/lib/kernel/machine';

export type ReceiptStatus = 'ISSUED' | 'VOIDED' | 'SUBMITTED' | 'ACCEPTED' | 'RETURNED';
export type ReceiptEvent = 'void' | 'submit' | 'takeBack' | 'accept' | 'return' | 'reopen';

/** The life of one version of a receipt (收据). A returned photograph leaves the paper valid: it is submitted again. */
export const RECEIPT = machine<ReceiptStatus, ReceiptEvent>(
  'receipt version',
  {
    initial: 'ISSUED',
    states: ['ISSUED', 'VOIDED', 'SUBMITTED', 'ACCEPTED', 'RETURNED'],
    ends: ['VOIDED', 'ACCEPTED'],
  },
  [
    ['ISSUED', 'submit', 'SUBMITTED', ['phone', 'enterprise'], '提交收据', null],
    ['RETURNED', 'submit', 'SUBMITTED', ['phone', 'enterprise'], '重新提交收据', null],
    ['SUBMITTED', 'takeBack', 'ISSUED', 'enterprise', '取回收据', null],
    ['SUBMITTED', 'return', 'RETURNED', 'maker', '退回收据', null],
    ['SUBMITTED', 'accept', 'ACCEPTED', 'maker', '收据通过', null],
    ['ACCEPTED', 'reopen', 'SUBMITTED', 'maker', '重新审核收据', null],
    [
      ['ISSUED', 'SUBMITTED', 'RETURNED', 'ACCEPTED'],
      'void',
      'VOIDED',
      ['enterprise', 'maker', 'final', 'case'],
      '收据作废',
      null,
    ],
  ],
);
