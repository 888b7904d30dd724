import { AddBankAccount, BankAccountList } from '@/components/contacts/bank-account-list';
import { AddContact, ContactList } from '@/components/contacts/contact-list';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { ownAccount } from '@/lib/access/account-queries';
import { may } from '@/lib/access/authorise';
import { myBankAccounts, myContacts } from '@/lib/enterprise/queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { askProofAction, proveOwnAction } from '../account/actions';
import {
  findBanksCall,
  retireBankAccountCall,
  retireContactCall,
  saveBankAccountCall,
  saveContactCall,
} from './actions';

export const metadata = { title: '联系人与账户' };

export default page({ who: 'enterprise', at: paths.contacts }, async ({ ctx }) => {
  const [contacts, accounts, own] = await Promise.all([myContacts(ctx), myBankAccounts(ctx), ownAccount(ctx)]);
  const mayManage = may(ctx.actor, 'contacts.manage', ctx.actor);
  const holder = ctx.actor.enterpriseName;
  const accountCalls = {
    save: saveBankAccountCall,
    retire: retireBankAccountCall,
    findBanks: findBanksCall,
    proof: { ask: askProofAction, prove: proveOwnAction, sendsTo: own.maskedMobile ?? own.maskedEmail },
  };
  return (
    <>
      <PageHead
        breadcrumb={[
          { label: '人才服务', href: paths.talentServices() },
          { label: '人才服务用户空间', href: paths.space() },
          { label: '联系人与账户' },
        ]}
        title="联系人与账户"
        meta={<span>申请和拨付时从这里选用；停用的不再出现，已开具的文书不受影响。</span>}
      />
      <Stack gap={6}>
        {!mayManage && (
          <Notice tone="amber" title="只能查看">
            {ctx.actor.frozen ? '本单位已被冻结，暂时不能更改。' : '联系人与账户由超级用户或经办人维护。'}
          </Notice>
        )}
        <Card title="联系人" aside={mayManage && <AddContact save={saveContactCall} />} flush>
          <ContactList
            contacts={contacts}
            calls={mayManage ? { save: saveContactCall, retire: retireContactCall } : undefined}
          />
        </Card>
        <Card
          title="银行账户"
          aside={mayManage && <AddBankAccount calls={accountCalls} holder={holder} />}
          foot="正在办理的拨付要换账户，请到该拨付事项中调整。"
          flush
        >
          <BankAccountList accounts={accounts} holder={holder} calls={mayManage ? accountCalls : undefined} />
        </Card>
      </Stack>
    </>
  );
});
