'use client';

import { useState } from 'react';
import type { ResetView } from '@/lib/desk/reset-queries';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Answer } from '@/lib/runtime/action-state';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { CellNote, Table } from '../ui/table';
import styles from './desk.module.css';

export type Reveal = (given: { id: string; callee: string }) => Promise<Answer<{ clear: string }>>;

type Callee = ResetView['callees'][number];
type Props = {
  requestId: string;
  callees: readonly Callee[];
  now: Date;
  /** Absent while nobody is to call. */
  reveal?: Reveal;
};

const YOUNG_DAYS = 30;
const DAY_MS = 86_400_000;

/** The numbers on record that may be called back, each with since when: a young one may be the asker's own. */
export function PhoneList({ requestId, callees, now, reveal }: Props) {
  const isYoung = ({ since }: Callee) => now.getTime() - since.getTime() < YOUNG_DAYS * DAY_MS;
  return (
    <Table
      caption="登记的电话"
      dense
      boxed
      columns={[
        { key: 'who', title: '登记的电话' },
        { key: 'number', title: '号码', nowrap: true },
        { key: 'since', title: '登记日期', nowrap: true },
      ]}
      rows={callees.map((callee) => ({
        key: callee.key,
        tone: isYoung(callee) ? 'amber' : undefined,
        cells: {
          who: callee.who,
          number: <PhoneNumber requestId={requestId} callee={callee} reveal={reveal} />,
          since: (
            <>
              {formatDay(shanghaiDayOf(callee.since))}
              {isYoung(callee) && <CellNote>近期登记，请另拨一个</CellNote>}
            </>
          ),
        },
      }))}
      empty={<EmptyState icon="phone" title="没有登记的电话" why="请不同意本请求，由申报单位办理管理员变更。" />}
    />
  );
}

/** A masked number can be shown whole, which the log records. */
function PhoneNumber({ requestId, callee, reveal }: { requestId: string; callee: Callee; reveal?: Reveal }) {
  const [clear, setClear] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  if (!callee.isMasked || !reveal) return callee.number;

  async function show() {
    if (!reveal) return;
    setPending(true);
    const answer = await reveal({ id: requestId, callee: callee.key }).catch(() => null);
    setPending(false);
    if (!answer?.ok) return announce(answer?.explained.why ?? '网络中断，请稍后再试。', 'red');
    setClear(answer.value.clear);
    announce('已显示号码，本次查看已记入操作日志', 'blue');
  }

  return (
    <span className={styles.number}>
      {clear ?? callee.number}
      <Button
        size="s"
        variant="quiet"
        className={styles.show}
        aria-label={`${clear ? '隐藏' : '显示号码'}：${callee.who}`}
        pending={isPending}
        onClick={() => (clear ? setClear(null) : void show())}
      >
        {clear ? '隐藏' : '显示号码'}
      </Button>
    </span>
  );
}
