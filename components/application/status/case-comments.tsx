import { RegionPicture } from '@/components/files/region-picture';
import { Anchor } from '@/components/ui/anchor';
import { Card } from '@/components/ui/card';
import { NumberedList } from '@/components/ui/item-list';
import type { CaseStatusView } from '@/lib/application/case-queries';
import { hrefOfPart, parsePart } from '@/lib/application/rules/part-keys';

/** 审核意见 of the last return, each a way to the place that it is about. */
export function CaseComments({ view }: { view: CaseStatusView }) {
  if (view.comments.length === 0) return null;
  const stage = view.comments.some((comment) => comment.stage === 'FINAL') ? '复审' : '初审';
  return (
    <Card title="审核意见" aside={`${stage}，一次告知`}>
      <NumberedList
        label="审核意见"
        items={view.comments.map(({ id, label, text, region, part }) => ({
          key: id,
          state: 'now',
          title: label,
          note: (
            <>
              {text}
              {region && <RegionPicture region={region} label={label} />}
            </>
          ),
          action: <Anchor href={hrefOfPart(view.id, parsePart(part) ?? { kind: 'whole' })}>去修改</Anchor>,
        }))}
      />
    </Card>
  );
}
