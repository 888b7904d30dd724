import { Gallery } from '@/components/gallery';
import { demoOnly } from '@/lib/runtime/demo';
import { page } from '@/lib/runtime/page';

export default page({ who: 'public', servesPending: 'any' }, async ({ search }) => {
  demoOnly();
  return <Gallery view={search.view} />;
});
