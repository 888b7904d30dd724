import type { BatchDetail } from '@/lib/disbursement/batch-queries';
import { STAFF_STATUS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { StatusTag } from '../disbursement/status-tag';
import { Anchor } from '../ui/anchor';
import { Money } from '../ui/money';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';

/** The cases of a batch: what each is paid and where it stands. */
export function BatchMembers({ batch }: { batch: BatchDetail }) {
  const isDraft = batch.status === 'DRAFT';
  return (
    <Table
      caption={`批次 ${batch.number} 的申请`}
      boxed
      dense
      columns={[
        { key: 'case', title: '受理编号', nowrap: true },
        { key: 'enterprise', title: '申报单位' },
        { key: 'amount', title: '金额', align: 'end' },
        { key: 'status', title: isDraft ? '可否下达' : '办理情况' },
      ]}
      rows={[
        ...batch.members.map((member) => ({
          key: member.applicationId,
          cells: {
            case: <Anchor href={paths.staffApplication(member.applicationId)}>{member.caseNumber}</Anchor>,
            enterprise: member.enterpriseName,
            amount: <MemberAmount member={member} />,
            status: <MemberStatus member={member} isDraft={isDraft} />,
          },
        })),
        {
          key: 'total',
          tone: 'total' as const,
          cells: { case: '合计', enterprise: `${batch.count} 件`, amount: <Money fen={batch.totalFen} strong /> },
        },
      ]}
    />
  );
}

type Member = BatchDetail['members'][number];

function MemberAmount({ member }: { member: Member }) {
  const { amountFen, disbursement } = member;
  const hasShrunk = disbursement !== null && disbursement.amountFen !== amountFen;
  return (
    <>
      <Money fen={amountFen} />
      {hasShrunk && (
        <CellNote>
          现为 <Money fen={disbursement.amountFen} />
        </CellNote>
      )}
    </>
  );
}

function MemberStatus({ member: { disbursement, obstacle }, isDraft }: { member: Member; isDraft: boolean }) {
  if (disbursement) {
    return (
      <Anchor href={paths.staffDisbursement(disbursement.id)}>
        <StatusTag label={STAFF_STATUS[disbursement.status]} look="text" />
      </Anchor>
    );
  }
  if (!isDraft) return null;
  return (
    <Status look="text" tone={obstacle ? 'red' : 'green'}>
      {obstacle ?? '可以'}
    </Status>
  );
}
