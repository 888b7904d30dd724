'use client';

import { categoryOf } from '@/lib/programme/rules/amounts';
import { useWizard } from '../wizard/wizard-context';
import { idOf, type Listed } from './listed';
import type { RowActs, RowProps } from './row-acts';
import styles from './talents.module.css';

/** What table and cards are drawn from. */
export type DrawnList = {
  readonly shown: readonly Listed[];
  readonly count: number;
  readonly open: string | null;
  readonly selected: ReadonlySet<string>;
  readonly isMovable: boolean;
  readonly acts: RowActs;
};

export function Who({ one, show }: { one: Listed; show(talentId: string): void }) {
  const { view } = useWizard();
  return (
    <>
      <button type="button" className={styles.name} onClick={() => show(one.id)}>
        {one.name || `未填姓名的${view.config.entryWord}`}
      </button>
      <span className={styles.id}>{idOf(one.talent)}</span>
    </>
  );
}

export function Category({ code }: { code: string }) {
  const category = categoryOf(useWizard().view.config, code);
  return category ? `${category.code} ${category.label}` : '未选';
}

/** Whether a row would be drawn the same: a keystroke in one talent leaves the others alone. */
export function sameRow(before: RowProps & { index?: number }, after: RowProps & { index?: number }): boolean {
  const [a, b] = [before.one, after.one];
  return (
    a.talent === b.talent &&
    a.place === b.place &&
    a.missing === b.missing &&
    a.cutFen === b.cutFen &&
    before.index === after.index &&
    before.count === after.count &&
    before.isOpen === after.isOpen &&
    before.isSelected === after.isSelected &&
    before.isMovable === after.isMovable
  );
}
