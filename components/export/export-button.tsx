'use client';

import { useRef, useState } from 'react';
import { sendRequest, saveFile } from '@/components/application/talents/send-request';
import { Button, type ButtonLook } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/kernel/paths';
import type { ExportCases, ExportMoney, ExportTalents } from '@/lib/export/rules/export.schema';

type Explained = { readonly title: string; readonly why: string; readonly next: readonly { readonly label: string }[] };

type Props = {
  readonly label?: string;
  /** What is taken out, in words: `本页筛选的 42 件申请`. */
  readonly what: string;
  readonly look?: ButtonLook;
} & (
  | { readonly kind: 'cases'; readonly input: ExportCases }
  | { readonly kind: 'money'; readonly input: ExportMoney }
  | { readonly kind: 'talents'; readonly input: Omit<ExportTalents, 'isWhole'> }
);

const LOST: Explained = {
  title: '没有导出',
  why: '网络断开，或服务暂时不可用。',
  next: [{ label: '请再试一次' }],
};

/** 导出: says what comes out, asks for proof of who asks where that is due, and can be broken off while it runs. */
export function ExportButton({ label = '导出', what, look, kind, input }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [which, setWhich] = useState('masked');
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<Explained | null>(null);
  const running = useRef<AbortController | null>(null);

  async function take() {
    if (isBusy) return;
    setBusy(true);
    setFault(null);
    const run = new AbortController();
    running.current = run;
    const body = kind === 'talents' ? { ...input, isWhole: which === 'whole' } : input;
    const response = await sendRequest(paths.staffExport(kind), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: run.signal,
      redirect: 'manual',
    });
    if (response?.type === 'opaqueredirect') {
      const { pathname, search } = window.location;
      return window.location.assign(paths.staffProve(`${pathname}${search}`));
    }
    const said = response?.ok
      ? await saveFile(response, 'export.xlsx').then(
          () => null,
          () => LOST,
        )
      : await explanationOf(response);
    setBusy(false);
    if (run.signal.aborted) return;
    setFault(said);
    setOpen(said !== null);
  }

  function close() {
    running.current?.abort();
    setOpen(false);
    setFault(null);
  }

  return (
    <>
      <Button icon="sheet" {...look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title={label}
        size="s"
        foot={
          <>
            <Button onClick={close}>{isBusy ? '停止导出' : '返回'}</Button>
            <Button variant="primary" pending={isBusy} onClick={() => void take()}>
              导出 .xlsx
            </Button>
          </>
        }
      >
        <Stack gap={3}>
          {fault && (
            <Notice tone="red" role="alert" title={fault.title}>
              {fault.why}
              {fault.next.map(({ label: step }) => step).join('，')}。
            </Notice>
          )}
          <p>{what}</p>
          {kind === 'talents' && <Which value={which} onChange={setWhich} />}
          <Notice look="line">
            会先请您再次验证身份（10 分钟内验证过的除外），记入操作日志；表中写明导出人和导出时间。
          </Notice>
        </Stack>
      </Dialog>
    </>
  );
}

function Which({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <RadioGroup
      id="export-which"
      name="export-which"
      legend="证件号码等个人信息"
      options={[
        { value: 'masked', label: '部分隐去' },
        { value: 'whole', label: '完整号码', note: '请妥善保管，用完即删' },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}

async function explanationOf(response: Response | null): Promise<Explained> {
  const body = (await response?.json().catch(() => null)) as { explained?: Explained } | null | undefined;
  return body?.explained ?? LOST;
}
