import { ChangeTable } from '@/components/programme-admin/change-table';
import { LinkButton } from '@/components/ui/button';
import { Card, Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Table } from '@/components/ui/table';
import type { OfferView } from '@/lib/application/version-queries';
import { paths } from '@/lib/kernel/paths';
import { AdoptForm, type AdoptAct } from './adopt-form';
import styles from './version-offer.module.css';

/** The newer version of what is asked, against this draft: what differs, what falls away, and the choice. */
export function VersionOfferPage({ offer, adopt }: { offer: OfferView; adopt: AdoptAct }) {
  const { applicationId, number, changes, lost, instructions, programmeName } = offer;
  return (
    <Stack gap={4}>
      <PageHead
        breadcrumb={[
          { label: '补贴申请', href: paths.applications() },
          { label: programmeName, href: paths.application(applicationId) },
          { label: '申报要求的更新' },
        ]}
        title={`申报要求第 ${number} 版`}
        meta="改用以后，已填的内容和已传的文件保留；新要求的项目会列入“还差”。"
        aside={
          <LinkButton variant="plain" href={paths.application(applicationId)}>
            暂不改用
          </LinkButton>
        }
      />
      <Section title="有什么不同" note={`${changes.length} 处`}>
        <ChangeTable caption="申报要求的不同" changes={changes} />
      </Section>
      {lost.length > 0 && (
        <Section title="不再需要的内容" note="改用后不再随申请提交">
          <Table
            caption="不再需要的内容"
            dense
            boxed
            columns={[
              { key: 'label', title: '项目' },
              { key: 'value', title: '您已填写或上传' },
            ]}
            rows={lost.map(({ label, value }, index) => ({ key: `${index}`, cells: { label, value } }))}
          />
        </Section>
      )}
      {instructions && (
        <Card title="新的申请说明" aside={`版本 ${instructions.version}`}>
          <ol className={styles.instructions}>
            {instructions.paragraphs.map((paragraph) => (
              <li key={paragraph}>{paragraph}</li>
            ))}
          </ol>
        </Card>
      )}
      <Card>
        <AdoptForm offer={offer} act={adopt} />
      </Card>
    </Stack>
  );
}

/** The draft stands on the published version already. */
export function NothingToAdopt({ applicationId }: { applicationId: string }) {
  return (
    <Notice
      tone="green"
      title="这份申请已是最新版本"
      actions={<LinkButton href={paths.application(applicationId)}>返回申请</LinkButton>}
    >
      没有需要处理的更新。
    </Notice>
  );
}
