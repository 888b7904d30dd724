'use client';

import { useActionState, useEffect, useId, useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { classNames } from '@/components/ui/class-names';
import { Field } from '@/components/ui/field';
import { Row, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-input';
import type { ConversationView, MessageView } from '@/lib/conversation/queries';
import { TEXT_MAX } from '@/lib/conversation/rules/conversation.schema';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { useRead, type MarkRead } from './use-read';
import styles from './conversation.module.css';

export type ConversationProps = {
  readonly view: ConversationView;
  /** Of the message that is written now; a new one comes with the page that shows it. */
  readonly messageKey: string;
  readonly write: (before: ActionState, form: FormData) => Promise<ActionState>;
  readonly read: MarkRead;
  /** What the field is for, and what it is not for. */
  readonly hint: string;
  readonly nothing: string;
};

/** 留言: what was written, oldest first, and the field for the next one while the case is open. */
export function Conversation({ view, read, nothing, ...field }: ConversationProps) {
  const place = useRead(view, read);
  return (
    <Stack gap={4}>
      <div ref={place}>
        {view.messages.length === 0 ? (
          <p className={styles.nothing}>{nothing}</p>
        ) : (
          <ol className={styles.list} aria-label="留言" tabIndex={0}>
            {view.messages.map((message) => (
              <Message key={message.id} message={message} />
            ))}
          </ol>
        )}
      </div>
      {!view.isOpen && view.messages.length > 0 && <p className={styles.nothing}>本申请已办结，留言已关闭。</p>}
      {view.isOpen && view.mayWrite && <WriteForm key={field.messageKey} view={view} {...field} />}
    </Stack>
  );
}

function Message({ message: { by, isOwnSide, isUnread, text, at } }: { message: MessageView }) {
  return (
    <li className={classNames(styles.message, isOwnSide && styles.own, isUnread && styles.unread)}>
      <p className={styles.by}>
        <b>{by}</b>
        <time dateTime={at.toISOString()}>{formatDayTime(at)}</time>
        {isUnread && <Tag tone="blue">未读</Tag>}
      </p>
      <p className={styles.text}>{text}</p>
    </li>
  );
}

function WriteForm({ view, messageKey, write, hint }: Omit<ConversationProps, 'read' | 'nothing'>) {
  const [state, submit] = useActionState(write, IDLE);
  const [count, setCount] = useState(0);
  const id = useId();
  const refused = state.status === 'refused' ? state : null;

  useEffect(() => {
    if (state.status === 'done') announce('留言已发出');
  }, [state]);

  return (
    <form action={submit}>
      <input type="hidden" name="applicationId" value={view.applicationId} />
      <input type="hidden" name="key" value={messageKey} />
      <Stack gap={3}>
        {refused && !refused.explained.fields?.text && (
          <Notice tone="red" role="alert" title={refused.explained.title}>
            {refused.explained.why}
          </Notice>
        )}
        <Field
          id={`${id}text`}
          label="写留言"
          hint={hint}
          error={refused?.explained.fields?.text}
          aside={`${count} / ${TEXT_MAX}`}
        >
          <TextArea
            key={refused?.at ?? 0}
            name="text"
            rows={3}
            maxLength={TEXT_MAX}
            defaultValue={refused?.keep.text}
            onChange={(event) => setCount([...event.target.value].length)}
            required
          />
        </Field>
        <Row justify="end">
          <SubmitButton variant="secondary" pendingLabel="正在发出">
            发出留言
          </SubmitButton>
        </Row>
      </Stack>
    </form>
  );
}
