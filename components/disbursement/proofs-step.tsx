'use client';

import { useState } from 'react';
import type { DisbursementDetail, TalentLineView } from '@/lib/disbursement/queries';
import { BEFORE_REVIEW } from '@/lib/disbursement/rules/standing';
import { Button } from '../ui/button';
import { Stack } from '../ui/layout';
import { LeftDialog } from './left-dialog';
import { ProofForm } from './proof-form';
import { TalentRows } from './talent-rows';
import type { Act } from './act-confirm';

export type ProofsStepProps = {
  detail: DisbursementDetail;
  /** The page's own route for a file. */
  href: string;
  declareLeft: Act;
};

/** The first step: what is there and wanted of each talent, the form for a paper, and 已离职. */
export function ProofsStep({ detail, href, declareLeft }: ProofsStepProps) {
  const { lines, status, today, proofMaxAgeDays } = detail;
  const mayAct = detail.hold === null;
  const mayUpload = mayAct && (status === 'AWAITING_PROOF' || status === 'AWAITING_CONFIRMATION');
  const mayDeclare = mayAct && BEFORE_REVIEW.includes(status);
  const provable = lines.filter((line) => line.state === 'KEPT' && line.leftReason === null);
  const wanted = provable.filter((line) => line.need !== 'none').map((line) => line.id);
  const [replacing, setReplacing] = useState<string | null>(null);
  const [rounds, setRounds] = useState(0);
  const chosen = replacing ? [replacing] : wanted;

  const acts = (line: TalentLineView) => (
    <>
      {mayUpload && line.proof && line.need === 'none' && (
        <Button variant="quiet" size="s" onClick={() => setReplacing(line.id)}>
          更新证明
        </Button>
      )}
      {mayDeclare && line.state === 'KEPT' && line.leftReason === null && (
        <LeftDialog detail={detail} line={line} act={declareLeft} />
      )}
    </>
  );

  return (
    <Stack gap={6}>
      <TalentRows lines={lines} acts={acts} />
      {mayUpload && chosen.length > 0 && (
        <ProofForm
          // Not by whom it is for: when one of several papers is refused the rest stays in it, though the others are done.
          key={`${replacing ?? ''} ${rounds}`}
          href={href}
          lines={provable}
          chosen={chosen}
          today={today}
          maxAgeDays={proofMaxAgeDays}
          done={() => {
            setReplacing(null);
            setRounds(rounds + 1);
          }}
        />
      )}
    </Stack>
  );
}
