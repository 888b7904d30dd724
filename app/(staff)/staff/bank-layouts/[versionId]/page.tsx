import { notFound } from 'next/navigation';
import { z } from 'zod';
import { LayoutPage } from '@/components/bank-layouts/layout-page';
import { layoutVersionDetail } from '@/lib/disbursement/layout-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { discardBankLayoutAction, publishBankLayoutAction, retireBankLayoutAction } from '../actions';

export const metadata = { title: '银行文件格式' };

const params = z.object({ versionId: z.uuid() });

export default page(
  { who: 'staff', may: 'layout.manage', params, at: ({ versionId }) => paths.bankLayout(versionId) },
  async ({ ctx, params: { versionId } }) => {
    const version = await layoutVersionDetail(ctx, versionId);
    if (!version) notFound();
    return (
      <LayoutPage
        version={version}
        publish={publishBankLayoutAction}
        discard={discardBankLayoutAction}
        retire={retireBankLayoutAction}
      />
    );
  },
);
