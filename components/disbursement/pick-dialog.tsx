'use client';

import { useRouter } from 'next/navigation';
import { useId, useState, type ReactNode } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { announce } from '../ui/announcer';
import { Button, type ButtonLook } from '../ui/button';
import { Dialog, DialogClose } from '../ui/dialog';
import type { Done, EntryMore, Saved } from '../contacts/entry-calls';
import type { EntryField } from '../contacts/entry-fields';
import { EntryForm } from './entry-form';
import { PickEntry, type Entry } from './pick-entry';
import { RefusalNotice } from './refusal-notice';
import styles from './pick-dialog.module.css';

export type PickDialogProps = {
  /** Words on the button and the title: 调整银行账户. */
  title: string;
  look?: ButtonLook;
  /** What an entry is called: 账户, 联系人. */
  word: string;
  heading: string;
  entries: readonly Entry[];
  currentId: string | null;
  warning?: ReactNode;
  fields: readonly EntryField[];
  more?: EntryMore;
  fixed?: { label: string; value: string };
  hint: string;
  footNote?: string;
  chooseLabel: string;
  /** The act may be done with the entry that stands there already. */
  mayKeep?: boolean;
  save: (typed: Record<string, string>) => Promise<Saved>;
  retire: (id: string) => Promise<Done>;
  choose: (id: string) => Promise<Done>;
};

type Editing = { id: string | null } | null;

/** What is chosen and typed while the dialog is open, and the acts on it; each act runs once at a time. */
function usePick({ word, entries, currentId, mayKeep, choose, retire }: PickDialogProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(currentId);
  const [editing, setEditing] = useState<Editing>(null);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<Explained | null>(null);

  async function run(act: () => Promise<Done>, said: string, closes: boolean) {
    if (pending) return;
    setPending(true);
    setRefused(null);
    const done = await act();
    setPending(false);
    if (!done.ok) return setRefused(done.explained);
    announce(said);
    router.refresh();
    if (closes) setOpen(false);
  }

  return {
    ...{ open, chosen, editing, pending, refused, setChosen, setEditing },
    isNothingNew: chosen === null || (chosen === currentId && !mayKeep),
    close: () => setOpen(false),
    begin() {
      setChosen(currentId);
      setEditing(entries.length === 0 ? { id: null } : null);
      setRefused(null);
      setOpen(true);
    },
    saved(id: string) {
      setChosen(id);
      setEditing(null);
      announce(`${word}已保存`);
      router.refresh();
    },
    choose: () => chosen && run(() => choose(chosen), `${word}已更换`, true),
    retire: (id: string) => run(() => retire(id), `${word}已停用`, false),
  };
}

/** Choose one of the enterprise's own entries, or maintain the list: add, change, retire. */
export function PickDialog(props: PickDialogProps) {
  const { title, look, chooseLabel, footNote, warning } = props;
  const { open, chosen, editing, pending, refused, ...pick } = usePick(props);
  const foot = (
    <>
      <DialogClose>不更换</DialogClose>
      <Button variant="primary" disabled={pick.isNothingNew} pending={pending} onClick={pick.choose}>
        {chooseLabel}
      </Button>
    </>
  );
  return (
    <>
      <Button {...look} aria-haspopup="dialog" onClick={pick.begin}>
        {title}
      </Button>
      <Dialog open={open} onClose={pick.close} title={title} size="l" footNote={footNote} foot={foot}>
        {warning}
        {refused && <RefusalNotice explained={refused} />}
        <EntryList
          {...props}
          {...{ chosen, editing }}
          saved={pick.saved}
          pick={pick.setChosen}
          edit={pick.setEditing}
          retire={pick.retire}
        />
      </Dialog>
    </>
  );
}

type EntryListProps = Omit<PickDialogProps, 'retire'> & {
  chosen: string | null;
  editing: Editing;
  saved: (id: string) => void;
  pick: (id: string) => void;
  edit: (editing: Editing) => void;
  retire: (id: string) => void;
};

function EntryList(props: EntryListProps) {
  const { word, heading, entries, currentId, chosen, editing, saved, pick, edit, retire } = props;
  const group = useId();
  const form = (of: Entry | null) => (
    <EntryForm
      title={of ? `修改${word}` : `新增${word}`}
      fields={props.fields}
      more={props.more}
      fixed={props.fixed}
      hint={of ? '为保护信息，已保存的号码须重新填写。' : props.hint}
      saveLabel={`保存${word}`}
      cancelLabel={of ? '不修改' : '不新增'}
      start={of?.start}
      save={(typed) => props.save(of ? { ...typed, id: of.id } : typed)}
      done={saved}
      cancel={() => edit(null)}
    />
  );
  return (
    <>
      <div className={styles.head}>
        <h3>{heading}</h3>
        <Button size="s" variant="plain" icon="plus" onClick={() => edit({ id: null })}>
          新增{word}
        </Button>
      </div>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <PickEntry
            key={entry.id}
            {...{ group, entry, word }}
            isChosen={chosen === entry.id}
            isCurrent={currentId === entry.id}
            pick={() => pick(entry.id)}
            edit={() => edit({ id: entry.id })}
            retire={() => retire(entry.id)}
          >
            {editing?.id === entry.id && form(entry)}
          </PickEntry>
        ))}
        {editing?.id === null && <li>{form(null)}</li>}
      </ul>
    </>
  );
}
