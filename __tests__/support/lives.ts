import { STAFF_ACCOUNT } from '@/lib/access/rules/states';
import { EXTENSION } from '@/lib/application/rules/extension-states';
import { APPLICATION } from '@/lib/application/rules/states';
import { CAPTURE } from '@/lib/receipt/rules/capture-states';
import { BANK_LAYOUT, BATCH, PAYMENT_FILE } from '@/lib/disbursement/rules/money-states';
import { DISBURSEMENT } from '@/lib/disbursement/rules/states';
import { CHANGE_REQUEST, EMPLOYEE, ENTERPRISE, REGISTRATION, SUPPORT_TICKET } from '@/lib/enterprise/rules/states';
import type { Machine } from '@/lib/kernel/machine';
import { NOTICE } from '@/lib/notice/rules/states';
import { OBJECTION } from '@/lib/objection/rules/states';
import { PROGRAMME_VERSION } from '@/lib/programme/rules/states';
import { OPINION } from '@/lib/review/rules/states';
import { RECEIPT } from '@/lib/receipt/rules/states';

/** Every life of the product with the area whose README shows it. */
export const LIVES: readonly { readonly life: Machine<string, string>; readonly area: string }[] = [
  { life: APPLICATION as Machine<string, string>, area: 'application' },
  { life: OPINION as Machine<string, string>, area: 'review' },
  { life: EXTENSION as Machine<string, string>, area: 'application' },
  { life: DISBURSEMENT as Machine<string, string>, area: 'disbursement' },
  { life: BATCH as Machine<string, string>, area: 'disbursement' },
  { life: PAYMENT_FILE as Machine<string, string>, area: 'disbursement' },
  { life: BANK_LAYOUT as Machine<string, string>, area: 'disbursement' },
  { life: RECEIPT as Machine<string, string>, area: 'receipt' },
  { life: CAPTURE as Machine<string, string>, area: 'capture' },
  { life: NOTICE as Machine<string, string>, area: 'notice' },
  { life: OBJECTION as Machine<string, string>, area: 'objection' },
  { life: ENTERPRISE as Machine<string, string>, area: 'enterprise' },
  { life: EMPLOYEE as Machine<string, string>, area: 'enterprise' },
  { life: REGISTRATION as Machine<string, string>, area: 'enterprise' },
  { life: SUPPORT_TICKET as Machine<string, string>, area: 'enterprise' },
  { life: CHANGE_REQUEST as Machine<string, string>, area: 'enterprise' },
  { life: STAFF_ACCOUNT as Machine<string, string>, area: 'access' },
  { life: PROGRAMME_VERSION as Machine<string, string>, area: 'programme' },
];
