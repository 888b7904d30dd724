import { machine } from '@/lib/kernel/machine';

export type BatchStatus = 'DRAFT' | 'RELEASED' | 'CLOSED' | 'DISCARDED';
export type BatchEvent = 'release' | 'close' | 'discard';

/** The life of a batch (批次): made by one, released by another; money is reserved at release. */
export const BATCH = machine<BatchStatus, BatchEvent>(
  'batch',
  { initial: 'DRAFT', states: ['DRAFT', 'RELEASED', 'CLOSED', 'DISCARDED'], ends: ['CLOSED', 'DISCARDED'] },
  [
    ['DRAFT', 'release', 'RELEASED', 'checker', '复核下达', null],
    ['RELEASED', 'close', 'CLOSED', 'checker', '批次结清', null],
    ['DRAFT', 'discard', 'DISCARDED', 'maker', '作废批次', null],
  ],
);

export type BankLayoutStatus = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** The life of one version of a bank's layout (银行文件格式). Retired, it makes no new files and reads its own for good. */
export const BANK_LAYOUT = machine<BankLayoutStatus, 'publish' | 'retire'>(
  'bank layout',
  { initial: 'DRAFT', states: ['DRAFT', 'PUBLISHED', 'RETIRED'], ends: ['RETIRED'] },
  [
    ['DRAFT', 'publish', 'PUBLISHED', 'admin', '发布银行文件格式', null],
    ['PUBLISHED', 'retire', 'RETIRED', 'admin', '停用银行文件格式', null],
  ],
);

export type PaymentFileStatus = 'DRAFT' | 'CONFIRMED' | 'RECONCILED' | 'WITHDRAWN';
export type PaymentFileEvent = 'confirm' | 'reconcile' | 'withdraw';

/** The life of a payment file (付款文件). */
export const PAYMENT_FILE = machine<PaymentFileStatus, PaymentFileEvent>(
  'payment file',
  { initial: 'DRAFT', states: ['DRAFT', 'CONFIRMED', 'RECONCILED', 'WITHDRAWN'], ends: ['RECONCILED', 'WITHDRAWN'] },
  [
    ['DRAFT', 'confirm', 'CONFIRMED', 'checker', '复核付款文件', null],
    ['DRAFT', 'withdraw', 'WITHDRAWN', 'maker', '作废付款文件', null],
    ['CONFIRMED', 'reconcile', 'RECONCILED', ['bank', 'maker', 'checker'], '对账完成', null],
    ['CONFIRMED', 'withdraw', 'WITHDRAWN', 'checker', '撤回付款文件', null],
  ],
);
