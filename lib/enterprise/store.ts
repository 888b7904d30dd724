import 'server-only';
import type { Db } from '@/lib/db/client';

/** Disbursements in which an account or contact must stay until another is chosen there. */
const OPEN_DISBURSEMENT = [
  'AWAITING_PROOF',
  'AWAITING_CONFIRMATION',
  'AWAITING_PRINT',
  'AWAITING_RECEIPT',
  'RECEIPT_REVIEW',
  'PAYABLE',
  'PAYING',
  'PAYMENT_FAILED',
] as const;
/** Applications that still send messages to their contact. */
const OPEN_APPLICATION = [
  'SUBMITTED',
  'FIRST_REVIEW',
  'RETURNED',
  'AWAITING_FINAL',
  'FINAL_REVIEW',
  'APPROVED',
  'IN_NOTICE',
  'CLEARED',
] as const;

export const contactForChange = (db: Db, id: string) => db.contact.findUnique({ where: { id } });

export const bankAccountForChange = (db: Db, id: string) => db.bankAccount.findUnique({ where: { id } });

export async function insertContact(
  db: Db,
  row: {
    id: string;
    enterpriseId: string;
    name: string;
    position: string | null;
    maskedMobile: string;
    maskedEmail: string;
    createdAt: Date;
  },
): Promise<void> {
  await db.contact.create({ data: row });
}

export async function insertBankAccount(
  db: Db,
  row: {
    id: string;
    enterpriseId: string;
    holder: string;
    bankName: string;
    cnapsCode: string;
    maskedNumber: string;
    createdAt: Date;
  },
): Promise<void> {
  await db.bankAccount.create({ data: row });
}

export async function retireContact(db: Db, id: string, at: Date): Promise<void> {
  await db.contact.updateMany({ where: { id, retiredAt: null }, data: { retiredAt: at, version: { increment: 1 } } });
}

export async function retireBankAccount(db: Db, id: string, at: Date): Promise<void> {
  await db.bankAccount.updateMany({
    where: { id, retiredAt: null },
    data: { retiredAt: at, version: { increment: 1 } },
  });
}

/** The number of an open case or receipt that uses this contact, or null. */
export async function useOfContact(db: Db, id: string): Promise<string | null> {
  const disbursement = await db.disbursement.findFirst({
    where: { contactId: id, status: { in: [...OPEN_DISBURSEMENT] } },
    select: { receiptNumber: true, application: { select: { number: true } } },
  });
  if (disbursement) return disbursement.receiptNumber ?? disbursement.application.number;
  const application = await db.application.findFirst({
    where: { contactId: id, status: { in: [...OPEN_APPLICATION] } },
    select: { number: true },
  });
  return application?.number ?? null;
}

export async function useOfBankAccount(db: Db, id: string): Promise<string | null> {
  const disbursement = await db.disbursement.findFirst({
    where: { bankAccountId: id, status: { in: [...OPEN_DISBURSEMENT] } },
    select: { receiptNumber: true, application: { select: { number: true } } },
  });
  return disbursement ? (disbursement.receiptNumber ?? disbursement.application.number) : null;
}
