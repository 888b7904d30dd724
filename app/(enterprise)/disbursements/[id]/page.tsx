import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DisbursementPage } from '@/components/disbursement/disbursement-page';
import { disbursementDetail } from '@/lib/disbursement/queries';
import { myBankAccounts, myContacts } from '@/lib/enterprise/queries';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import {
  adjustAccountCall,
  adjustContactCall,
  confirmAction,
  declareLeftAction,
  mendAccountCall,
  retireBankAccountCall,
  retireContactCall,
  saveBankAccountCall,
  saveContactCall,
} from './actions';

export const metadata = { title: '资金事项详情' };

const params = z.object({ id: z.uuid() });

const calls = {
  saveAccount: saveBankAccountCall,
  retireAccount: retireBankAccountCall,
  adjustAccount: adjustAccountCall,
  mendAccount: mendAccountCall,
  saveContact: saveContactCall,
  retireContact: retireContactCall,
  adjustContact: adjustContactCall,
};

export default page(
  { who: 'enterprise', params, at: ({ id }) => paths.disbursement(id) },
  async ({ ctx, params: { id } }) => {
    const detail = await disbursementDetail(ctx, id);
    if (!detail) notFound();
    const [accounts, contacts, site] = await Promise.all([myBankAccounts(ctx), myContacts(ctx), siteData()]);
    return (
      <DisbursementPage
        detail={detail}
        accounts={accounts}
        contacts={contacts}
        enterpriseName={ctx.actor.enterpriseName}
        parkName={site.park.name}
        support={site.support}
        proofHref={`${paths.disbursement(id)}/proofs`}
        declareLeft={declareLeftAction}
        confirm={confirmAction}
        calls={calls}
      />
    );
  },
);
