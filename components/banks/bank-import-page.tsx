import type { BankImportView } from '@/lib/enterprise/bank-queries';
import type { BankChange } from '@/lib/enterprise/rules/bank-sheet';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Figures } from '../finance/figures';
import { StaffHead } from '../frame/staff-frame';
import styles from '../register/register.module.css';
import { LinkButton } from '../ui/button';
import { Section } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Muted, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Status } from '../ui/status';
import { Table } from '../ui/table';

const SHOWN = 200;

/** One file that was read: what is wrong line by line, what it would change, and the act of taking it over. */
export function BankImportPage({ view, take }: { view: BankImportView; take: Act }) {
  const mayTake = !view.confirmedAt && view.changes.length > 0 && !(view.isWhole && view.wrongCount > 0);
  return (
    <Stack gap={4}>
      <StaffHead
        title={view.fileName}
        note={`${view.isWhole ? '整表' : '补充'}，${formatDayTime(view.createdAt)} 由 ${view.by} 试读`}
        actions={
          <>
            <LinkButton size="s" variant="plain" icon="arrow-left" href={paths.staffBanks()}>
              银行表
            </LinkButton>
            {mayTake && <Take view={view} take={take} />}
          </>
        }
      />
      <Standing view={view} mayTake={mayTake} />
      <Figures
        items={[
          { label: '新增', value: String(view.newCount) },
          { label: '变更', value: String(view.changedCount) },
          { label: '撤销', value: String(view.goneCount) },
          { label: '相同', value: String(view.sameCount) },
          { label: '有误，不导入', value: String(view.wrongCount) },
        ]}
      />
      {view.errors.length > 0 && <Errors view={view} />}
      {!view.confirmedAt && <Changes changes={view.changes} />}
    </Stack>
  );
}

function Standing({ view, mayTake }: { view: BankImportView; mayTake: boolean }) {
  if (view.confirmedAt) {
    return (
      <Notice tone="green" title={`${formatDayTime(view.confirmedAt)} 已导入`}>
        原因：{view.reason}
      </Notice>
    );
  }
  if (mayTake) {
    return (
      <Notice tone="amber" title="尚未导入">
        这是试读的结果，银行表还没有变化。核对后点“确认导入”。
      </Notice>
    );
  }
  return view.wrongCount > 0 ? (
    <Notice tone="red" title="还不能导入">
      {view.isWhole ? '整表须每一行都正确，否则有误的行会被当作已撤销。' : '没有一行可以导入。'}
      请按下面的说明更正文件，再重新上传。
    </Notice>
  ) : (
    <Notice tone="neutral" title="没有可以导入的内容">
      这份文件与银行表一致。
    </Notice>
  );
}

function Take({ view, take }: { view: BankImportView; take: Act }) {
  return (
    <ActConfirm
      act={take}
      label="确认导入"
      look={{ variant: 'primary', size: 's' }}
      title="确认导入银行表？"
      thing={view.fileName}
      consequence={
        <>
          <p>
            新增 {view.newCount} 家，变更 {view.changedCount} 家，撤销 {view.goneCount} 家。
          </p>
          <p>企业已登记的账户不变；与新表不符的，付款前提示财务。</p>
          {view.wrongCount > 0 && <p>有误的 {view.wrongCount} 行不导入。</p>}
        </>
      }
      confirmLabel="确认导入"
      danger={view.goneCount > 0}
      fields={{ id: view.id }}
      asks={[{ name: 'reason', label: '原因', hint: '如：清算中心 11 月行名行号', kind: 'text' }]}
    />
  );
}

function Errors({ view }: { view: BankImportView }) {
  return (
    <Section title="有误的行">
      <Table
        caption="有误的行"
        dense
        boxed
        columns={[
          { key: 'line', title: '行', align: 'end', width: 's' },
          { key: 'name', title: '开户行名称' },
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

const WHAT = {
  gone: { word: '撤销', tone: 'red', icon: 'stop' },
  changed: { word: '变更', tone: 'amber', icon: 'pen' },
  new: { word: '新增', tone: 'blue', icon: 'plus' },
} as const;
const ORDER = Object.keys(WHAT);

function Changes({ changes }: { changes: readonly BankChange[] }) {
  const sorted = [...changes].sort((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what));
  return (
    <Section title="将会怎样" note="撤销和变更在前，新增在后">
      <Table
        caption="将会怎样"
        dense
        boxed
        columns={[
          { key: 'name', title: '开户行名称' },
          { key: 'code', title: '联行号', nowrap: true },
          { key: 'what', title: '结果', nowrap: true },
          { key: 'fields', title: '变更内容' },
        ]}
        rows={sorted.slice(0, SHOWN).map(({ cnapsCode, name, what, fields }) => ({
          key: cnapsCode,
          cells: {
            name,
            code: <span className={styles.code}>{cnapsCode}</span>,
            what: (
              <Status look="text" tone={WHAT[what].tone} icon={WHAT[what].icon}>
                {WHAT[what].word}
              </Status>
            ),
            fields: fields.map(({ label, before, after }) => (
              <div key={label}>
                {label}：<span className={styles.before}>{before}</span> <span className={styles.after}>{after}</span>
              </div>
            )),
          },
        }))}
        empty={<EmptyState icon="check-circle" title="没有新增、变更或撤销" why="文件与银行表一致。" />}
      />
      {changes.length > SHOWN && (
        <Muted>
          只列出前 {SHOWN} 家，共 {changes.length} 家。
        </Muted>
      )}
    </Section>
  );
}
