import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { ItemList } from '@/components/ui/item-list';
import { Status } from '@/components/ui/status';
import type { DraftView } from '@/lib/application/rules/draft';
import { countByStep, obstaclesOf } from '@/lib/application/rules/obstacles';
import { stepLabel } from '@/lib/application/rules/part-keys';
import { paths, WIZARD_STEPS } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';

type DraftProgressProps = {
  readonly draft: DraftView;
  readonly config: ProgrammeConfig;
  readonly today: ShanghaiDay;
  /** Whether the steps can be opened. */
  readonly isEditable: boolean;
};

/** How far a draft is, step by step, each a way into it. */
export function DraftProgress({ draft, config, today, isEditable }: DraftProgressProps) {
  const counts = countByStep(obstaclesOf(draft, config, { today }));
  return (
    <Card
      flush
      title="填写进度"
      aside={counts.preview > 0 ? `还差 ${counts.preview} 项` : '内容已齐，请预览并确认提交'}
      foot={isEditable && <Anchor href={paths.carryOver(draft.id)}>从以往申请带入</Anchor>}
    >
      <ItemList
        label="填写进度"
        items={WIZARD_STEPS.filter((step) => step !== 'preview').map((step) => ({
          key: step,
          title: stepLabel(step, config),
          ...(isEditable && { href: paths.edit(draft.id, step) }),
          aside: (
            <Status tone={counts[step] > 0 ? 'amber' : 'green'} look="text">
              {counts[step] > 0 ? `差 ${counts[step]} 项` : '完成'}
            </Status>
          ),
        }))}
      />
    </Card>
  );
}
