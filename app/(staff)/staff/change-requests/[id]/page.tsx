import { notFound } from 'next/navigation';
import { z } from 'zod';
import { RequestDesk } from '@/components/desk/request-desk';
import { deskRequest } from '@/lib/desk/queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import {
  confirmResetAction,
  grantRequestAction,
  proposeResetAction,
  recheckResetAction,
  refuseRequestAction,
  refuseResetAction,
  returnRequestAction,
  revealNumberCall,
  takeRequestAction,
} from '../actions';

export const metadata = { title: '核对变更请求' };

const params = z.object({ id: z.uuid() });
const acts = {
  take: takeRequestAction,
  grant: grantRequestAction,
  refuse: refuseRequestAction,
  giveBack: returnRequestAction,
  confirm: confirmResetAction,
  refuseProposed: refuseResetAction,
  recheck: recheckResetAction,
};

export default page(
  { who: 'staff', may: 'desk.read', params, at: ({ id }) => paths.staffChangeRequest(id) },
  async ({ ctx, params: { id } }) => {
    const view = await deskRequest(ctx, id);
    if (!view) notFound();
    return <RequestDesk view={view} acts={acts} now={ctx.now} propose={proposeResetAction} reveal={revealNumberCall} />;
  },
);
