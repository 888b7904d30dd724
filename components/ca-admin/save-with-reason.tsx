'use client';

import { useId, useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Status } from '../ui/status';
import { TextInput } from '../ui/text-input';
import type { Saved } from './saving';

type Props = {
  /** False while nothing differs from what holds. */
  isChanged: boolean;
  /** Names of fields of the call, and what they are called on the page. */
  nameOf: (field: string) => string;
  save: (reason: string) => Promise<Saved>;
  undo: () => void;
};

/** The end of every form of this page: why it is changed, and what was wrong with it. Nothing typed is lost. */
export function SaveWithReason({ isChanged, nameOf, save, undo }: Props) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [isPending, setPending] = useState(false);
  const [refused, setRefused] = useState<Explained | null>(null);
  const [isSaved, setSaved] = useState(false);

  async function submit() {
    if (isPending) return;
    setPending(true);
    const saved = await save(reason).catch((): Saved => LOST);
    setPending(false);
    setRefused(saved.ok ? null : saved.explained);
    setSaved(saved.ok);
    if (saved.ok) announce('已保存，立即生效');
    else announce(saved.explained.title, 'red');
  }

  const { reason: reasonFault, ...faults } = refused?.fields ?? {};
  return (
    <Stack gap={3}>
      {refused && (
        <Notice tone="red" role="alert" title={`${refused.title}：${refused.why}`}>
          <ul>
            {Object.entries(faults).map(([field, words]) => (
              <li key={field}>
                {nameOf(field)}：{words}
              </li>
            ))}
            {refused.next.map(({ label }) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isChanged && (
        <Field id={id} label="修改原因" hint="写入操作日志，保存后立即生效" error={reasonFault}>
          <TextInput value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        </Field>
      )}
      <Row>
        <Button variant="primary" size="s" disabled={!isChanged} pending={isPending} onClick={() => void submit()}>
          保存修改
        </Button>
        {isChanged && (
          <Button variant="quiet" size="s" onClick={undo}>
            恢复到修改前
          </Button>
        )}
        {isSaved && !isChanged && <Status tone="green">已保存，立即生效</Status>}
      </Row>
    </Stack>
  );
}

const LOST: Saved = {
  ok: false,
  code: 'unreachable',
  explained: { title: '没有保存', why: '网络中断，您填写的内容都在。', next: [{ label: '请稍后再点保存' }] },
};
