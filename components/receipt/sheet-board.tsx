'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { ReceiptSheet } from '@/lib/capture/sheet-queries';
import { formatMoney, sumFen } from '@/lib/kernel/fen';
import { sentenceOf } from '../review/acts';
import { announce } from '../ui/announcer';
import { Button } from '../ui/button';
import { Section } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Muted } from '../ui/layout';
import { AcceptDialog } from './accept-dialog';
import { boxId, SheetCard } from './sheet-card';
import { SheetsToOpen } from './sheets-to-open';
import { isSettled, useAccepting, type AcceptAct } from './use-accepting';
import styles from './sheets.module.css';

type Props = { rows: readonly ReceiptSheet[]; accept: AcceptAct; mayJudge: boolean };

/** Receipts without a finding as sheets to go through: each is ticked by whoever looked at it, and accepted by itself. */
export function SheetBoard({ rows, accept, mayJudge }: Props) {
  const router = useRouter();
  const accepting = useAccepting(accept);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<readonly ReceiptSheet[]>([]);
  const what = mayJudge ? '可以在这里接受' : '无问题';
  const clean = rows.filter(({ causes }) => causes.length === 0);
  const chosen = clean.filter((row) => picked.has(row.photographId) && !isSettled(accepting.of(row)));

  function pick(id: string) {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  }
  function move(from: ReceiptSheet, step: 1 | -1) {
    const others = clean.filter((row) => row === from || !isSettled(accepting.of(row)));
    const to = others[others.indexOf(from) + step];
    if (to) document.getElementById(boxId(to))?.focus();
  }
  async function acceptOne(row: ReceiptSheet) {
    move(row, 1);
    const came = await accepting.one(row);
    if (!came) return;
    if ('why' in came) announce(`${row.receiptNumber} ${sentenceOf(came.why)}`, 'red');
    else announce(`${row.receiptNumber} 已接受`);
  }
  function leave() {
    setOpen([]);
    accepting.forget();
    // The frame counts what waits.
    router.refresh();
  }
  return (
    <>
      {clean.length === 0 ? (
        <EmptyState icon="inbox" title={`没有${what}的收据`} why="照片无问题、账户无风险提示的收据会列在这里。" />
      ) : (
        <Section title={`${what}的收据 ${clean.length} 份`}>
          <ul className={styles.board} aria-label="无问题的收据">
            {clean.map((row) => (
              <SheetCard
                key={row.photographId}
                row={row}
                standing={accepting.of(row)}
                picked={picked.has(row.photographId)}
                readOnly={!mayJudge}
                onPick={() => pick(row.photographId)}
                onAccept={() => void acceptOne(row)}
                onMove={(step) => move(row, step)}
              />
            ))}
          </ul>
        </Section>
      )}
      {mayJudge && clean.length > 0 && (
        <Bar chosen={chosen} onClear={() => setPicked(new Set())} onAccept={() => setOpen(chosen)} />
      )}
      <SheetsToOpen rows={rows} />
      {open.length > 0 && <AcceptDialog rows={open} accepting={accepting} onClose={leave} />}
    </>
  );
}

type BarProps = { chosen: readonly ReceiptSheet[]; onClear: () => void; onAccept: () => void };

function Bar({ chosen, onClear, onAccept }: BarProps) {
  const isEmpty = chosen.length === 0;
  return (
    <div className={styles.bar} role="region" aria-label="接受所选">
      <span role="status">
        {isEmpty
          ? '请逐份查看，看过的勾选“已看过”'
          : `已看过 ${chosen.length} 份，合计 ${formatMoney(sumFen(chosen.map(({ amountFen }) => amountFen)))}`}
      </span>
      <Button size="s" variant="plain" disabled={isEmpty} onClick={onClear}>
        取消选择
      </Button>
      <Button size="s" variant="primary" disabled={isEmpty} aria-haspopup="dialog" onClick={onAccept}>
        接受所选
      </Button>
      <Muted>在“已看过”上按空格或回车勾选，Y 接受，J、K 换一份</Muted>
    </div>
  );
}
