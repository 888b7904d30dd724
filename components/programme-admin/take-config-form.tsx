'use client';

import { useRouter } from 'next/navigation';
import { useState, type ChangeEvent } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { paths } from '@/lib/kernel/paths';
import { CONFIG_CHARACTERS_MAX } from '@/lib/programme/rules/programme.schema';
import type { Answer } from '@/lib/runtime/action-state';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Card } from '../ui/card';
import { FileButton } from '../ui/file-button';
import { Muted, Row, Stack } from '../ui/layout';

type Taken = { readonly programmeId: string; readonly versionId: string };

const TOO_LARGE: Explained = {
  title: '文件过大',
  why: `一份配置不超过 ${CONFIG_CHARACTERS_MAX.toLocaleString('en-US')} 字。`,
  next: [{ label: '请确认选的是配置文件' }],
};
const LOST: Explained = {
  title: '没有传完',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '请再选一次文件' }],
};

/** 上传配置: a file is read at once; what is wrong with it is said in full, what is right waits to be published. */
export function TakeConfigForm({ take }: { take: (input: { text: string }) => Promise<Answer<Taken>> }) {
  const router = useRouter();
  const [refused, setRefused] = useState<Explained | null>(null);
  const [reading, setReading] = useState('');

  async function chosen({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    if (!file || reading) return;
    setReading(file.name);
    const text = file.size > CONFIG_CHARACTERS_MAX * 3 ? null : await file.text();
    const answer = text === null ? TOO_LARGE : await take({ text }).catch(() => LOST);
    target.value = '';
    setReading('');
    if ('title' in answer) setRefused(answer);
    else if (!answer.ok) setRefused(answer.explained);
    else router.push(paths.programmeVersion(answer.value.versionId));
  }

  return (
    <Card title="上传配置" aside=".json；先检查，不立即生效">
      <Stack gap={3}>
        {refused && <RefusalNotice explained={refused} />}
        <Row gap={3}>
          <FileButton
            id="programme-config"
            label={reading ? '正在检查' : '选择配置文件'}
            accept=".json,application/json"
            showName={false}
            disabled={reading !== ''}
            onChange={(event) => void chosen(event)}
          />
          <Muted>
            {reading || '事项编码相同的作为该事项的新版本，编码不同的作为新事项。可先下载现行版本，在其中修改。'}
          </Muted>
        </Row>
      </Stack>
    </Card>
  );
}
