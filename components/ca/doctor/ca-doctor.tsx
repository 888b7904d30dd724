'use client';

import { useState } from 'react';
import { CA_NAMES, type CaProvider } from '@/lib/enterprise/rules/ca-provider';
import type { CaWindow } from '@/lib/enterprise/rules/ca-window';
import { doctorRows, type Examination } from '@/lib/enterprise/rules/doctor-rows';
import { Stack } from '../../ui/layout';
import { KeyPanel, shownState } from '../key-panel';
import { PinForm } from '../pin-form';
import { caServer } from '../server-link';
import { useKey } from '../use-key';
import { STAGE_WORDS, useProof } from '../use-proof';
import { DoctorResult } from './doctor-result';
import { DoctorRows } from './doctor-rows';

export type CaDoctorProps = {
  readonly provider: CaProvider;
  readonly window: CaWindow;
  /** 技术支持, who reads the code. */
  readonly supportPhone?: string;
};

/**
 * CA 体检: walks from the driver to the register and stops nowhere it can go on. Up to the key the browser sees for
 * itself, without a PIN; from there the server judges what the key has signed. Nothing is kept of it.
 */
export function CaDoctor({ provider, window, supportPhone }: CaDoctorProps) {
  const [isSigning, setSigning] = useState(false);
  const [examination, setExamination] = useState<Examination | null>(null);
  const here = useKey(provider, isSigning || examination !== null);
  const proof = useProof<Examination>({
    provider,
    purpose: 'doctor',
    send: caServer.examine,
    onDone: setExamination,
  });
  const state = shownState(here, proof.trouble);
  const refused = proof.trouble?.kind === 'refused' ? proof.trouble.code : null;
  const silent = here.failed
    ? 'server-silent'
    : refused === null
      ? null
      : refused === 'ca-busy'
        ? refused
        : 'server-silent';
  const rows = doctorRows({ state, isSigning: proof.stage !== null, silent, examination });
  const facts = {
    provider,
    window,
    left: proof.trouble?.kind === 'key' ? proof.trouble.left : undefined,
    version: here.look.version,
    minimumVersion: here.setup?.minimumVersion[provider],
  };
  function again() {
    setExamination(null);
    proof.clear();
    here.again();
  }

  return (
    <Stack gap={6}>
      {examination ? null : (
        <KeyPanel provider={provider} here={here} trouble={proof.trouble} again={again} isDoctor>
          <PinForm
            here={here}
            trouble={proof.trouble}
            busy={proof.stage ? STAGE_WORDS[proof.stage] : null}
            act="开始体检"
            begin={async (given) => {
              setSigning(true);
              const brokeOff = await proof.begin(given);
              setSigning(false);
              if (brokeOff) here.again();
            }}
          />
        </KeyPanel>
      )}
      <DoctorResult rows={rows} facts={facts} examination={examination} again={again} supportPhone={supportPhone} />
      <DoctorRows label={`${CA_NAMES[provider]}体检`} rows={rows} facts={facts} />
    </Stack>
  );
}
