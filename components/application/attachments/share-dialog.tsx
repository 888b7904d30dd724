'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choice';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FileButton } from '@/components/ui/file-button';
import { Stack } from '@/components/ui/layout';
import { Select } from '@/components/ui/text-input';
import type { TalentView } from '@/lib/application/rules/draft';
import { proposedOwners, sharedPapers, type SharedPaper } from '@/lib/application/rules/share-files';
import { useWizard } from '../wizard/wizard-context';
import { acceptList } from './file-lines';
import type { Uploads } from './use-uploads';
import styles from './attachments.module.css';

type Chosen = { readonly file: File; readonly owners: readonly string[] };

/** 批量上传: one file for several people, or several files that are told apart by their names; shown before it is done. */
export function ShareDialog({ uploads }: { uploads: Uploads }) {
  const { draft, view } = useWizard();
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const papers = sharedPapers(draft, view.config);
  const paper = papers.find(({ requirement }) => requirement.id === wanted) ?? papers[0];
  if (!paper || draft.talents.length < 2) return null;
  const { id: requirementId, accept } = paper.requirement;
  const given = chosen.filter(({ owners }) => owners.length > 0);
  const people = new Set(given.flatMap(({ owners }) => owners)).size;

  function choose(files: readonly File[], of: SharedPaper) {
    const owners = proposedOwners(
      files.map(({ name }) => name),
      of,
    );
    setChosen(files.map((file, index) => ({ file, owners: owners[index] ?? [] })));
  }
  function close() {
    setOpen(false);
    setChosen([]);
  }
  function send() {
    for (const { file, owners } of given) {
      const [first, ...others] = owners;
      const place = { applicationId: draft.id, requirementId, talentId: first ?? null };
      uploads.send([file], place, accept, { again: true, alsoFor: others });
    }
    close();
  }
  const setOwners = (index: number, owners: readonly string[]) =>
    setChosen(chosen.map((one, at) => (at === index ? { ...one, owners } : one)));
  return (
    <>
      <Button size="s" icon="upload" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        批量上传
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title="批量上传"
        foot={
          <>
            <DialogClose>返回</DialogClose>
            <Button variant="primary" disabled={given.length === 0} onClick={send}>
              {given.length === 0 ? '上传' : `上传，附给 ${people} 人`}
            </Button>
          </>
        }
      >
        <Stack gap={4}>
          <Field id="share-paper" label="材料">
            <Select
              value={requirementId}
              onChange={(event) => {
                const next = papers.find(({ requirement }) => requirement.id === event.target.value);
                setWanted(event.target.value);
                if (next)
                  choose(
                    chosen.map(({ file }) => file),
                    next,
                  );
              }}
              options={papers.map(({ requirement, missing }) => ({
                value: requirement.id,
                label: `${requirement.label}${missing.length > 0 ? `（${missing.length} 人未上传）` : ''}`,
              }))}
            />
          </Field>
          <ChooseFiles accept={accept} isAgain={chosen.length > 0} choose={(files) => choose(files, paper)} />
          {chosen.length === 1 && chosen[0] && (
            <ForSeveral chosen={chosen[0]} paper={paper} set={(owners) => setOwners(0, owners)} />
          )}
          {chosen.length > 1 && <EachToOne chosen={chosen} paper={paper} set={setOwners} />}
        </Stack>
      </Dialog>
    </>
  );
}

type ChooseFilesProps = { accept: readonly string[]; isAgain: boolean; choose(files: readonly File[]): void };

function ChooseFiles({ accept, isAgain, choose }: ChooseFilesProps) {
  return (
    <div>
      <FileButton
        id="share-files"
        label={isAgain ? '重新选择' : '选择文件'}
        multiple
        showName={false}
        accept={acceptList(accept)}
        aria-label="批量上传，选择文件"
        aria-describedby="share-hint"
        onChange={(event) => {
          choose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <p id="share-hint" className={styles.hint}>
        几个人共用的材料选一个文件；每人一份的，文件名写姓名或证件号码后四位，会自动对应。
      </p>
    </div>
  );
}

type ForSeveralProps = { chosen: Chosen; paper: SharedPaper; set(owners: readonly string[]): void };

/** One file: for whom it is, those who have none ticked already. */
function ForSeveral({ chosen: { file, owners }, paper: { open, missing }, set }: ForSeveralProps) {
  const without = missing.map(({ id }) => id);
  return (
    <fieldset className={styles.share}>
      <legend>
        <span className={styles.fileName}>{file.name}</span> 附给
      </legend>
      <Button size="s" variant="plain" onClick={() => set(owners.length > 0 ? [] : without)}>
        {owners.length > 0 ? '全部不选' : '选中未上传的人'}
      </Button>
      {open.map((talent) => (
        <Checkbox
          key={talent.id}
          id={`share-${talent.id}`}
          label={nameOf(talent)}
          note={without.includes(talent.id) ? tailOf(talent) : `${tailOf(talent)}　已有文件`}
          checked={owners.includes(talent.id)}
          onChange={(event) =>
            set(event.target.checked ? [...owners, talent.id] : owners.filter((id) => id !== talent.id))
          }
        />
      ))}
    </fieldset>
  );
}

type EachToOneProps = {
  chosen: readonly Chosen[];
  paper: SharedPaper;
  set(index: number, owners: readonly string[]): void;
};

/** Several files: whose each is. What its name does not tell is left to choose, and is not sent before. */
function EachToOne({ chosen, paper: { open }, set }: EachToOneProps) {
  const left = chosen.filter(({ owners }) => owners.length === 0).length;
  return (
    <div className={styles.share}>
      <p role="status">
        {left === 0
          ? `${chosen.length} 个文件都已对应到人，请核对。`
          : `有 ${left} 个文件没有对应到人，请选择；不选的不上传。`}
      </p>
      {chosen.map(({ file, owners }, index) => (
        <Field key={`${file.name}-${index}`} id={`share-file-${index}`} label={file.name}>
          <Select
            value={owners[0] ?? ''}
            onChange={(event) => set(index, event.target.value ? [event.target.value] : [])}
            options={[
              { value: '', label: '不上传' },
              ...open.map((talent) => ({ value: talent.id, label: `${nameOf(talent)}　${tailOf(talent)}` })),
            ]}
          />
        </Field>
      ))}
    </div>
  );
}

const nameOf = ({ name }: TalentView) => name || '未填姓名';
const tailOf = ({ sealed }: TalentView) => sealed.idNumber?.masked.slice(-4) ?? '';
