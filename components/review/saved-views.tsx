'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { announce } from '@/components/ui/announcer';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Stack } from '@/components/ui/layout';
import { Tag } from '@/components/ui/status';
import { TextInput } from '@/components/ui/text-input';
import type { ReviewStage } from '@/lib/review/rules/labels';
import { formatWish, type QueueWish } from '@/lib/review/rules/queue-filter';
import { answered, sentenceOf, type Answered } from './acts';
import { FormDialog } from './form-dialog';
import styles from './saved-views.module.css';

type View = { readonly id: string; readonly name: string; readonly isDefault: boolean };

export type ViewActs = {
  readonly save: (input: {
    stage: ReviewStage;
    name: string;
    query: Record<string, string>;
  }) => Promise<Answered<{ id: string }>>;
  readonly rename: (input: { viewId: string; name: string }) => Promise<Answered>;
  readonly remove: (input: { viewId: string }) => Promise<Answered>;
  readonly makeDefault: (input: { viewId: string; isDefault: boolean }) => Promise<Answered>;
  readonly moveUp: (input: { viewId: string }) => Promise<Answered>;
};

type SaveProps = { stage: ReviewStage; wish: QueueWish; suggestion: string; acts: ViewActs };

/** 保存为视图: the present filters and order under a name of one's own. */
export function SaveView({ stage, wish, suggestion, acts }: SaveProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  async function save(form: FormData) {
    const name = String(form.get('name') ?? '').trim();
    const answer = await acts.save({ stage, name, query: formatWish(wish) });
    if (answer.ok) {
      announce(`已保存视图“${name}”`);
      router.refresh();
    }
    return answer;
  }
  return (
    <>
      <Button size="s" variant="quiet" icon="plus" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        保存为视图
      </Button>
      <FormDialog open={isOpen} onClose={() => setOpen(false)} title="保存为视图" confirmLabel="保存" act={save}>
        <Field id="view-name" label="名称" hint="视图只有您能看到。同名的视图会被替换。">
          <TextInput name="name" required maxLength={20} defaultValue={suggestion.slice(0, 20)} />
        </Field>
      </FormDialog>
    </>
  );
}

/** 管理视图: rename, order, the one that the queue opens with, delete. */
export function ManageViews({ views, acts }: { views: readonly View[]; acts: ViewActs }) {
  const [isOpen, setOpen] = useState(false);
  if (views.length === 0) return null;
  return (
    <>
      <Button size="s" variant="quiet" icon="bookmark" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        管理视图
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title="我的视图" size="m">
        <ul className={styles.list}>
          {views.map((view, index) => (
            <ViewLine key={view.id} view={view} acts={acts} isFirst={index === 0} />
          ))}
        </ul>
      </Dialog>
    </>
  );
}

function ViewLine({ view, acts, isFirst }: { view: View; acts: ViewActs; isFirst: boolean }) {
  const router = useRouter();
  const [isNaming, setNaming] = useState(false);
  const [isPending, setPending] = useState(false);
  const viewId = view.id;

  async function run(call: Promise<Answered>, done: string) {
    if (isPending) return;
    setPending(true);
    const answer = await answered(call);
    setPending(false);
    announce(answer.ok ? done : sentenceOf(answer.explained), answer.ok ? 'green' : 'red');
    if (answer.ok) setNaming(false);
    router.refresh();
  }
  const button = (label: string, act: () => void, more: { disabled?: boolean } = {}) => (
    <Button size="s" variant="plain" aria-label={`${label} ${view.name}`} onClick={act} pending={isPending} {...more}>
      {label}
    </Button>
  );
  if (isNaming) {
    return (
      <li>
        <form
          className={styles.naming}
          action={(form) => run(acts.rename({ viewId, name: String(form.get('name') ?? '') }), '已重命名')}
        >
          <Stack gap={1} className={styles.grow}>
            <Field id={`name-${viewId}`} label="名称">
              <TextInput name="name" required maxLength={20} defaultValue={view.name} />
            </Field>
          </Stack>
          <Button type="submit" size="s" variant="primary" pending={isPending}>
            保存
          </Button>
          <Button size="s" variant="plain" onClick={() => setNaming(false)}>
            返回
          </Button>
        </form>
      </li>
    );
  }
  return (
    <li>
      <span className={styles.name}>
        {view.name} {view.isDefault && <Tag tone="blue">默认</Tag>}
      </span>
      <span className={styles.acts}>
        {button('前移', () => void run(acts.moveUp({ viewId }), '已前移'), { disabled: isFirst })}
        {button(
          view.isDefault ? '取消默认' : '设为默认',
          () =>
            void run(
              acts.makeDefault({ viewId, isDefault: !view.isDefault }),
              view.isDefault ? '已取消默认' : '已设为默认',
            ),
        )}
        {button('重命名', () => setNaming(true))}
        {button('删除', () => void run(acts.remove({ viewId }), `已删除视图“${view.name}”`))}
      </span>
    </li>
  );
}
