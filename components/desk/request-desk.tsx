import type { DeskRequest } from '@/lib/desk/queries';
import { answerDueOn } from '@/lib/enterprise/rules/change-due';
import { CHANGE_KIND_WORDS, CHANGE_PAPERS } from '@/lib/enterprise/rules/change-form';
import { CHANGE_STATUS } from '@/lib/enterprise/rules/change-labels';
import { AT_THE_OFFICE } from '@/lib/enterprise/rules/states';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime } from '@/lib/kernel/shanghai-day';
import type { Act } from '../disbursement/act-confirm';
import { StaffHead } from '../frame/staff-frame';
import { Anchor } from '../ui/anchor';
import { Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Status } from '../ui/status';
import { Table } from '../ui/table';
import { CheckList } from './check-list';
import styles from './desk.module.css';
import { HistoryCard } from './history-card';
import { PapersPane } from './papers-pane';
import type { Reveal } from './phone-list';
import { RequestActs, type RequestActions } from './request-acts';
import { ResetPane, ResetPhones } from './reset-pane';

export type RequestDeskProps = {
  view: DeskRequest;
  acts: RequestActions;
  now: Date;
  /** Of 密码重置: what was found out by telephone, and a number to call. */
  propose: Act;
  reveal: Reveal;
};

/** One request: old beside new, what the system found, the papers at the right, and the decision at the top. */
export function RequestDesk({ view, acts, now, propose, reveal }: RequestDeskProps) {
  const { word, tone } = CHANGE_STATUS[view.status];
  const labels = new Map<string, string>(CHANGE_PAPERS[view.kind].map(({ kind, label }) => [kind, label]));
  return (
    <Stack gap={4}>
      <StaffHead
        title={CHANGE_KIND_WORDS[view.kind]}
        note={
          <>
            <Status tone={tone}>{word}</Status> {view.number}　{formatDayTime(view.submittedAt)} 提交
            {view.round > 1 && `，第 ${view.round} 次`}
            {view.taken && `　${view.taken.mine ? '由您核对' : `${view.taken.by} 核对`}`}
            {AT_THE_OFFICE.includes(view.status) && `　${formatDay(answerDueOn(view.submittedAt))}前答复`}
          </>
        }
        actions={<RequestActs view={view} acts={acts} />}
      />
      <p>
        <Anchor href={paths.staffEnterprise(view.enterpriseId)}>{view.enterpriseName}</Anchor>{' '}
        <span className={styles.code}>{view.uscc}</span>
      </p>
      {view.answer && <Notice title="答复">{view.answer}</Notice>}
      {view.reset && <ResetNotice view={view} />}
      {view.receiptsVoided > 0 && (
        <Notice tone="amber" title={`更名后，${view.receiptsVoided} 份未通过的收据将作废`}>
          申报单位须重新确认账户、打印新名称的收据。已提交的申请和已通过的收据不受影响。
        </Notice>
      )}
      <div className={styles.split}>
        <Stack gap={4}>
          <Pairs view={view} />
          <CheckList checks={view.checks} />
          {view.reset && <ResetPhones view={view} reset={view.reset} now={now} reveal={reveal} />}
          <HistoryCard lines={view.history} />
        </Stack>
        {view.reset ? (
          <ResetPane view={view} reset={view.reset} now={now} propose={propose} />
        ) : (
          <PapersPane
            papers={view.papers.map((paper) => ({ ...paper, label: labels.get(paper.kind) ?? paper.kind }))}
          />
        )}
      </div>
    </Stack>
  );
}

/** Whose turn it is with a 密码重置, which takes two people. */
function ResetNotice({ view }: { view: DeskRequest }) {
  if (view.status === 'RECEIVED' || view.status === 'IN_CHECK') {
    return (
      <Notice tone="amber" title="请回拨登记的电话核实，再提请另一人复核">
        请求来自公开页面。复核通过后，初始密码只发到登记的手机，不显示给任何人。
      </Notice>
    );
  }
  if (view.status !== 'PROPOSED') return null;
  const { mine = false, by = '' } = view.reset?.proposed ?? {};
  return mine ? (
    <Notice title="您已提请，等待另一位业务人员复核">核实人不能复核。发现有误的，可以撤回提请。</Notice>
  ) : (
    <Notice tone="amber" title={`${by}已核实，请您复核`}>
      请看核实记录是否足以确认是申报单位本人申请；有疑问的，可以再拨一次，或退回重新核实。
    </Notice>
  );
}

function Pairs({ view }: { view: DeskRequest }) {
  const isReset = view.kind === 'PASSWORD_RESET';
  return (
    <Table
      caption="变更内容"
      dense
      boxed
      columns={[
        { key: 'label', title: '字段', width: 'm' },
        ...(isReset ? [] : [{ key: 'before' as const, title: view.status === 'GRANTED' ? '当前登记' : '现登记' }]),
        { key: 'after', title: isReset ? '内容' : '变更为' },
      ]}
      rows={view.fields.map(({ label, before, after }) => {
        const differs = !isReset && before !== '' && before !== after;
        return {
          key: label,
          cells: {
            label,
            before: <span className={differs ? styles.before : undefined}>{before}</span>,
            after: <span className={differs ? styles.after : undefined}>{after}</span>,
          },
        };
      })}
    />
  );
}
