'use client';

import { useState } from 'react';
import { Button, type ButtonLook } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choice';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/kernel/paths';
import { saveFile, sendRequest } from './send-request';

export type ExportTalentsProps = {
  readonly applicationId: string;
  /** 第 N 次提交; null is the draft. */
  readonly submission: number | null;
  readonly look?: ButtonLook;
  /** Runs before, so that what is typed is in the sheet. */
  before?(): Promise<void>;
};

/** 导出: masked, or with whole numbers after saying so; both stand in the log. */
export function ExportTalents({ applicationId, submission, look, before }: ExportTalentsProps) {
  const [isOpen, setOpen] = useState(false);
  const [which, setWhich] = useState('masked');
  const [isBusy, setBusy] = useState(false);
  const [isLost, setLost] = useState(false);

  async function take() {
    if (isBusy) return;
    setBusy(true);
    await before?.();
    const response = await sendRequest(paths.talentExport(applicationId), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ submission, isWhole: which === 'whole' }),
    });
    if (response?.ok) await saveFile(response, 'talents.xlsx');
    setBusy(false);
    setLost(!response?.ok);
    setOpen(!response?.ok);
  }

  return (
    <>
      <Button icon="sheet" {...look} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        导出
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title="导出名单"
        size="s"
        foot={
          <>
            <DialogClose>返回</DialogClose>
            <Button variant="primary" pending={isBusy} onClick={() => void take()}>
              导出 .xlsx
            </Button>
          </>
        }
      >
        {isLost && (
          <Notice tone="red" role="alert" title="没有导出">
            网络断开，或服务暂时不可用。请再试一次。
          </Notice>
        )}
        <RadioGroup
          id="export-which"
          name="export-which"
          legend="证件号码和手机号码"
          options={[
            { value: 'masked', label: '部分隐去', note: '再次导入时，带 * 的号码表示不改动' },
            { value: 'whole', label: '完整号码', note: '会记入操作日志' },
          ]}
          value={which}
          onChange={setWhich}
        />
        {which === 'whole' && (
          <Notice tone="amber" title="含个人敏感信息">
            表格页眉、页脚写明导出人和时间。请妥善保管，用完即删。
          </Notice>
        )}
      </Dialog>
    </>
  );
}
