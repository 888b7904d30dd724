'use client';

import { useState } from 'react';
import { Conversation, type ConversationProps } from '@/components/conversation/conversation';
import { LetterList } from '@/components/letter/letter-list';
import { Button } from '@/components/ui/button';
import { Dialog, DialogButton } from '@/components/ui/dialog';
import type { LetterLine } from '@/lib/letter/queries';

export type CaseFolderProps = {
  readonly letters: readonly LetterLine[];
  readonly conversation: Omit<ConversationProps, 'hint' | 'nothing'>;
  /** Begins with the messages open: one comes from the list of what was not read. */
  readonly startsOpen: boolean;
};

const HINT = '企业会收到短信和邮件，只看到您的岗位。需要企业更正内容的，请办理“退回”，写明位置和期限，不要在这里要求。';

/** 文书 and 留言 of the case, each behind its button in the head. */
export function CaseFolder({ letters, conversation, startsOpen }: CaseFolderProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const { unread, messages } = conversation.view;
  return (
    <>
      {letters.length > 0 && (
        <DialogButton label={`文书 ${letters.length}`} look={{ size: 's', variant: 'plain' }} title="文书">
          <LetterList letters={letters} />
        </DialogButton>
      )}
      <Button size="s" variant="plain" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        留言 {messages.length}
        {unread > 0 && `，${unread} 条未读`}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="留言">
        <Conversation {...conversation} hint={HINT} nothing="本申请还没有留言。" />
      </Dialog>
    </>
  );
}
