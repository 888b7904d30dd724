'use client';

import { useRouter } from 'next/navigation';
import type { ContactRow } from '@/lib/enterprise/queries';
import { announce } from '../ui/announcer';
import { ContactDialog } from './contact-dialog';
import type { EntryCalls } from './entry-calls';
import { EntryList } from './entry-list';

export type ContactListProps = {
  contacts: readonly ContactRow[];
  /** Missing where the reader may only look. */
  calls?: EntryCalls;
  chosenId?: string | null;
  onChoose?: (id: string) => void;
};

/** 联系人, to read, maintain, and where asked for to choose from. */
export function ContactList({ contacts, calls, chosenId, onChoose }: ContactListProps) {
  const router = useRouter();
  return (
    <EntryList
      word="联系人"
      emptyWhy="申请时须选择一位联系人，接收短信和邮件。"
      entries={contacts.map(({ id, name, position, maskedMobile, maskedEmail }) => ({
        id,
        title: position ? `${name}　${position}` : name,
        lines: [`手机 ${maskedMobile}　邮箱 ${maskedEmail}`],
      }))}
      chosenId={chosenId}
      onChoose={onChoose}
      change={
        calls &&
        (({ id }) => (
          <ContactDialog
            save={calls.save}
            contact={contacts.find((contact) => contact.id === id)}
            look={{ size: 's', variant: 'quiet', icon: 'pen' }}
            done={(saved) => {
              if (chosenId === id) onChoose?.(saved);
              announce('联系人已保存');
              router.refresh();
            }}
          />
        ))
      }
      retire={calls && ((id) => calls.retire({ id }))}
      retired={() => {
        announce('联系人已停用');
        router.refresh();
      }}
    />
  );
}

/** 新增联系人 at the head of a list. */
export function AddContact({ save }: Pick<EntryCalls, 'save'>) {
  const router = useRouter();
  return (
    <ContactDialog
      save={save}
      look={{ size: 's', icon: 'plus' }}
      done={() => {
        announce('联系人已保存');
        router.refresh();
      }}
    />
  );
}
