import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ProgrammePage } from '@/components/programme-admin/programme-page';
import { paths } from '@/lib/kernel/paths';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { programmeDetail } from '@/lib/programme/admin-queries';
import { page } from '@/lib/runtime/page';
import { saveYearAction } from '../actions';

export const metadata = { title: '政策事项' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'programme.manage', params, at: ({ id }) => paths.staffProgramme(id) },
  async ({ ctx, params: { id }, search }) => {
    const programme = await programmeDetail(ctx, id);
    if (!programme) notFound();
    const [last] = programme.years;
    const editing = search.year === 'new' ? 'new' : search.year ? Number(search.year) : null;
    const nextYear = last ? last.year + 1 : Number(shanghaiDayOf(ctx.now).slice(0, 4));
    return <ProgrammePage programme={programme} editing={editing} nextYear={nextYear} saveYear={saveYearAction} />;
  },
);
