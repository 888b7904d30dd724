import { notFound } from 'next/navigation';
import { z } from 'zod';
import { DisbursementPage } from '@/components/disbursement/disbursement-page';
import { ownAccount } from '@/lib/access/account-queries';
import { disbursementDetail } from '@/lib/disbursement/queries';
import { myBankAccounts, myContacts } from '@/lib/enterprise/queries';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { askProofAction, proveOwnAction } from '../../account/actions';
import {
  adjustAccountCall,
  adjustContactCall,
  confirmAction,
  declareLeftAction,
  findBanksCall,
  mendAccountCall,
  retireBankAccountCall,
  retireContactCall,
  saveBankAccountCall,
  saveContactCall,
} from './actions';

export const metadata = { title: '资金事项详情' };

const params = z.object({ id: z.uuid() });

const calls = {
  findBanks: findBanksCall,
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
    const [accounts, contacts, own, site] = await Promise.all([
      myBankAccounts(ctx),
      myContacts(ctx),
      ownAccount(ctx),
      siteData(),
    ]);
    const proof = { ask: askProofAction, prove: proveOwnAction, sendsTo: own.maskedMobile ?? own.maskedEmail };
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
        calls={{ ...calls, proof }}
      />
    );
  },
);
