import { notFound } from 'next/navigation';
import { page } from '@/lib/runtime/page';

/** Every address that is none: answered inside the portal's frame. */
export default page({ who: 'public' }, async () => notFound());
