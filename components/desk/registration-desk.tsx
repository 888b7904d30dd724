import type { DeskRegistration } from '@/lib/desk/registration-queries';
import { REGISTRATION_PAPERS } from '@/lib/enterprise/rules/registration-form';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { StaffHead } from '../frame/staff-frame';
import { LinkButton } from '../ui/button';
import { Card } from '../ui/card';
import { DefinitionList } from '../ui/definition-list';
import { Row, Stack } from '../ui/layout';
import { Status } from '../ui/status';
import { CheckList } from './check-list';
import styles from './desk.module.css';
import { FreezeAct } from './freeze-act';
import { HistoryCard } from './history-card';
import { PapersPane } from './papers-pane';

type Props = { view: DeskRegistration; lookOver: Act; freeze: Act };

/** One registration: what was typed and where it came from, beside the papers; looked over, or frozen. */
export function RegistrationDesk({ view, lookOver, freeze }: Props) {
  const labels = new Map<string, string>(REGISTRATION_PAPERS.map(({ kind, label }) => [kind, label]));
  return (
    <Stack gap={4}>
      <StaffHead
        title={view.enterpriseName}
        note={
          <>
            <span className={styles.code}>{view.uscc}</span>　{formatDayTime(view.doneAt)} 注册完成{' '}
            {view.frozen && <Status tone="red">已冻结</Status>}
          </>
        }
        actions={<Acts view={view} lookOver={lookOver} freeze={freeze} />}
      />
      <div className={styles.split}>
        <Stack gap={4}>
          <CheckList checks={view.checks} />
          {view.sections.map(({ title, fields }) => (
            <Card key={title} title={title}>
              <DefinitionList
                look="lines"
                items={fields.map(({ label, value, source }) => ({ label, value, note: source }))}
              />
            </Card>
          ))}
          <HistoryCard lines={view.history} />
        </Stack>
        <PapersPane papers={view.papers.map((paper) => ({ ...paper, label: labels.get(paper.kind) ?? paper.kind }))} />
      </div>
    </Stack>
  );
}

function Acts({ view, lookOver, freeze }: Props) {
  return (
    <Row gap={2}>
      {view.enterpriseId && (
        <LinkButton size="s" variant="plain" href={paths.staffEnterprise(view.enterpriseId)}>
          企业页面
        </LinkButton>
      )}
      {view.enterpriseId && !view.frozen && (
        <FreezeAct enterpriseId={view.enterpriseId} name={view.enterpriseName} frozen={false} act={freeze} />
      )}
      {view.lookedOverAt ? (
        <Status tone="green">
          {view.lookedOverBy} {formatDayTime(view.lookedOverAt)} 已查看
        </Status>
      ) : (
        <ActConfirm
          act={lookOver}
          label="标为已查看"
          look={{ variant: 'primary', size: 's' }}
          title="材料与填写一致？"
          thing={view.enterpriseName}
          consequence="记下由您查看过，移出待查看列表。"
          undoUntil="发现问题时，仍可冻结企业。"
          confirmLabel="标为已查看"
          fields={{ id: view.id }}
        />
      )}
    </Row>
  );
}
