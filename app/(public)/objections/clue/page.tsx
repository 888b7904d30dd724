import { LinkButton } from '@/components/ui/button';
import { StatePage } from '@/components/ui/state-page';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '线索已收到', robots: { index: false, follow: false } };

export default page({ who: 'public' }, async () => (
  <StatePage
    icon="flag"
    tone="green"
    title="线索已收到"
    actions={<LinkButton href={paths.notices()}>回到通知公示</LinkButton>}
  >
    我们会核查。匿名线索不编号、不答复，公示照常进行；需要答复的，请在公示期内署真实姓名提出异议。
  </StatePage>
));
