import type { ImportView } from '@/lib/enterprise/register-queries';
import type { RowChange } from '@/lib/enterprise/rules/register-sheet';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Figures } from '../finance/figures';
import { StaffHead } from '../frame/staff-frame';
import { LinkButton } from '../ui/button';
import { Section } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Muted, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Status } from '../ui/status';
import { Table } from '../ui/table';
import styles from './register.module.css';

const SHOWN = 200;

/** One file that was read: what is wrong row by row, what it would change, and the act of taking it over. */
export function ImportPage({ view, take }: { view: ImportView; take: Act | null }) {
  const toTake = view.newCount + view.changedCount + view.sameCount;
  return (
    <Stack gap={4}>
      <StaffHead
        title={view.fileName}
        note={`数据日期 ${formatDay(shanghaiDay(view.asOf))}，${formatDayTime(view.createdAt)} 由 ${view.by} 试读`}
        actions={
          <>
            <LinkButton size="s" variant="plain" icon="arrow-left" href={paths.staffRegister()}>
              法人库
            </LinkButton>
            {take && !view.confirmedAt && toTake > 0 && <Take view={view} take={take} />}
          </>
        }
      />
      <Standing view={view} toTake={toTake} />
      <Figures
        items={[
          { label: '新增', value: String(view.newCount) },
          { label: '变更', value: String(view.changedCount) },
          { label: '相同', value: String(view.sameCount) },
          { label: '有误，不导入', value: String(view.wrongCount) },
        ]}
      />
      {view.errors.length > 0 && <Errors view={view} />}
      {!view.confirmedAt && <Changes changes={view.changes} />}
    </Stack>
  );
}

function Standing({ view, toTake }: { view: ImportView; toTake: number }) {
  if (view.confirmedAt) {
    return (
      <Notice tone="green" title={`${formatDayTime(view.confirmedAt)} 已导入`}>
        原因：{view.reason}
      </Notice>
    );
  }
  if (toTake === 0) {
    return (
      <Notice tone="red" title="没有一行可以导入">
        请按下面的说明更正文件，再重新上传。
      </Notice>
    );
  }
  return (
    <Notice tone="amber" title="尚未导入">
      这是试读的结果，法人库还没有变化。核对后点“确认导入”。
    </Notice>
  );
}

function Take({ view, take }: { view: ImportView; take: Act }) {
  return (
    <ActConfirm
      act={take}
      label="确认导入"
      look={{ variant: 'primary', size: 's' }}
      title="确认导入法人库？"
      thing={view.fileName}
      consequence={
        <>
          <p>
            新增 {view.newCount} 家，变更 {view.changedCount} 家，此后企业注册按新数据核对。
          </p>
          {view.wrongCount > 0 && <p>有误的 {view.wrongCount} 行不导入。</p>}
        </>
      }
      confirmLabel="确认导入"
      fields={{ id: view.id }}
      asks={[{ name: 'reason', label: '原因', hint: '如：登记机关 11 月数据', kind: 'text' }]}
    />
  );
}

function Errors({ view }: { view: ImportView }) {
  return (
    <Section title="有误的行" note="改好后可单独上传这些行">
      <Table
        caption="有误的行"
        dense
        boxed
        columns={[
          { key: 'line', title: '行', align: 'end', width: 's' },
          { key: 'name', title: '企业名称' },
          { key: 'says', title: '需要更正' },
        ]}
        rows={view.errors.slice(0, SHOWN).map(({ line, name, says }) => ({
          key: String(line),
          cells: {
            line,
            name,
            says: (
              <Status look="text" tone="red">
                {says.join('；')}
              </Status>
            ),
          },
        }))}
      />
      {view.errors.length > SHOWN && <Muted>只列出前 {SHOWN} 行。</Muted>}
    </Section>
  );
}

function Changes({ changes }: { changes: readonly RowChange[] }) {
  const sorted = [...changes].sort((a, b) => (a.what === b.what ? 0 : a.what === 'changed' ? -1 : 1));
  return (
    <Section title="将会怎样" note="变更在前，新增在后">
      <Table
        caption="将会怎样"
        dense
        boxed
        columns={[
          { key: 'name', title: '企业名称' },
          { key: 'uscc', title: '统一社会信用代码', nowrap: true },
          { key: 'what', title: '结果', nowrap: true },
          { key: 'fields', title: '变更内容' },
        ]}
        rows={sorted.slice(0, SHOWN).map((row) => ({
          key: row.uscc,
          cells: {
            name: row.name,
            uscc: <span className={styles.code}>{row.uscc}</span>,
            what: (
              <Status
                look="text"
                tone={row.what === 'new' ? 'blue' : 'amber'}
                icon={row.what === 'new' ? 'plus' : 'pen'}
              >
                {row.what === 'new' ? '新增' : '变更'}
              </Status>
            ),
            fields: row.fields.length > 0 && (
              <ul className={styles.changes}>
                {row.fields.map(({ label, before, after }) => (
                  <li key={label}>
                    {label}：<span className={styles.before}>{before || '（空）'}</span>{' '}
                    <span className={styles.after}>{after}</span>
                  </li>
                ))}
              </ul>
            ),
          },
        }))}
        empty={<EmptyState icon="check-circle" title="没有新增或变更" why="文件中的企业与法人库一致。" />}
      />
      {changes.length > SHOWN && (
        <Muted>
          只列出前 {SHOWN} 家，共 {changes.length} 家。
        </Muted>
      )}
    </Section>
  );
}
