import type { ReactNode } from 'react';
import { StaffFrameHere } from '@/components/portal/staff-frame-here';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { waitingForStaff } from '@/lib/access/waiting-queries';
import { paths } from '@/lib/kernel/paths';
import { siteData, staffUserLabel } from '@/lib/runtime/frame-data';
import { requestContext } from '@/lib/runtime/request-context';
import { FramedPage } from '../../(public)/framed-page';
import { signOutAction } from '../../(public)/sign-out/actions';

export const metadata = { robots: { index: false } };

/** Shows the frame to whom it fits, the portal's to others; who may see a page is the page's own matter. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const ctx = await requestContext();
  if (ctx.actor.kind !== 'staff' || ctx.actor.pending) return <FramedPage>{children}</FramedPage>;
  const { actor } = ctx;
  const [{ park }, tasks] = await Promise.all([
    siteData(),
    waitingForStaff({ ...ctx, actor } satisfies Context<StaffActor>),
  ]);
  const places = tasks.map(({ key, group, label, short, href, count }) => ({ key, group, label, short, href, count }));
  return (
    <StaffFrameHere
      park={park}
      user={{ label: staffUserLabel(actor) }}
      signOut={signOutAction}
      homeHref={paths.staffHome()}
      places={places}
    >
      {children}
    </StaffFrameHere>
  );
}
