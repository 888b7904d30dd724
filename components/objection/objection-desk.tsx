import { STAFF_STATUS } from '@/lib/application/rules/labels';
import { formatMoney } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatDayTime, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { DeskObjection } from '@/lib/objection/rules/desk-view';
import { OBJECTION_STATUS } from '@/lib/objection/rules/labels';
import { StaffHead } from '../frame/staff-frame';
import { Anchor } from '../ui/anchor';
import { Card } from '../ui/card';
import { Columns, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Breadcrumb } from '../ui/page-head';
import { Status, Tag } from '../ui/status';
import { Table } from '../ui/table';
import { FileLinks } from './file-links';
import { ObjectionActs, type ObjectionActions } from './objection-acts';
import { ObjectorCard, type RevealObjector } from './objector-card';
import { HoldCard, NotesCard, StatementsCard } from './work-cards';
import styles from './objection.module.css';

type Props = { view: DeskObjection; acts: ObjectionActions; reveal: RevealObjector; now: Date };

/** One objection: what is said and of whom, what was found out, and the decision at the top. */
export function ObjectionDesk({ view, acts, reveal, now }: Props) {
  const { word, tone, icon } = OBJECTION_STATUS[view.status];
  const isOpen = view.status === 'RECEIVED' || view.status === 'HANDLING';
  return (
    <>
      <Breadcrumb items={[{ label: '异议', href: paths.staffObjections() }, { label: view.number }]} />
      <StaffHead
        title={`异议　${view.number}`}
        note={
          <>
            <Status tone={tone} icon={icon}>
              {word}
            </Status>{' '}
            {view.isLate && <Tag>逾期提出</Tag>} {formatDayTime(view.receivedAt)} 收到
            {view.takenBy && `　${view.takenBy} 核查`}
          </>
        }
        actions={<ObjectionActs view={view} acts={acts} />}
      />
      <Columns
        sideLabel="异议人与暂停"
        main={
          <Stack gap={4}>
            <Clock view={view} today={shanghaiDayOf(now)} />
            {view.answer && <Notice title="答复异议人">{view.answer}</Notice>}
            <Subjects view={view} />
            <Card title="事实和理由" compact>
              <Stack gap={3}>
                <p className={styles.said}>{view.facts}</p>
                <FileLinks files={view.papers} />
              </Stack>
            </Card>
            {view.status !== 'RECEIVED' && (
              <>
                <StatementsCard view={view} act={acts.ask} />
                <NotesCard view={view} act={acts.note} />
              </>
            )}
          </Stack>
        }
        side={
          <Stack gap={4}>
            <ObjectorCard id={view.id} masked={view.objector} via={view.via} reveal={reveal} />
            {isOpen && view.mayHandle && view.subjects.length > 0 && <HoldCard view={view} act={acts.hold} />}
          </Stack>
        }
      />
    </>
  );
}

/** By when what is due, and whose turn it is. */
function Clock({ view, today }: { view: DeskObjection; today: string }) {
  const due = view.status === 'RECEIVED' ? view.acceptDueOn : view.status === 'HANDLING' ? view.decideDueOn : null;
  if (!due) return null;
  const what = view.status === 'RECEIVED' ? '告知是否受理' : '作出决定';
  const isOver = due < today;
  return (
    <Notice
      tone={isOver ? 'red' : 'amber'}
      title={isOver ? `已超过 ${formatDay(due)}的期限，请尽快${what}` : `${formatDay(due)}前${what}`}
    >
      {view.status === 'HANDLING'
        ? view.mayDecide
          ? '核查由公示经办负责，由您作出决定。'
          : '核查清楚后，由复审人员作出决定；受理的人不能决定。'
        : '由公示经办受理。'}
    </Notice>
  );
}

function Subjects({ view }: { view: DeskObjection }) {
  return (
    <Card
      title={view.isWholeList ? '针对整份名单' : '针对名单中的一项'}
      aside={<Anchor href={paths.staffNotice(view.notice.id)}>{view.notice.number}</Anchor>}
      flush
    >
      <Table
        caption="针对的人才"
        dense
        columns={[
          { key: 'place', title: '序号', width: 's' },
          { key: 'who', title: '引进人才', onPhone: 'title' },
          { key: 'unit', title: '申报单位' },
          { key: 'case', title: '申请' },
          { key: 'amount', title: '公示金额', align: 'end', nowrap: true },
        ]}
        rows={view.subjects.map((one) => ({
          key: `${one.place}`,
          cells: {
            place: one.place,
            who: (
              <>
                {one.talentName} {one.outcome && <Tag>{one.outcome === 'STOPPED' ? '已停止' : '记录在案'}</Tag>}
              </>
            ),
            unit: one.enterpriseName,
            case: (
              <>
                <Anchor href={paths.staffApplication(one.caseId)}>{one.caseNumber}</Anchor>{' '}
                {STAFF_STATUS[one.caseStatus].word}
              </>
            ),
            amount: formatMoney(one.amountFen),
          },
        }))}
        empty={<p className={styles.by}>{view.notice.title}</p>}
      />
    </Card>
  );
}
