'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { formatShortDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { ReasonLine } from '@/lib/review/reason-queries';
import { PURPOSE_LABELS } from '@/lib/review/rules/reasons';
import { answered, sentenceOf, type Answered } from '../review/acts';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Row } from '../ui/layout';
import { CellNote, Table } from '../ui/table';
import { ChangeReason, type ReasonActs } from './reason-form';

type Props = {
  lines: readonly ReasonLine[];
  programmes: readonly { readonly id: string; readonly name: string }[];
  acts: ReasonActs;
};

/** The library in the order in which reviewers see it, with how often each reason was used. */
export function ReasonTable({ lines, programmes, acts }: Props) {
  return (
    <Table
      caption="理由库"
      boxed
      columns={[
        { key: 'text', title: '理由' },
        { key: 'programme', title: '适用事项' },
        { key: 'uses', title: '用过（次）', align: 'end', nowrap: true },
        { key: 'acts', title: '操作' },
      ]}
      rows={lines.map((line, index) => ({
        key: line.id,
        cells: {
          text: (
            <>
              {line.text}
              {line.clause && <CellNote>依据：{line.clause}</CellNote>}
              {line.retiredAt && (
                <CellNote>
                  {PURPOSE_LABELS[line.purpose]}，{formatShortDay(shanghaiDayOf(line.retiredAt))}停用
                </CellNote>
              )}
            </>
          ),
          programme: line.programmeName ?? '全部事项',
          uses: line.uses,
          acts: <Acts line={line} programmes={programmes} acts={acts} isFirst={index === 0} />,
        },
      }))}
      empty={<EmptyState icon="book" title="还没有理由" why="新增后，审核人员写意见或不予支持时可以选用。" />}
    />
  );
}

function Acts({ line, programmes, acts, isFirst }: Omit<Props, 'lines'> & { line: ReasonLine; isFirst: boolean }) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  async function run(call: Promise<Answered>, done: string) {
    if (isPending) return;
    setPending(true);
    const answer = await answered(call);
    setPending(false);
    announce(answer.ok ? done : sentenceOf(answer.explained), answer.ok ? 'green' : 'red');
    router.refresh();
  }
  const input = { reasonId: line.id };
  if (line.retiredAt) {
    return (
      <Button size="s" variant="plain" pending={isPending} onClick={() => void run(acts.restore(input), '已恢复')}>
        恢复
      </Button>
    );
  }
  return (
    <Row gap={1}>
      <Button
        size="s"
        variant="plain"
        disabled={isFirst}
        pending={isPending}
        onClick={() => void run(acts.moveUp(input), '已前移')}
      >
        前移
      </Button>
      <ChangeReason line={line} acts={acts} programmes={programmes} />
      <Button
        size="s"
        variant="plain"
        pending={isPending}
        onClick={() => void run(acts.retire(input), '已停用，用过的地方仍可看到')}
      >
        停用
      </Button>
    </Row>
  );
}
