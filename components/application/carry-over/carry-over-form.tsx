'use client';

import { useActionState, useState } from 'react';
import { RefusalNotice } from '@/components/disbursement/refusal-notice';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/choice';
import { Muted, Row, Stack } from '@/components/ui/layout';
import { Money } from '@/components/ui/money';
import { Status } from '@/components/ui/status';
import { SubmitButton } from '@/components/ui/submit-button';
import { CellNote, Table } from '@/components/ui/table';
import type { CarryOverView } from '@/lib/application/carry-over-queries';
import type { CarriedPerson } from '@/lib/application/rules/carry-over';
import { paths } from '@/lib/kernel/paths';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { CarriedContent } from './carried-content';

type Props = {
  view: CarryOverView;
  act: (before: ActionState, form: FormData) => Promise<ActionState>;
};

/** 从以往申请带入: everything that may be taken over, chosen to begin with where nothing speaks against it. */
export function CarryOverForm({ view, act }: Props) {
  const [state, submit] = useActionState(act, IDLE);
  const { applicationId, people, answers, papers, entryWord } = view;
  const fit = people.filter(({ against }) => against === null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(fit.map(({ talentId }) => talentId)));
  const toggle = (id: string) =>
    setChosen((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id]));

  return (
    <form action={submit}>
      <Stack gap={4}>
        {state.status === 'refused' && <RefusalNotice explained={state.explained} />}
        <input type="hidden" name="applicationId" value={applicationId} />
        {people.length > 0 && (
          <Card flush title={entryWord} aside={`选中 ${chosen.size} 人，共 ${people.length} 人`}>
            <Table
              caption={`可带入的${entryWord}`}
              dense
              columns={[
                { key: 'choose', title: '选择', width: 's' },
                { key: 'name', title: '姓名', onPhone: 'title' },
                { key: 'from', title: '上次填写' },
                { key: 'papers', title: '材料' },
                { key: 'amount', title: '标准（元）', align: 'end' },
                { key: 'state', title: '是否符合' },
              ]}
              rows={people.map((person) => ({
                key: person.talentId,
                cells: {
                  choose: (
                    <Checkbox
                      id={`carry-${person.talentId}`}
                      name="talentIds[]"
                      value={person.talentId}
                      label={`带入${person.name}`}
                      labelHidden
                      checked={chosen.has(person.talentId)}
                      onChange={() => toggle(person.talentId)}
                    />
                  ),
                  ...cellsOf(person),
                },
              }))}
            />
          </Card>
        )}
        {(answers.length > 0 || papers.length > 0 || people.some((person) => person.papers.length > 0)) && (
          <CarriedContent view={view} />
        )}
        <Row gap={2}>
          <SubmitButton size="l" pendingLabel="正在带入">
            带入所选内容
          </SubmitButton>
          <LinkButton size="l" variant="quiet" href={paths.edit(applicationId, 'enterprise')}>
            不带入，直接填写
          </LinkButton>
        </Row>
        <Muted>带入后都可以修改；以往的申请不受影响。</Muted>
      </Stack>
    </form>
  );
}

function cellsOf({ name, category, from, papers, amountFen, against }: CarriedPerson) {
  const usable = papers.filter(({ stale }) => stale === null).length;
  const stale = papers.length - usable;
  return {
    name: (
      <>
        {name || '未填姓名'}
        <CellNote>{category}</CellNote>
      </>
    ),
    from: (
      <>
        {formatDay(from.writtenOn)}
        <CellNote>{from.number ?? `${from.year} 年度草稿`}</CellNote>
      </>
    ),
    papers: (
      <>
        {usable} 份可用
        {stale > 0 && <CellNote>{stale} 份须重新上传</CellNote>}
      </>
    ),
    amount: <Money bare fen={amountFen} />,
    state: against ? (
      <Status look="text" tone="amber">
        {against}
      </Status>
    ) : (
      <Status look="text" tone="green">
        仍符合条件
      </Status>
    ),
  };
}
