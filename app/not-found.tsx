import { PageNotFound } from '@/components/ui/page-not-found';

export const metadata = { title: '没有找到这个页面' };

/** Outside the parts of the site, which answer in frames of their own. */
export default function NotFound() {
  return <PageNotFound />;
}
