'use client';

import { useActionState, useState } from 'react';
import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/choice';
import { Row } from '@/components/ui/layout';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { formatMoney, sumFen } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { formatShortDay } from '@/lib/kernel/shanghai-day';
import type { CaseToPublish, ToPublish } from '@/lib/notice/rules/views';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';

type Props = {
  group: ToPublish;
  /** Missing for those who only look. */
  action?: (before: ActionState, form: FormData) => Promise<ActionState>;
};

/** The approved cases of one programme and year, of which a list is made; all but held ones are chosen to begin with. */
export function ChooseCases({ group, action }: Props) {
  const [state, run] = useActionState(action ?? stay, IDLE);
  const free = group.cases.filter(({ holdReason }) => holdReason === null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(free.map(({ id }) => id)));
  const picked = free.filter(({ id }) => chosen.has(id));

  function choose(ids: readonly string[], isOn: boolean) {
    setChosen((now) => new Set(isOn ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))));
  }
  return (
    <form action={run}>
      <Card
        title={`${group.programmeName}，${group.year} 年`}
        aside={`${group.cases.length} 件待公示`}
        flush
        foot={action && <Foot picked={picked} workingDays={group.workingDays} />}
      >
        {state.status === 'refused' && (
          <Notice tone="red" role="alert" title={state.explained.title}>
            {state.explained.why}
          </Notice>
        )}
        <Table
          caption="审核通过、待公示的申请"
          dense
          columns={[
            ...(action
              ? [
                  {
                    key: 'choose' as const,
                    title: (
                      <ChooseAll ids={free.map(({ id }) => id)} chosen={chosen} onChange={choose} group={group.key} />
                    ),
                    width: 's' as const,
                  },
                ]
              : []),
            { key: 'number', title: '受理编号', nowrap: true },
            { key: 'unit', title: '申报单位' },
            { key: 'people', title: '核定人才' },
            { key: 'amount', title: '核定金额（元）', align: 'end' },
            { key: 'decided', title: '审核通过', nowrap: true },
          ]}
          rows={group.cases.map((one) => ({
            key: one.number,
            cells: {
              choose: (
                <Checkbox
                  id={`choose-${one.number}`}
                  name="applicationIds[]"
                  value={one.id}
                  label={`选中 ${one.number}`}
                  labelHidden
                  disabled={one.holdReason !== null}
                  checked={chosen.has(one.id)}
                  onChange={(event) => choose([one.id], event.target.checked)}
                />
              ),
              number: <Anchor href={paths.staffApplication(one.id)}>{one.number}</Anchor>,
              unit: one.enterpriseName,
              people: <People one={one} />,
              amount: <Money fen={one.amountFen} bare />,
              decided: formatShortDay(one.decidedOn),
            },
          }))}
        />
      </Card>
    </form>
  );
}

const stay = async (before: ActionState) => before;

function People({ one }: { one: CaseToPublish }) {
  if (one.holdReason !== null) {
    return (
      <Status look="text" tone="red" icon="stop">
        暂停办理：{one.holdReason}
      </Status>
    );
  }
  const [first = '', ...others] = one.names;
  return others.length > 2 ? `${first}等 ${one.names.length} 人` : one.names.join('、');
}

type ChooseAllProps = {
  ids: readonly string[];
  chosen: ReadonlySet<string>;
  onChange: (ids: readonly string[], isOn: boolean) => void;
  group: string;
};

function ChooseAll({ ids, chosen, onChange, group }: ChooseAllProps) {
  return (
    <Checkbox
      id={`choose-all-${group}`}
      label="全部选中"
      labelHidden
      checked={ids.length > 0 && ids.every((id) => chosen.has(id))}
      onChange={(event) => onChange(ids, event.target.checked)}
    />
  );
}

function Foot({ picked, workingDays }: { picked: readonly CaseToPublish[]; workingDays: number }) {
  const people = picked.reduce((sum, { names }) => sum + names.length, 0);
  return (
    <Row justify="between">
      <span>
        已选 {picked.length} 件，{people} 人，{formatMoney(sumFen(picked.map(({ amountFen }) => amountFen)))}。公示{' '}
        {workingDays} 个工作日。
      </span>
      <SubmitButton disabled={picked.length === 0} pendingLabel="正在拟定">
        拟定公示名单
      </SubmitButton>
    </Row>
  );
}
