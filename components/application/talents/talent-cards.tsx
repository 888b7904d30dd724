'use client';

import { memo, useEffect, useRef, useState, type RefObject } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Spacer, useVirtualRows } from '@/components/ui/virtual-rows';
import { formatYuan } from '@/lib/kernel/fen';
import { Expected } from './expected';
import { Grip, MissingState, RowCheck, RowMenu, useDrop, type RowProps } from './row-acts';
import { Category, sameRow, Who, type DrawnList } from './row-parts';
import styles from './talents.module.css';

const CARD_PX = 172;
const NARROWEST_PX = 250;

/** The list as cards, as many beside one another as there is room for. */
export function TalentCards({ shown, count, open, selected, isMovable, acts }: DrawnList) {
  const box = useRef<HTMLDivElement>(null);
  const columns = useColumns(box);
  const rows = useVirtualRows(Math.ceil(shown.length / columns), CARD_PX, box);
  return (
    <>
      <div ref={box} className={styles.cards}>
        <Spacer height={rows.above} />
        {rows.indexes.map((index) => (
          <ul key={index} ref={rows.measure} data-index={index} data-columns={columns} className={styles.cardRow}>
            {shown.slice(index * columns, (index + 1) * columns).map((one) => (
              <Card
                key={one.id}
                one={one}
                count={count}
                isOpen={one.id === open}
                isSelected={selected.has(one.id)}
                isMovable={isMovable}
                acts={acts}
              />
            ))}
          </ul>
        ))}
        <Spacer height={rows.below} />
      </div>
      <div className={classNames(styles.card, styles.below)}>
        <Expected />
      </div>
    </>
  );
}

function useColumns(box: RefObject<HTMLElement | null>): number {
  const [columns, setColumns] = useState(2);
  useEffect(() => {
    if (!box.current || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setColumns(Math.max(1, Math.min(3, Math.floor(entry.contentRect.width / NARROWEST_PX))));
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);
  return columns;
}

const Card = memo(OneCard, sameRow);

function OneCard(row: RowProps) {
  const { one, isOpen, acts } = row;
  const { isOver, drop } = useDrop(row);
  const { talent, line } = one;
  return (
    <li className={classNames(styles.oneCard, isOpen && styles.open, isOver && styles.over)} {...drop}>
      <div className={styles.cardHead}>
        <span className={styles.order}>
          <RowCheck {...row} />
          <Grip {...row} />第 {one.place} 位
        </span>
        <RowMenu {...row} />
      </div>
      <Who one={one} show={acts.show} />
      <dl>
        <div>
          <dt className={styles.spoken}>类别</dt>
          <dd>
            <Category code={talent.category} />
          </dd>
        </div>
        <div>
          <dt className={styles.spoken}>标准</dt>
          <dd className={styles.figure}>
            {formatYuan(talent.amountFen)} 元
            {line && line.cutFen > 0 && <span className={styles.cut}>计入 {formatYuan(line.grantedFen)}</span>}
          </dd>
        </div>
      </dl>
      <MissingState missing={one.missing} />
    </li>
  );
}
