import 'server-only';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { putSealed } from '@/lib/db/sealed';
import { maskEmail, maskMobile } from '@/lib/kernel/mask';
import { insertContact } from '../store';

export type NewContact = {
  readonly enterpriseId: string;
  readonly name: string;
  readonly position: string | null;
  readonly mobile: string;
  readonly email: string;
};

/** Puts a contact (联系人) on record in the caller's transaction, its addresses sealed. Answers its id. */
export async function addContact(tx: Context, { mobile, email, ...row }: NewContact): Promise<string> {
  const id = newId();
  const [maskedMobile, maskedEmail] = [maskMobile(mobile), maskEmail(email)];
  await insertContact(tx.db, { id, ...row, maskedMobile, maskedEmail, createdAt: tx.now });
  const place = { table: 'contact', rowId: id };
  await putSealed(tx, { ...place, column: 'mobile' }, { clear: mobile, masked: maskedMobile });
  await putSealed(tx, { ...place, column: 'email' }, { clear: email, masked: maskedEmail });
  return id;
}
