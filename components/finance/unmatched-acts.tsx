'use client';

import type { UnmatchedRow } from '@/lib/disbursement/unmatched-queries';
import { VERDICT_WORDS, type Verdict } from '@/lib/disbursement/rules/unmatched';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { Field } from '../ui/field';
import { Row } from '../ui/layout';
import { Select } from '../ui/text-input';

const EXPLANATION = [
  { name: 'explanation', label: '说明', hint: '2 至 200 个字，写明向谁核实、结果如何', kind: 'text' },
] as const;
const VERDICTS = (Object.keys(VERDICT_WORDS) as Verdict[]).map((value) => ({ value, label: VERDICT_WORDS[value] }));

/** Says what a line of the bank was; one that speaks against our books needs another person's word as well. */
export function UnmatchedActs({ row, explain, agree }: { row: UnmatchedRow; explain: Act; agree: Act }) {
  const thing = row.text;
  const fields = { itemId: row.id };
  return (
    <Row gap={2}>
      {row.may.explain && (
        <ActConfirm
          act={explain}
          label="说明"
          look={{ variant: 'secondary', size: 's' }}
          title="说明这一行"
          thing={thing}
          consequence={
            row.isDangerous
              ? '这一行与付款记录相反，您说明后须由另一人核实，在此之前该事项暂停付款。'
              : '以您的名义记录来由，这一行随即办结，不改变任何付款。'
          }
          confirmLabel="提交说明"
          fields={row.isDangerous ? fields : { ...fields, verdict: 'AS_BOOKED' }}
          asks={EXPLANATION}
        >
          {row.isDangerous && (
            <Field id={`verdict-${row.id}`} label="核实结论" hint="以银行为准时，两人核实后按银行结果入账">
              <Select name="verdict" options={VERDICTS} placeholder="请选择" required defaultValue="" />
            </Field>
          )}
        </ActConfirm>
      )}
      {row.may.agree && (
        <>
          <ActConfirm
            act={agree}
            label="同意"
            look={{ variant: 'primary', size: 's' }}
            title="同意该说明？"
            thing={thing}
            consequence={`${row.ownerName ?? ''}：${row.explanation ?? ''}。结论为“${row.verdict ? VERDICT_WORDS[row.verdict] : ''}”，同意后入账并解除该事项因此而设的暂停。`}
            confirmLabel="同意"
            fields={{ ...fields, agrees: 'yes' }}
          />
          <ActConfirm
            act={agree}
            label="退回"
            look={{ variant: 'plain', size: 's' }}
            title="退回该说明？"
            thing={thing}
            consequence="这一行回到待说明，原说明留在日志中。"
            confirmLabel="退回"
            fields={{ ...fields, agrees: 'no' }}
          />
        </>
      )}
    </Row>
  );
}
