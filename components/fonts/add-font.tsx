'use client';

import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { FONT_BYTES_MAX, explainFont } from '@/lib/disbursement/rules/paper-font';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { Field } from '../ui/field';
import { FileButton } from '../ui/file-button';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import styles from './fonts.module.css';

type Added = { readonly name: string; readonly has: readonly string[]; readonly stillMissing: readonly string[] };
type Answer = { readonly ok: true; readonly value: Added } | { readonly ok: false; readonly explained: Explained };

const LOST: Explained = {
  title: '没有传完',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '文件还在，请再点一次“检查并添加”' }],
};
const NO_FILE: Explained = { title: '尚未选择文件', why: '请先选择 .ttf 或 .otf 字体文件。', next: [] };

/** 添加字体: the file is checked on the server for the characters that are waited for, then used at once. */
export function AddFont() {
  const router = useRouter();
  const [refused, setRefused] = useState<Explained | null>(null);
  const [added, setAdded] = useState<Added | null>(null);
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const chosen = event.currentTarget.elements.namedItem('file');
    const file = chosen instanceof HTMLInputElement ? chosen.files?.[0] : undefined;
    setAdded(null);
    if (!file || file.size === 0) return setRefused(NO_FILE);
    if (file.size > FONT_BYTES_MAX) return setRefused(explainFont['file-too-large']({ code: 'file-too-large' }));
    setPending(true);
    const answer = await upload(file);
    setPending(false);
    setRefused(answer.ok ? null : answer.explained);
    if (!answer.ok) return;
    setAdded(answer.value);
    router.refresh();
  }

  return (
    <Card title="添加字体" aside=".ttf 或 .otf，不超过 64 MB；授权须允许嵌入文档">
      <Stack gap={4}>
        {refused && <RefusalNotice explained={refused} />}
        {added && <AddedNotice added={added} />}
        <form onSubmit={send} className={styles.form}>
          <Field id="font-file" label="字体文件（至少含有一个所缺的字）">
            <FileButton id="font-file" name="file" label="选择文件" accept=".ttf,.otf" />
          </Field>
          <SubmitButton pending={pending} pendingLabel="正在检查字形">
            检查并添加
          </SubmitButton>
        </form>
      </Stack>
    </Card>
  );
}

function AddedNotice({ added: { name, has, stillMissing } }: { added: Added }) {
  return (
    <Notice tone={stillMissing.length > 0 ? 'amber' : 'green'} role="status" title={`已添加“${name}”，即刻生效`}>
      补上了：{has.join('、')}。
      {stillMissing.length > 0
        ? `仍缺：${stillMissing.join('、')}，请再添加含有这些字的字体。`
        : '等待的申报单位已收到通知，可以打印收据。'}
    </Notice>
  );
}

async function upload(file: File): Promise<Answer> {
  try {
    const response = await fetch('/api/fonts', {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    const answer = (await response.json()) as { ok: boolean; value?: Added; explained?: Explained };
    if (answer.ok && answer.value) return { ok: true, value: answer.value };
    return { ok: false, explained: answer.explained ?? LOST };
  } catch {
    return { ok: false, explained: LOST };
  }
}
