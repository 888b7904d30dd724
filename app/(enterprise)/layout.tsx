import type { ReactNode } from 'react';
import { EnterpriseFrameHere } from '@/components/enterprise-home/enterprise-frame-here';
import { FormerNameNotice } from '@/components/enterprise-home/former-name-notice';
import { enterpriseMenu } from '@/components/enterprise-home/menu';
import { todosOf } from '@/components/enterprise-home/todos';
import { footerColumns } from '@/components/portal/footer-columns';
import type { EnterpriseActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { openMatters } from '@/lib/enterprise/home-queries';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { enterpriseFrame } from '@/lib/runtime/frame-data';
import { requestContext } from '@/lib/runtime/request-context';
import { FramedPage } from '../(public)/framed-page';
import { signOutAction } from '../(public)/sign-out/actions';

export const metadata = { robots: { index: false } };

/** Shows the frame to whom it fits, the portal's to others; who may see a page is the page's own matter. */
export default async function EnterpriseLayout({ children }: { children: ReactNode }) {
  const ctx = await requestContext();
  if (ctx.actor.kind !== 'enterprise' || ctx.actor.pending) return <FramedPage>{children}</FramedPage>;
  const [frame, matters] = await Promise.all([
    enterpriseFrame(ctx.actor),
    openMatters({ ...ctx, actor: ctx.actor } satisfies Context<EnterpriseActor>),
  ]);
  const todos = todosOf(matters, shanghaiDayOf(ctx.now));
  const { enterpriseName, formerNameUntil } = ctx.actor;
  const disbursements = todos.filter(({ kind }) => kind === 'disbursement').length;
  return (
    <EnterpriseFrameHere
      park={frame.park}
      support={frame.support}
      enterprise={frame.enterprise}
      user={frame.user}
      signOut={signOutAction}
      menu={enterpriseMenu({ todos: todos.length, disbursements, isAdministrator: ctx.actor.role === 'ADMIN' })}
      footerLinks={footerColumns}
      footerNote={frame.note}
      notice={formerNameUntil && <FormerNameNotice name={enterpriseName} until={formerNameUntil} />}
    >
      {children}
    </EnterpriseFrameHere>
  );
}
