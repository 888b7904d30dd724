import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/kernel/paths';

/** A draft stands on the version it was begun under; the clerk decides whether to move it to the newer one. */
export function NewerVersionNotice({ applicationId, number }: { applicationId: string; number: number }) {
  return (
    <Notice
      tone="blue"
      title={`申报要求已更新到第 ${number} 版`}
      actions={
        <LinkButton size="s" href={paths.newVersion(applicationId)}>
          查看差别
        </LinkButton>
      }
    >
      这份草稿仍按原来的版本填报，也可以改用新版本，已填内容会保留。
    </Notice>
  );
}
