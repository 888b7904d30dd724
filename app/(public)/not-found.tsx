import { PageNotFound } from '@/components/ui/page-not-found';

export const metadata = { title: '没有找到这个页面' };

export default function NotFound() {
  return <PageNotFound />;
}
