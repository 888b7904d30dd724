'use client';

import type { ContactRow } from '@/lib/enterprise/queries';
import type { ButtonLook } from '../ui/button';
import type { EntryCalls } from './entry-calls';
import { EntryDialog } from './entry-dialog';
import { CONTACT_FIELDS } from './entry-fields';

export type ContactDialogProps = {
  save: EntryCalls['save'];
  /** The contact that is changed; missing: a new one. */
  contact?: ContactRow;
  look?: ButtonLook;
  /** Told the id to choose from now on. */
  done: (id: string) => void;
};

/** 新增联系人 or 修改 of one: a changed contact is a new row, so its numbers are typed whole. */
export function ContactDialog({ save, contact, look, done }: ContactDialogProps) {
  return (
    <EntryDialog
      label={contact ? '修改' : '新增联系人'}
      spoken={contact && `修改联系人 ${contact.name}`}
      look={look}
      title={contact ? '修改联系人' : '新增联系人'}
      hint={
        contact
          ? `原手机 ${contact.maskedMobile}，原邮箱 ${contact.maskedEmail}。为保护信息，请重新填写完整。`
          : '短信和邮件提醒发给办理时选择的联系人。'
      }
      fields={CONTACT_FIELDS}
      start={contact && { name: contact.name, position: contact.position ?? '' }}
      saveLabel="保存联系人"
      save={(typed) => save(contact ? { ...typed, id: contact.id } : typed)}
      done={done}
    />
  );
}
