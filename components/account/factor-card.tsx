'use client';

import { useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { ActButton } from '../employees/act-button';
import { Anchor } from '../ui/anchor';
import { Button } from '../ui/button';
import { Row, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import type { FormAction } from './account-form';
import { RecoveryCodes } from './recovery-codes';

type Renewed = { ok: true; value: readonly string[] } | { ok: false; explained: Explained };
export type FactorCardProps = {
  since: Date | null;
  recoveryCodesLeft: number;
  renew: (given: object) => Promise<Renewed>;
  replace: FormAction;
};

/** The second factor of one of the office: since when, how many recovery codes are left, new ones, another telephone. */
export function FactorCard({ since, recoveryCodesLeft, renew, replace }: FactorCardProps) {
  const [renewed, setRenewed] = useState<Renewed | null>(null);
  const [pending, setPending] = useState(false);
  if (renewed?.ok) return <RecoveryCodes codes={renewed.value} />;

  async function ask() {
    setPending(true);
    setRenewed(await renew({}));
    setPending(false);
  }
  return (
    <Stack gap={4}>
      <p>
        {since ? `${formatDayTime(since)} 启用` : '尚未启用'}，恢复码还剩 {recoveryCodesLeft} 个。
      </p>
      {renewed && (
        <Notice tone="amber" role="alert" title={renewed.explained.title}>
          <p>{renewed.explained.why}</p>
          {renewed.explained.next.map(({ label, href }) => (
            <p key={label}>{href ? <Anchor href={href}>{label}</Anchor> : label}</p>
          ))}
        </Notice>
      )}
      <Row gap={2}>
        <Button pending={pending} onClick={ask}>
          生成新的恢复码
        </Button>
        <ActButton
          action={replace}
          fields={{}}
          label="更换验证手机"
          title="更换验证手机？"
          thing="第二重验证"
          consequence="原手机的动态口令和恢复码立即作废，接着在新手机上设置。"
        />
      </Row>
    </Stack>
  );
}
