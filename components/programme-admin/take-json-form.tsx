'use client';

import { useRouter } from 'next/navigation';
import { useState, type ChangeEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { Answer } from '@/lib/runtime/action-state';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { FileButton } from '../ui/file-button';
import { Muted, Row, Stack } from '../ui/layout';

const LOST: Explained = {
  title: '没有传完',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '请再选一次文件' }],
};

const tooLarge = (max: number): Explained => ({
  title: '文件过大',
  why: `一份文件不超过 ${max.toLocaleString('en-US')} 字。`,
  next: [{ label: '请确认选对了文件' }],
});

type Props = {
  id: string;
  title: string;
  label: string;
  /** What becomes of the file. */
  note: string;
  charactersMax: number;
  take: (input: { text: string }) => Promise<Answer<{ readonly versionId: string }>>;
  /** Where what was taken waits to be published. */
  hrefOf: (versionId: string) => string;
};

/** A configuration as a file: read at once; what is wrong with it is said in full, what is right waits to be published. */
export function TakeJsonForm({ id, title, label, note, charactersMax, take, hrefOf }: Props) {
  const router = useRouter();
  const [refused, setRefused] = useState<Explained | null>(null);
  const [reading, setReading] = useState('');

  async function chosen({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file || reading) return;
    setReading(file.name);
    const text = file.size > charactersMax * 3 ? null : await file.text();
    const answer = text === null ? tooLarge(charactersMax) : await take({ text }).catch(() => LOST);
    target.value = '';
    setReading('');
    if ('title' in answer) setRefused(answer);
    else if (!answer.ok) setRefused(answer.explained);
    else router.push(hrefOf(answer.value.versionId));
  }

  return (
    <Card title={title} aside=".json；先检查，不立即生效">
      <Stack gap={3}>
        {refused && <RefusalNotice explained={refused} />}
        <Row gap={3}>
          <FileButton
            id={id}
            label={reading ? '正在检查' : label}
            accept=".json,application/json"
            showName={false}
            disabled={reading !== ''}
            onChange={(event) => void chosen(event)}
          />
          <Muted>{reading || note}</Muted>
        </Row>
      </Stack>
    </Card>
  );
}
