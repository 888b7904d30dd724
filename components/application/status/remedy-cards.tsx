'use client';

import { ActConfirm, type Act } from '@/components/disbursement/act-confirm';
import { Notice } from '@/components/ui/notice';
import type { Remedies } from '@/lib/application/case-queries';
import { EXTENSION_STATUS } from '@/lib/application/rules/extension-states';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';

type Props = {
  readonly applicationId: string;
  readonly thing: string;
  readonly remedies: Remedies;
  /** Null where this person may read only. */
  readonly act: Act | null;
};

const REASON = [{ name: 'reason', label: '理由', hint: '至少 10 个字，业务人员据此决定。', kind: 'text' }] as const;

/** 申请延期 of an expired case: until when, and what was answered. */
export function ExtensionCard({ applicationId, thing, remedies, act }: Props) {
  const { extension, extensionUntil } = remedies;
  if (extension) {
    const { word, tone } = EXTENSION_STATUS[extension.status];
    return (
      <Notice tone={tone} title={`延期申请：${word}`}>
        <p>
          {formatDayTime(extension.askedAt)} 提出。理由：{extension.reason}
        </p>
        {extension.answer && <p>答复：{extension.answer}</p>}
        {extension.status === 'ASKED' && <p>复审人员答复后，以短信和邮件告知联系人。</p>}
      </Notice>
    );
  }
  if (!extensionUntil) return null;
  return (
    <Notice
      tone="amber"
      title="可以申请延期一次"
      actions={
        act && (
          <ActConfirm
            act={act}
            label="申请延期"
            look={{ variant: 'primary' }}
            title="申请延期？"
            thing={thing}
            fields={{ applicationId }}
            consequence="一件申请只能申请延期一次。同意后，本申请回到“已退回待修改”，在新的期限前修改并重新提交。"
            undoUntil="提出后不能撤回，等待答复即可。"
            confirmLabel="提出延期申请"
            asks={REASON}
          />
        )
      }
    >
      补正期限已过，本申请已失效。请在 <b>{formatDay(extensionUntil)} 24:00</b> 前写明理由提出，由复审人员决定。
    </Notice>
  );
}

/** 申请复核 after a refusal: until when, and that it is under way. */
export function AppealCard({ applicationId, thing, remedies, act }: Props) {
  const { appealUntil, appealedAt } = remedies;
  if (appealedAt) {
    return (
      <Notice tone="blue" title="已申请复核">
        {formatDayTime(appealedAt)} 提出，由未办理过本申请的复审人员办理。一件申请只能申请复核一次。
      </Notice>
    );
  }
  if (!appealUntil) return null;
  return (
    <Notice
      tone="amber"
      title="不服结果的，可以申请复核一次"
      actions={
        act && (
          <ActConfirm
            act={act}
            label="申请复核"
            look={{ variant: 'primary' }}
            title="申请复核？"
            thing={thing}
            fields={{ applicationId }}
            consequence="一件申请只能申请复核一次。复核按已提交的内容进行，由未办理过本申请的复审人员办理。"
            confirmLabel="提出复核申请"
            asks={REASON}
          />
        )
      }
    >
      请在 <b>{formatDay(appealUntil)} 24:00</b> 前写明理由提出。
    </Notice>
  );
}
