import { Gallery } from '@/components/gallery';
import { demoOnly } from '@/lib/runtime/demo';
import { page } from '@/lib/runtime/page';

export default page({ who: 'public' }, async () => {
  demoOnly();
  return <Gallery />;
});
