import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Notice } from '@/components/ui/notice';
import { Stack } from '@/components/ui/layout';
import type { WhatNext } from '@/lib/application/rules/what-next';
import { paths } from '@/lib/kernel/paths';
import { daysBetween, formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';

const WHO: Readonly<Record<WhatNext['who'], string>> = {
  you: '轮到您',
  staff: '业务人员',
  clock: '等待',
  finance: '财务人员',
};

type Props = {
  readonly next: WhatNext | null;
  readonly today: ShanghaiDay;
  readonly programmeCode: string;
  readonly support: { readonly phone?: string; readonly hours?: string };
};

/** 接下来: whose turn it is, what, by when, and whom to ask. */
export function CaseSide({ next, today, programmeCode, support }: Props) {
  return (
    <>
      <Card title="接下来" compact>
        {next ? (
          <Stack gap={3}>
            <DefinitionList items={[{ label: WHO[next.who], value: next.text }]} />
            {next.byDay ? (
              <Notice tone={next.who === 'you' ? 'amber' : 'blue'} icon="clock" title={`${formatDay(next.byDay)} 前`}>
                {next.who === 'staff'
                  ? '承诺办结日期，从提交起按工作日计算。'
                  : `还有 ${Math.max(0, daysBetween(today, next.byDay))} 天，当天 24:00 截止。`}
              </Notice>
            ) : null}
          </Stack>
        ) : (
          '本申请已办结。'
        )}
      </Card>
      <Card title="需要帮助" compact>
        <Stack gap={2}>
          {support.phone ? (
            <span>
              {support.phone}
              {support.hours ? `，${support.hours}` : ''}
            </span>
          ) : null}
          <Anchor href={paths.guide(programmeCode)}>办事指南</Anchor>
        </Stack>
      </Card>
    </>
  );
}
