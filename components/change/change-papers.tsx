'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import type { ChangeView } from '@/lib/enterprise/change-queries';
import { CHANGE_PAPERS, type ChangePaperRule } from '@/lib/enterprise/rules/change-form';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Anchor } from '../ui/anchor';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { FileButton } from '../ui/file-button';
import { Stack } from '../ui/layout';
import { Status } from '../ui/status';
import styles from './change.module.css';

type Props = { view: ChangeView; errors: Readonly<Record<string, string>> };

/** The papers that a request needs: printed where it is a form of the system, uploaded at once when chosen. */
export function ChangePapers({ view, errors }: Props) {
  const [refused, setRefused] = useState<Explained | null>(null);
  return (
    <Card title="材料" aside="JPG、PNG 或 PDF，手机照片也可以">
      <Stack gap={3}>
        {refused && <RefusalNotice explained={refused} />}
        <div>
          {CHANGE_PAPERS[view.kind].map((rule) => (
            <PaperRow key={rule.kind} rule={rule} view={view} error={errors[rule.kind]} onRefused={setRefused} />
          ))}
        </div>
      </Stack>
    </Card>
  );
}

type RowProps = {
  rule: ChangePaperRule;
  view: ChangeView;
  error?: string;
  onRefused: (explained: Explained | null) => void;
};

function PaperRow({ rule, view, error, onRefused }: RowProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const paper = view.papers.find((one) => one.kind === rule.kind);
  // What was said before this paper came up no longer holds.
  const wrong = paper ? view.missing.find(({ id }) => id === rule.kind)?.text : error;

  async function send(file: File | undefined) {
    if (!file || pending) return;
    setPending(true);
    const explained = await upload(view.id, rule.kind, file);
    setPending(false);
    onRefused(explained);
    if (!explained) router.refresh();
  }

  async function print() {
    if (isPrinting) return;
    setPrinting(true);
    const answer = await issue(view.id);
    setPrinting(false);
    onRefused('refused' in answer ? answer.refused : null);
    if ('paperId' in answer) window.location.assign(paths.paperPdf(answer.paperId));
  }

  return (
    <div className={styles.row} id={rule.kind} tabIndex={-1}>
      <div>
        <p>
          <b>{rule.label}</b>
        </p>
        {paper ? (
          <Status look="text" tone={wrong ? 'red' : 'green'}>
            <Anchor href={paths.paperFile(paper.fileId)} target="_blank">
              {formatDayTime(paper.uploadedAt)} 上传，查看
            </Anchor>
          </Status>
        ) : (
          <p className={styles.hint}>{rule.hint}</p>
        )}
        {paper && paper.findings.length > 0 && <p className={styles.hint}>{paper.findings.join(' ')}</p>}
      </div>
      <div className={styles.buttons}>
        {rule.isPrinted && (
          <Button size="s" variant="plain" icon="print" pending={isPrinting} onClick={() => void print()}>
            下载PDF打印
          </Button>
        )}
        <FileButton
          id={`upload-${rule.kind}`}
          label={pending ? '正在上传' : paper ? '换一份' : '上传'}
          showName={false}
          accept="image/*,.pdf,.heic"
          disabled={pending}
          aria-label={`上传${rule.label}`}
          onChange={(event) => {
            void send(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {wrong && <p className={styles.wrong}>{wrong}</p>}
    </div>
  );
}

const LOST: Explained = { title: '没有传完', why: '网络断开，或服务暂时不可用。', next: [{ label: '请再传一次' }] };

const NOT_PRINTED: Explained = {
  title: '没有生成',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '请再点一次' }],
};

async function issue(id: string): Promise<{ paperId: string } | { refused: Explained }> {
  try {
    const response = await fetch(paths.changeLetter(id), { method: 'POST' });
    const answer = (await response.json()) as { ok: boolean; value?: { paperId: string }; explained?: Explained };
    return answer.ok && answer.value ? answer.value : { refused: answer.explained ?? NOT_PRINTED };
  } catch {
    return { refused: NOT_PRINTED };
  }
}

async function upload(id: string, kind: string, file: File): Promise<Explained | null> {
  try {
    const response = await fetch(`${paths.changeRequest(id)}/papers?${new URLSearchParams({ kind })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    const answer = (await response.json()) as { ok: boolean; explained?: Explained };
    return answer.ok ? null : (answer.explained ?? LOST);
  } catch {
    return LOST;
  }
}
