'use client';

import { LAYOUT_CHARACTERS_MAX } from '@/lib/disbursement/rules/finance.schema';
import { paths } from '@/lib/kernel/paths';
import type { Answer } from '@/lib/runtime/action-state';
import { TakeJsonForm } from '../programme-admin/take-json-form';

type Taken = { readonly versionId: string };

/** 上传格式 of a bank. */
export function TakeLayoutForm({ take }: { take: (input: { text: string }) => Promise<Answer<Taken>> }) {
  return (
    <TakeJsonForm
      id="bank-layout"
      title="上传格式"
      label="选择格式文件"
      note="代码 code 相同的作为该银行的新版本，不同的作为新格式。可先下载现有格式，在其中修改。"
      charactersMax={LAYOUT_CHARACTERS_MAX}
      take={take}
      hrefOf={paths.bankLayout}
    />
  );
}
