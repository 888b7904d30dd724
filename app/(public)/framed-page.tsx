import type { ReactNode } from 'react';
import { footerColumns } from '@/components/portal/footer-columns';
import { PortalFrameHere } from '@/components/portal/portal-frame-here';
import { SignedInBar } from '@/components/portal/signed-in-bar';
import { portalFrame } from '@/lib/runtime/frame-data';
import { signOutAction } from './sign-out/actions';

/** The portal's frame with its data: around public pages, and around pages that belong to no part of the site. */
export async function FramedPage({ children, query }: { children: ReactNode; query?: string }) {
  const { park, support, note, user, actor } = await portalFrame();
  // Before the sign-in is whole there are no pages of one's own to go to.
  const isWhole = !('pending' in actor) || !actor.pending;
  return (
    <PortalFrameHere
      park={park}
      support={support}
      user={user}
      signOut={signOutAction}
      footerLinks={footerColumns}
      footerNote={note}
      query={query}
    >
      {user && isWhole && actor.kind === 'enterprise' && (
        <SignedInBar who={actor.enterpriseName} label={user.label} href={user.home} to="企业发展服务中心综合服务平台" />
      )}
      {user && isWhole && actor.kind === 'staff' && (
        <SignedInBar who="业务人员" label={user.label} href={user.home} to="业务人员工作台" />
      )}
      {children}
    </PortalFrameHere>
  );
}
