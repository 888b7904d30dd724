'use client';

import { useState } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { VIA_WORDS } from '@/lib/objection/rules/labels';
import type { DeskObjection } from '@/lib/objection/rules/desk-view';
import { RefusalNotice } from '../disbursement/refusal-notice';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Stack } from '../ui/layout';

type Person = DeskObjection['objector'];
export type RevealObjector = (
  given: unknown,
) => Promise<{ ok: true; value: Person } | { ok: false; explained: Explained }>;

type Props = { id: string; masked: Person; via: DeskObjection['via']; reveal: RevealObjector };

/** 异议人, masked; whole on demand, which the log notes. */
export function ObjectorCard({ id, masked, via, reveal }: Props) {
  const [shown, setShown] = useState<Person | null>(null);
  const [refusal, setRefusal] = useState<Explained | null>(null);
  const { name, telephone, email } = shown ?? masked;

  async function show() {
    const answer = await reveal({ id });
    if (answer.ok) setShown(answer.value);
    else setRefusal(answer.explained);
  }
  return (
    <Card title="异议人" aside="不告知申报单位" compact>
      <Stack gap={3}>
        <DefinitionList
          items={[
            { label: '姓名', value: name },
            { label: '电话', value: telephone },
            ...(email ? [{ label: '邮箱', value: email }] : []),
            { label: '方式', value: VIA_WORDS[via] },
          ]}
        />
        {refusal && <RefusalNotice explained={refusal} />}
        {!shown && (
          <Button variant="quiet" size="s" icon="eye" onClick={() => void show()}>
            显示完整信息（记入日志）
          </Button>
        )}
      </Stack>
    </Card>
  );
}
