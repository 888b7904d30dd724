import { redirect } from 'next/navigation';
import { CertificateStep } from '@/components/registration/certificate-step';
import { registrationHere } from '@/lib/enterprise/registration-queries';
import { CA_PROVIDERS } from '@/lib/enterprise/rules/ca-provider';
import { paths } from '@/lib/kernel/paths';
import { readCaBrowser } from '@/lib/runtime/ca-browser-cookie';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { openRegistrationAction } from '../actions';

export const metadata = { title: '选择实名认证方式' };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const provider = CA_PROVIDERS.find((one) => one === search.ca) ?? null;
  const [{ park, support }, here] = await Promise.all([
    siteData(),
    readCaBrowser().then((browser) => registrationHere(ctx, browser)),
  ]);
  if (here?.status === 'SUBMITTED' || here?.status === 'CODE_SENT') redirect(paths.register('phone'));
  const begun =
    here?.status === 'PROVEN' ? { name: here.enterpriseName, uscc: here.uscc, isProofFresh: here.isProofFresh } : null;
  return <CertificateStep site={{ park, support }} provider={provider} begun={begun} open={openRegistrationAction} />;
});
