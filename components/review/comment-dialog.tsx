'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Stack } from '@/components/ui/layout';
import { Select } from '@/components/ui/text-input';
import type { DeskPart } from '@/lib/review/rules/desk';
import type { KeptRegion } from '@/lib/files/rules/region';
import { FormDialog } from './form-dialog';
import { ReasonField, reasonOf } from './reason-field';
import type { Desk } from './use-desk';

type Props = {
  desk: Desk;
  /** Where it is pinned to begin with; null: to what is on the screen. */
  target: string | null;
  /** The marked place on a page of the paper that it is pinned to. */
  region?: KeptRegion;
  open: boolean;
  onClose: () => void;
};

/** 意见, pinned to the whole case, the part, one of its fields or one of its papers. */
export function CommentDialog({ desk, target, region, open, onClose }: Props) {
  const { part, view } = desk;
  const places = placesOf(part);
  async function add(form: FormData) {
    const pinned = String(form.get('target') ?? '');
    const label = places.find(({ value }) => value === pinned)?.label ?? '';
    const isInTalent = part.talent && pinned !== part.own && pinned !== 'whole';
    const { reason: text, reasonIds } = reasonOf(form, 'text');
    return desk.addComment({
      ...{ target: pinned, text, reasonIds },
      label: isInTalent ? `${part.title}，${label}` : label,
      // A place on a page belongs to the paper; pinned elsewhere the comment goes without.
      ...(region && pinned === target && { region }),
    });
  }
  return (
    <FormDialog open={open} onClose={onClose} title="写意见" confirmLabel="记下意见" act={add}>
      <Stack gap={3}>
        <TargetField places={places} start={target ?? part.papers[desk.paperIndex]?.key ?? part.own} />
        <ReasonField
          name="text"
          label="意见"
          hint={region ? '企业会看到框选的位置。说明怎样改。' : '说明改哪里、怎样改。退回时发给企业。'}
          library={view.reasons.return}
          focus="text"
        />
      </Stack>
    </FormDialog>
  );
}

type Place = { value: string; label: string };

/** Keeps its choice over a refusal; begins anew each time the dialog opens. */
function TargetField({ places, start }: { places: readonly Place[]; start: string }) {
  const [chosen, setChosen] = useState(start);
  return (
    <Field id="comment-target" label="写在哪里">
      <Select name="target" options={places} value={chosen} onChange={(event) => setChosen(event.target.value)} />
    </Field>
  );
}

/** Where a comment can be pinned from here, the part first. */
function placesOf({ own, title, papers, sections }: DeskPart): Place[] {
  const fields = sections.flatMap(({ rows }) => rows.flatMap(({ pin, label }) => (pin ? [{ value: pin, label }] : [])));
  return [
    { value: own, label: title },
    ...papers.map(({ key, label }) => ({ value: key, label })),
    ...fields,
    { value: 'whole', label: '整个申请' },
  ];
}
