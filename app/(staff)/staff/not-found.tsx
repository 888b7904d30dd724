import { PageNotFound } from '@/components/ui/page-not-found';
import { paths } from '@/lib/kernel/paths';

export const metadata = { title: '没有找到这个页面' };

export default function NotFound() {
  return <PageNotFound homeHref={paths.staffHome()} />;
}
