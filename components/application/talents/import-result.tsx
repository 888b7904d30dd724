'use client';

import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { Status } from '@/components/ui/status';
import { Table } from '@/components/ui/table';
import type { ImportRowView, ImportView } from '@/lib/application/rules/import-view';
import { paths } from '@/lib/kernel/paths';
import { useWizard } from '../wizard/wizard-context';
import styles from './import.module.css';

/** So many rows are looked through on a page; all of them stand in the marked sheet. */
const SHOWN = 100;

export type ImportResultProps = {
  readonly plan: ImportView;
  readonly isBusy: boolean;
  take(which: 'right' | 'all'): void;
  again(): void;
};

/** What importing would do: counts, what is wrong cell by cell, what changes field by field. */
export function ImportResult({ plan, isBusy, take, again }: ImportResultProps) {
  const wrong = plan.rows.filter(({ faults, blocked }) => faults.length > 0 || blocked !== null);
  const changed = plan.rows.filter((row) => row.what === 'changed' && !wrong.includes(row));
  const added = plan.rows.filter((row) => row.what === 'new' && !wrong.includes(row));
  return (
    <>
      <p className={styles.file}>
        {plan.fileName}
        <span>尚未导入，名单没有变化</span>
      </p>
      <dl className={styles.counts}>
        <Count label="新增" value={plan.counts.added} />
        <Count label="更新" value={plan.counts.changed} />
        <Count label="与名单一致" value={plan.counts.same} />
        <Count label="有误" value={plan.counts.wrong} isBad={plan.counts.wrong > 0} />
      </dl>
      {plan.tooMany && (
        <Notice tone="red" title={`全部导入后将有 ${plan.tooMany.would} 人，超过上限 ${plan.tooMany.limit} 人`}>
          请删去表格中多余的行，或先在名单中移除不再申请的人员。
        </Notice>
      )}
      {plan.withoutNumber > 0 && (
        <Notice tone="amber" title={`${plan.withoutNumber} 行没有证件号码`}>
          这些行按新增处理；再次导入同一表格会重复添加。
        </Notice>
      )}
      <Choices plan={plan} isBusy={isBusy} take={take} again={again} />
      {wrong.length > 0 && <Wrong rows={wrong} plan={plan} />}
      {changed.length > 0 && <Changed rows={changed} />}
      {added.length > 0 && <Added rows={added} />}
    </>
  );
}

function Count({ label, value, isBad }: { label: string; value: number; isBad?: boolean }) {
  return (
    <div className={isBad ? styles.bad : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Choices({ plan, isBusy, take, again }: ImportResultProps) {
  const { right, all } = plan.takes;
  const withWrong = all - right;
  return (
    <div className={styles.choices}>
      {right > 0 && (
        <Button
          variant="primary"
          pending={isBusy}
          disabled={plan.tooMany !== null && withWrong === 0}
          onClick={() => take('right')}
        >
          {plan.counts.wrong > 0 ? `导入无误的 ${right} 行` : `导入 ${right} 行`}
        </Button>
      )}
      {withWrong > 0 && (
        <Button pending={isBusy} disabled={plan.tooMany !== null} onClick={() => take('all')}>
          连同有误的共 {all} 行一起导入
        </Button>
      )}
      <Button variant="plain" onClick={again}>
        {plan.counts.wrong > 0 ? '改好表格，重新上传' : '换一份表格'}
      </Button>
      {withWrong > 0 && <p>一起导入时，有误的内容照原样写入，在名单中标为缺项，改好后才能提交。</p>}
      {all === 0 && <p>没有可以导入的行：各行或与名单一致，或不能导入。</p>}
    </div>
  );
}

function Wrong({ rows, plan }: { rows: readonly ImportRowView[]; plan: ImportView }) {
  const { draft } = useWizard();
  const lines = rows.flatMap((row) => [
    ...(row.blocked ? [{ row, column: '整行', label: '', says: row.blocked }] : []),
    ...row.faults.map((fault) => ({ row, ...fault })),
  ]);
  return (
    <section className={styles.part} aria-labelledby="import-wrong">
      <div className={styles.title}>
        <h3 id="import-wrong">有误的单元格</h3>
        <a className={styles.link} href={paths.markedSheet(draft.id, plan.id)} download>
          <Icon name="download" size="s" />
          下载标出错误的表格
        </a>
      </div>
      <Table
        caption="有误的单元格"
        dense
        boxed
        columns={[
          { key: 'line', title: '行', align: 'end', width: 's' },
          { key: 'column', title: '列', width: 's' },
          { key: 'name', title: '姓名' },
          { key: 'says', title: '需要更正' },
        ]}
        rows={lines.slice(0, SHOWN).map(({ row, column, label, says }, index) => ({
          key: String(index),
          cells: {
            line: row.line,
            column,
            name: row.name || '未填姓名',
            says: (
              <Status look="text" tone="red">
                {label && `${label}：`}
                {says}
              </Status>
            ),
          },
        }))}
      />
      <Rest count={lines.length} />
    </section>
  );
}

function Changed({ rows }: { rows: readonly ImportRowView[] }) {
  return (
    <section className={styles.part} aria-labelledby="import-changed">
      <h3 id="import-changed">更新的内容</h3>
      <Table
        caption="更新的内容"
        dense
        boxed
        columns={[
          { key: 'line', title: '行', align: 'end', width: 's' },
          { key: 'name', title: '姓名' },
          { key: 'by', title: '识别依据', nowrap: true },
          { key: 'fields', title: '原来 → 改为' },
        ]}
        rows={rows.slice(0, SHOWN).map((row) => ({
          key: String(row.line),
          cells: {
            line: row.line,
            name: row.name || '未填姓名',
            by: row.by === 'key' ? '人才编号' : '证件号码',
            fields: (
              <ul className={styles.changes}>
                {row.differences.map(({ label, before, after }) => (
                  <li key={label}>
                    {label}：<span className={styles.before}>{before || '（空）'}</span> → {after || '（空）'}
                  </li>
                ))}
              </ul>
            ),
          },
        }))}
      />
      <Rest count={rows.length} />
    </section>
  );
}

/** Who comes in whole needs no look; those who lack something come first. */
const ADDED_SHOWN = 20;

function Added({ rows }: { rows: readonly ImportRowView[] }) {
  const sorted = [...rows].sort((a, b) => b.missing - a.missing);
  return (
    <section className={styles.part} aria-labelledby="import-added">
      <h3 id="import-added">新增的人员</h3>
      <Table
        caption="新增的人员"
        dense
        boxed
        columns={[
          { key: 'line', title: '行', align: 'end', width: 's' },
          { key: 'name', title: '姓名' },
          { key: 'missing', title: '导入后', nowrap: true },
        ]}
        rows={sorted.slice(0, ADDED_SHOWN).map((row) => ({
          key: String(row.line),
          cells: {
            line: row.line,
            name: row.name || '未填姓名',
            missing: (
              <Status look="text" tone={row.missing ? 'amber' : 'green'}>
                {row.missing ? `还差 ${row.missing} 项，可在名单中补填` : '已填完'}
              </Status>
            ),
          },
        }))}
      />
      <Rest count={rows.length} shown={ADDED_SHOWN} />
    </section>
  );
}

function Rest({ count, shown = SHOWN }: { count: number; shown?: number }) {
  if (count <= shown) return null;
  return (
    <p className={styles.rest}>
      只列出前 {shown} 行，共 {count} 行。
    </p>
  );
}
