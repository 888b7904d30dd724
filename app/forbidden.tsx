import { PageNoPermission } from '@/components/ui/page-no-permission';
import { portalFrame } from '@/lib/runtime/frame-data';

/** Signed in, but this page belongs to others: the way back leads to one's own pages. */
export default async function Forbidden() {
  const { actor, user } = await portalFrame();
  const ask =
    actor.kind === 'staff'
      ? '您以业务人员身份登录，这一页由申报单位或其他岗位办理。'
      : '您以申报单位身份登录，这一页不对您开放。如需办理，请联系本单位企业管理员。';
  return <PageNoPermission ask={ask} homeHref={user?.home} />;
}
