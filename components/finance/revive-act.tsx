import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Money } from '../ui/money';

type Props = {
  row: {
    readonly id: string;
    readonly enterpriseName: string;
    readonly caseNumber: string;
    readonly amountFen: number;
  };
  act: Act;
  variant: 'primary' | 'plain';
};

/** 恢复拨付 of a lapsed disbursement, with a reason. */
export function ReviveAct({ row, act, variant }: Props) {
  return (
    <ActConfirm
      thing={`${row.enterpriseName}　${row.caseNumber}`}
      amount={<Money fen={row.amountFen} />}
      act={act}
      label="恢复拨付"
      look={{ variant, size: 's' }}
      title="恢复拨付？"
      consequence="重新占用年度预算和单位额度，从上传在职证明开始办理，并告知申报单位。"
      confirmLabel="恢复拨付"
      fields={{ disbursementId: row.id }}
      asks={[{ name: 'reason', label: '理由', hint: '2 至 200 个字，记入日志', kind: 'text' }]}
    />
  );
}
