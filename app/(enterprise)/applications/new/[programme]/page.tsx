import { notFound } from 'next/navigation';
import { z } from 'zod';
import { BeginForm } from '@/components/case/begin-form';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/button';
import { Measure } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { paths } from '@/lib/kernel/paths';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { programmeByCode } from '@/lib/programme/queries';
import { page } from '@/lib/runtime/page';
import { startAction } from './actions';
import styles from './instructions.module.css';

export const metadata = { title: '在线阅读申请说明' };

const params = z.object({ programme: z.string().max(60) });

export default page(
  { who: 'enterprise', params, at: ({ programme }) => paths.apply(programme) },
  async ({ ctx, params: { programme: code } }) => {
    const programme = await programmeByCode(ctx, code);
    if (!programme) notFound();
    const { instructions, name } = programme.config;
    const window = programme.current?.window;
    return (
      <>
        <PageHead
          breadcrumb={[
            { label: '补贴申请', href: paths.applications() },
            { label: name, href: paths.guide(code) },
            { label: '在线阅读申请说明' },
          ]}
          title="在线阅读申请说明"
          meta={`${name}　版本 ${instructions.version}`}
        />
        <Measure>
          <Card title="申请说明">
            <ol className={styles.instructions}>
              {instructions.paragraphs.map((paragraph) => (
                <li key={paragraph}>{paragraph}</li>
              ))}
            </ol>
          </Card>
          <Card>
            {window?.state === 'open' ? (
              <BeginForm action={startAction} programme={code} instructions={instructions.version} />
            ) : (
              <Notice
                tone="amber"
                title={window?.state === 'before' ? '尚未开始受理' : '本期已截止'}
                actions={<LinkButton href={paths.guide(code)}>查看办事指南</LinkButton>}
              >
                {window
                  ? `本期受理时间：${formatDay(window.opensOn)} 至 ${formatDay(window.closesOn)}。`
                  : '目前没有受理时间安排。'}
              </Notice>
            )}
          </Card>
        </Measure>
      </>
    );
  },
);
