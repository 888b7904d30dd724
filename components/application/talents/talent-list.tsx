'use client';

import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { Status } from '@/components/ui/status';
import { countByTalent } from '@/lib/application/rules/obstacles';
import type { TalentView } from '@/lib/application/rules/draft';
import { ID_TYPE_LABELS } from '@/lib/forms/rules/id-complaints';
import { isIdType } from '@/lib/forms/rules/choices';
import { formatYuan } from '@/lib/kernel/fen';
import { maskIdNumber } from '@/lib/kernel/mask';
import { categoryOf } from '@/lib/programme/rules/amounts';
import { useWizard } from '../wizard/wizard-context';
import { ExpectedRows, useExpected } from './expected';
import styles from './talents.module.css';

export type TalentListProps = {
  readonly open: string | null;
  readonly isBusy: boolean;
  show(talentId: string): void;
  remove(talentId: string, name: string): void;
  reorder(talentIds: readonly string[]): void;
};

/** The list with what each brings and lacks, and under it how the expected amount comes about. */
export function TalentList(props: TalentListProps) {
  const { draft, view } = useWizard();
  if (draft.talents.length === 0) {
    const { entryWord } = view.config;
    return (
      <div className={styles.card}>
        <EmptyState
          icon="users"
          title={`还没有${entryWord}`}
          why={`一份申请可以填报多名，最多 ${view.config.maxEntries} 人。请点“添加${entryWord}”。`}
        />
      </div>
    );
  }
  return (
    <div className={styles.card}>
      <table className={styles.list}>
        <caption className={styles.spoken}>{view.config.entryWord}，按顺序计算额度</caption>
        <thead>
          <tr>
            <th scope="col">顺序</th>
            <th scope="col">姓名、证件号码</th>
            <th scope="col">{view.config.categoryWord}</th>
            <th scope="col" className={styles.number}>
              标准（元）
            </th>
            <th scope="col">状态</th>
            <th scope="col">
              <span className={styles.spoken}>操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.talents.map((talent, index) => (
            <Row key={talent.id} talent={talent} index={index} {...props} />
          ))}
        </tbody>
        <ExpectedRows />
      </table>
    </div>
  );
}

type RowProps = TalentListProps & { readonly talent: TalentView; readonly index: number };

function Row({ talent, index, open, show, ...acts }: RowProps) {
  const { view, obstacles } = useWizard();
  const { config } = view;
  const line = useExpected().lines[index];
  const missing = countByTalent(obstacles, 'talents')[talent.id] ?? 0;
  const category = categoryOf(config, talent.category);
  const isOpen = talent.id === open;
  return (
    <tr className={classNames(isOpen && styles.open)} aria-current={isOpen ? 'true' : undefined}>
      <td className={styles.order}>{index + 1}</td>
      <td className={styles.who}>
        <button type="button" className={styles.name} onClick={() => show(talent.id)}>
          {talent.name || `未填姓名的${config.entryWord}`}
        </button>
        <span className={styles.id}>{idOf(talent)}</span>
      </td>
      <td className={styles.category}>{category ? `${category.code} ${category.label}` : '未选'}</td>
      <td className={styles.number}>
        {formatYuan(talent.amountFen)}
        {line && line.cutFen > 0 && <span className={styles.cut}>计入 {formatYuan(line.grantedFen)}</span>}
      </td>
      <td className={styles.state}>
        <Status tone={missing ? 'amber' : 'green'} look="text">
          {missing ? `差 ${missing} 项` : '完成'}
        </Status>
        {isOpen && <span className={styles.editing}>正在编辑</span>}
      </td>
      <td className={styles.acts}>
        <RowActs talent={talent} index={index} {...acts} />
      </td>
    </tr>
  );
}

function RowActs({ talent, index, remove, reorder, isBusy }: Omit<RowProps, 'open' | 'show'>) {
  const { draft } = useWizard();
  const name = talent.name || `第 ${index + 1} 位`;
  const swapWith = (other: number) => {
    const ids = draft.talents.map(({ id }) => id);
    const [here, there] = [ids[index], ids[other]];
    if (!here || !there) return;
    reorder(ids.map((id) => (id === here ? there : id === there ? here : id)));
  };
  return (
    <>
      <IconButton
        label={`把${name}上移一位`}
        icon="chevron-up"
        disabled={index === 0 || isBusy}
        onClick={() => swapWith(index - 1)}
      />
      <IconButton
        label={`把${name}下移一位`}
        icon="chevron-down"
        disabled={index === draft.talents.length - 1 || isBusy}
        onClick={() => swapWith(index + 1)}
      />
      <IconButton label={`移除${name}`} icon="trash" disabled={isBusy} onClick={() => remove(talent.id, talent.name)} />
    </>
  );
}

/** The masked number; its type stands before it unless it is the usual one. */
function idOf({ idType, sealed, answers }: TalentView): string {
  // While a new number is on its way to the server it stands among the answers.
  const masked = sealed.idNumber?.masked ?? maskIdNumber(answers.idNumber ?? '');
  if (masked === '') return '未填证件号码';
  return idType === 'RESIDENT_ID' || !isIdType(idType) ? masked : `${ID_TYPE_LABELS[idType]} ${masked}`;
}
