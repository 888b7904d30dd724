import { z } from 'zod';
import { CaseAmount } from '@/components/application/status/case-amount';
import { PrintButton } from '@/components/application/status/print-button';
import { SubmissionReading } from '@/components/application/status/submission-reading';
import { ExportTalents } from '@/components/application/talents/export-talents';
import { NotPrinted, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { submissionForReading } from '@/lib/application/queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '提交的申请表' };

const params = z.object({ applicationId: z.uuid(), number: z.coerce.number().int().positive().max(1000) });

/** One submission as it was handed in; it prints on A4. */
export default page(
  { who: 'enterprise', params, at: ({ applicationId }) => paths.application(applicationId) },
  async ({ ctx, params: { applicationId, number } }) => {
    const { head, snapshot, config } = await submissionForReading(ctx, applicationId, number);
    return (
      <>
        <PageHead
          breadcrumb={[
            { label: '补贴申请', href: paths.applications() },
            { label: head.number ?? '申请', href: paths.application(applicationId) },
            { label: `第 ${number} 次提交` },
          ]}
          title={`${snapshot.programme.name}申请表`}
          meta={
            <>
              <span>受理编号 {head.number}</span>
              <span>第 {number} 次提交</span>
              <span>{formatDayTime(new Date(snapshot.submittedAt))}</span>
            </>
          }
          aside={
            <>
              <NotPrinted>
                <ExportTalents
                  applicationId={applicationId}
                  submission={number}
                  look={{ variant: 'plain', icon: 'download' }}
                />
              </NotPrinted>
              <PrintButton />
            </>
          }
        />
        <Stack gap={4}>
          <SubmissionReading reading={snapshot} config={config} />
          <CaseAmount snapshot={snapshot} />
        </Stack>
      </>
    );
  },
);
