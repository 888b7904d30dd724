import type { StaffDisbursement } from '@/lib/disbursement/staff-queries';
import { PROOF_NEED_WORDS } from '@/lib/disbursement/rules/labels';
import { paths } from '@/lib/kernel/paths';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { StatusTag } from '../disbursement/status-tag';
import { Anchor } from '../ui/anchor';
import { Row } from '../ui/layout';
import { Money } from '../ui/money';
import { CellNote, Table } from '../ui/table';

export type StaffTalentsProps = { row: StaffDisbursement; decideLeft: Act; returnProof: Act };

type Line = StaffDisbursement['lines'][number];

/** The talents of a disbursement with their proofs, and the decision where one was declared 已离职. */
export function StaffTalents({ row, decideLeft, returnProof }: StaffTalentsProps) {
  return (
    <Table
      caption="人员与在职证明"
      boxed
      dense
      columns={[
        { key: 'name', title: '姓名' },
        { key: 'amount', title: '金额', align: 'end' },
        { key: 'proof', title: '在职证明' },
        { key: 'acts', title: '办理', align: 'end' },
      ]}
      rows={row.lines.map((line) => ({
        key: line.id,
        tone: line.state === 'LEFT_DECLARED' ? ('amber' as const) : undefined,
        cells: {
          name: (
            <>
              {line.name}
              {line.leftReason && <CellNote>离职申报：{line.leftReason}</CellNote>}
            </>
          ),
          amount: <Money fen={line.amountFen} tone={line.state === 'FALLEN_AWAY' ? 'muted' : 'ink'} />,
          proof: <Proof line={line} />,
          acts: <LineActs {...{ row, line, decideLeft, returnProof }} />,
        },
      }))}
    />
  );
}

function Proof({ line }: { line: Line }) {
  return (
    <>
      <StatusTag label={PROOF_NEED_WORDS[line.need]} look="text" />
      {line.proof && (
        <CellNote>
          <Anchor href={paths.file(line.proof.fileId, 'view')} target="_blank">
            {line.proof.issuedOn} 出具
          </Anchor>
        </CellNote>
      )}
    </>
  );
}

function LineActs({ row, line, decideLeft, returnProof }: StaffTalentsProps & { line: Line }) {
  const fields = { disbursementId: row.id, lineId: line.id };
  const shared = { thing: `${line.name}　${row.caseNumber}`, amount: <Money fen={line.amountFen} /> };
  if (line.state === 'LEFT_DECLARED' && row.may.decideLeft) {
    return (
      <Row gap={2} justify="end">
        <ActConfirm
          {...shared}
          act={decideLeft}
          label="不再拨付"
          look={{ size: 's', variant: 'plain' }}
          title={`${line.name} 的资金不再拨付？`}
          consequence="这名人员的资金退回预算，其余人员按新的金额重新出具收据；没有其余人员时本次拨付结束。"
          confirmLabel="不再拨付"
          danger
          fields={{ ...fields, decision: 'falls-away' }}
          asks={REASON}
        />
        <ActConfirm
          {...shared}
          act={decideLeft}
          label="继续拨付"
          look={{ size: 's', variant: 'secondary' }}
          title={`${line.name} 的资金继续拨付？`}
          consequence="这名人员的资金照常拨付，不再要求在职证明。"
          confirmLabel="继续拨付"
          fields={{ ...fields, decision: 'stays' }}
          asks={REASON}
        />
      </Row>
    );
  }
  if (line.proof && line.state === 'KEPT' && row.may.returnProof) {
    return (
      <ActConfirm
        {...shared}
        act={returnProof}
        label="退回证明"
        look={{ size: 's', variant: 'plain' }}
        title={`退回 ${line.name} 的在职证明？`}
        consequence="收据随即作废，申报单位须重新上传这份证明，再确认、打印和盖章。"
        confirmLabel="退回证明"
        danger
        fields={{ disbursementId: row.id, 'lineIds[]': line.id }}
        asks={REASON}
      />
    );
  }
  return null;
}

const REASON = [{ name: 'reason', label: '理由', hint: '2 至 200 个字，会告知申报单位', kind: 'text' }] as const;
