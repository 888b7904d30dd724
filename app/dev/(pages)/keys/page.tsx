import { KeyPanel } from '@/components/dev/key-panel';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { demoOnly } from '@/lib/runtime/demo';
import { environment } from '@/lib/runtime/environment';
import { page } from '@/lib/runtime/page';

export default page({ who: 'public' }, async () => {
  demoOnly();
  const [agent] = environment().caAgentOrigins;
  return (
    <>
      <PageHead title="CA Key" meta="插拔 Key，或让驱动出毛病，注册和体检页面会随之变化。" />
      {agent ? (
        <KeyPanel agent={agent} />
      ) : (
        <EmptyState title="没有驱动模拟程序" why="环境变量 CA_AGENT_ORIGINS 没有设置。" />
      )}
    </>
  );
});
