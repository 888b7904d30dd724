'use client';

import { memo, useRef } from 'react';
import { Checkbox } from '@/components/ui/choice';
import { classNames } from '@/components/ui/class-names';
import { SpacerRow, useVirtualRows } from '@/components/ui/virtual-rows';
import { formatYuan } from '@/lib/kernel/fen';
import { useWizard } from '../wizard/wizard-context';
import { ExpectedRows } from './expected';
import { Grip, MissingState, RowCheck, RowMenu, useDrop, type RowProps } from './row-acts';
import { Category, sameRow, Who, type DrawnList } from './row-parts';
import styles from './talents.module.css';

/** Some 62 px for a name over its number, with the lines between. */
const ROW_PX = 70;

export type TalentTableProps = DrawnList & { selectAll(isSelected: boolean): void };

/** The list as a table, and under it how the expected amount comes about. Only rows in sight are drawn of a long one. */
export function TalentTable({ shown, count, open, selected, isMovable, acts, selectAll }: TalentTableProps) {
  const { view } = useWizard();
  const { entryWord, categoryWord } = view.config;
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useVirtualRows(shown.length, ROW_PX, body);
  return (
    <div className={styles.card}>
      <table className={styles.list} aria-rowcount={shown.length + 1}>
        <caption className={styles.spoken}>{entryWord}，按顺序计算额度</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.order}>
                <Checkbox
                  id="select-all"
                  label="选择列出的全部人员"
                  labelHidden
                  checked={shown.every(({ id }) => selected.has(id))}
                  onChange={(event) => selectAll(event.target.checked)}
                />
                顺序
              </span>
            </th>
            <th scope="col">姓名、证件号码</th>
            <th scope="col">{categoryWord}</th>
            <th scope="col" className={styles.number}>
              标准（元）
            </th>
            <th scope="col">状态</th>
            <th scope="col">
              <span className={styles.spoken}>操作</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          <SpacerRow height={rows.above} />
          {rows.indexes.map((index) => {
            const one = shown[index];
            return (
              one && (
                <Row
                  key={one.id}
                  one={one}
                  index={index}
                  measure={rows.measure}
                  count={count}
                  isOpen={one.id === open}
                  isSelected={selected.has(one.id)}
                  isMovable={isMovable}
                  acts={acts}
                />
              )
            );
          })}
          <SpacerRow height={rows.below} />
        </tbody>
        <ExpectedRows />
      </table>
    </div>
  );
}

type TableRowProps = RowProps & { readonly index: number; measure(element: Element | null): void };

const Row = memo(TableRow, sameRow);

function TableRow({ index, measure, ...row }: TableRowProps) {
  const { one, isOpen, acts } = row;
  const { talent, line, place } = one;
  const { isOver, drop } = useDrop(row);
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={classNames(isOpen && styles.open, isOver && styles.over)}
      aria-current={isOpen ? 'true' : undefined}
      {...drop}
    >
      <td>
        <span className={styles.order}>
          <RowCheck {...row} />
          <Grip {...row} />
          {place}
        </span>
      </td>
      <td className={styles.who}>
        <Who one={one} show={acts.show} />
      </td>
      <td className={styles.category}>
        <Category code={talent.category} />
      </td>
      <td className={styles.number}>
        {formatYuan(talent.amountFen)}
        {line && line.cutFen > 0 && <span className={styles.cut}>计入 {formatYuan(line.grantedFen)}</span>}
      </td>
      <td className={styles.state}>
        <MissingState missing={one.missing} />
        {isOpen && <span className={styles.editing}>正在编辑</span>}
      </td>
      <td className={styles.acts}>
        <RowMenu {...row} />
      </td>
    </tr>
  );
}
