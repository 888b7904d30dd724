import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ObjectionDesk } from '@/components/objection/objection-desk';
import { paths } from '@/lib/kernel/paths';
import { deskObjection } from '@/lib/objection/queries';
import { page } from '@/lib/runtime/page';
import {
  acceptObjectionAction,
  askStatementAction,
  dismissObjectionAction,
  holdObjectionAction,
  notAcceptObjectionAction,
  noteObjectionAction,
  revealObjectorCall,
  upholdObjectionAction,
} from '../actions';

export const metadata = { title: '异议' };

const params = z.object({ id: z.uuid() });
const acts = {
  accept: acceptObjectionAction,
  notAccept: notAcceptObjectionAction,
  uphold: upholdObjectionAction,
  dismiss: dismissObjectionAction,
  hold: holdObjectionAction,
  ask: askStatementAction,
  note: noteObjectionAction,
};

export default page(
  { who: 'staff', may: 'objection.read', params, at: ({ id }) => paths.staffObjection(id) },
  async ({ ctx, params: { id } }) => {
    const view = await deskObjection(ctx, id);
    if (!view) notFound();
    return <ObjectionDesk view={view} acts={acts} reveal={revealObjectorCall} now={ctx.now} />;
  },
);
