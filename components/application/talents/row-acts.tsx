'use client';

import { useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { MenuButton } from '@/components/ui/menu';
import { Status } from '@/components/ui/status';
import { TextInput } from '@/components/ui/text-input';
import { calledName, type Listed } from './listed';
import styles from './talents.module.css';

export type RowActs = {
  show(talentId: string): void;
  copy(talentId: string): void;
  remove(talentIds: readonly string[]): void;
  /** To this place of the whole list, from 1. */
  move(talentId: string, place: number): void;
  ask(talentId: string): void;
  select(talentId: string, isSelected: boolean): void;
};

/** The same functions for as long as the list stands, so that rows which did not change are not drawn again. */
export function useSteady(acts: RowActs): RowActs {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  return useMemo(
    () => ({
      show: (id) => latest.current.show(id),
      copy: (id) => latest.current.copy(id),
      remove: (ids) => latest.current.remove(ids),
      move: (id, place) => latest.current.move(id, place),
      ask: (id) => latest.current.ask(id),
      select: (id, isSelected) => latest.current.select(id, isSelected),
    }),
    [],
  );
}

export type RowProps = {
  readonly one: Listed;
  readonly count: number;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  /** Rows may be dragged while the list is whole and in its own order. */
  readonly isMovable: boolean;
  readonly acts: RowActs;
};

export function RowMenu({ one, count, acts }: Pick<RowProps, 'one' | 'count' | 'acts'>) {
  const { id, place } = one;
  return (
    <MenuButton
      label={`${calledName(one)}的更多操作`}
      entries={[
        { label: '编辑', icon: 'pen', act: () => acts.show(id) },
        { label: '复制一位', icon: 'files', act: () => acts.copy(id) },
        { label: '上移', icon: 'chevron-up', disabled: place === 1, act: () => acts.move(id, place - 1) },
        { label: '下移', icon: 'chevron-down', disabled: place === count, act: () => acts.move(id, place + 1) },
        { label: '移到第几位…', icon: 'swap', disabled: count < 2, act: () => acts.ask(id) },
        { label: '移除', icon: 'trash', danger: true, act: () => acts.remove([id]) },
      ]}
    />
  );
}

export function RowCheck({ one, isSelected, acts }: Pick<RowProps, 'one' | 'isSelected' | 'acts'>) {
  return (
    <Checkbox
      id={`select-${one.id}`}
      label={`选择${calledName(one)}`}
      labelHidden
      checked={isSelected}
      onChange={(event) => acts.select(one.id, event.target.checked)}
    />
  );
}

export const gripId = (talentId: string) => `order-${talentId}`;

/** Drags the row; with the keyboard the arrows move it. */
export function Grip({ one, isMovable, acts }: Pick<RowProps, 'one' | 'isMovable' | 'acts'>) {
  const moved = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    acts.move(one.id, one.place + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <button
      type="button"
      id={gripId(one.id)}
      className={styles.grip}
      aria-label={`调整${calledName(one)}的顺序，现为第 ${one.place} 位，用上下箭头移动`}
      title={isMovable ? '拖动，或按上下箭头，调整顺序' : '按上下箭头调整顺序'}
      draggable={isMovable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', one.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onKeyDown={moved}
    >
      <Icon name="grip" size="s" />
    </button>
  );
}

/** What a row does with a row that is dropped on it: takes it in its own place. */
export function useDrop({ one, isMovable, acts }: Pick<RowProps, 'one' | 'isMovable' | 'acts'>) {
  const [isOver, setOver] = useState(false);
  const drop = {
    onDragOver: (event: React.DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: React.DragEvent) => {
      event.preventDefault();
      setOver(false);
      const id = event.dataTransfer.getData('text/plain');
      if (id && id !== one.id) acts.move(id, one.place);
    },
  };
  return { isOver, drop: isMovable ? drop : {} };
}

export function MissingState({ missing }: { missing: number }) {
  return (
    <Status tone={missing ? 'amber' : 'green'} look="text">
      {missing ? `差 ${missing} 项` : '完成'}
    </Status>
  );
}

type MoveDialogProps = { readonly one: Listed | null; readonly count: number; close(): void; move: RowActs['move'] };

/** 移到第 N 位. */
export function MoveDialog({ one, count, close, move }: MoveDialogProps) {
  const [place, setPlace] = useState('');
  const number = Number(place.normalize('NFKC'));
  const isPlace = Number.isInteger(number) && number >= 1 && number <= count;
  const done = (event: FormEvent) => {
    event.preventDefault();
    if (!one || !isPlace) return;
    setPlace('');
    close();
    move(one.id, number);
  };
  return (
    <Dialog
      open={one !== null}
      onClose={close}
      size="s"
      title={`把${one ? calledName(one) : ''}移到第几位`}
      foot={
        <>
          <DialogClose>返回</DialogClose>
          <Button variant="primary" type="submit" form="move-talent" aria-disabled={!isPlace || undefined}>
            移到这一位
          </Button>
        </>
      }
    >
      <form id="move-talent" onSubmit={done}>
        <Field
          id="move-place"
          label="位次"
          hint={`1 至 ${count}，现为第 ${one?.place ?? 1} 位。额度不足时从末位扣减。`}
          error={place !== '' && !isPlace ? `请填写 1 至 ${count} 的整数。` : undefined}
        >
          <TextInput
            width="s"
            inputMode="numeric"
            value={place}
            onChange={(event) => setPlace(event.target.value)}
            autoFocus
          />
        </Field>
      </form>
    </Dialog>
  );
}
