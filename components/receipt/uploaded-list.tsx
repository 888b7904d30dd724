import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import type { PhotographRow, ReceiptVersionView } from '@/lib/receipt/queries';
import { LinkButton } from '../ui/button';
import { Row } from '../ui/layout';
import { Status, type Tone } from '../ui/status';
import type { IconName } from '../ui/icon';
import styles from './upload.module.css';

/** 已上传的收据: every photograph that was handed in, newest first, to look at and to keep. */
export function UploadedList({ receipts }: { receipts: readonly ReceiptVersionView[] }) {
  const rows = receipts.flatMap((receipt) => receipt.photographs.map((photograph) => ({ receipt, photograph })));
  if (rows.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>已上传的收据</h3>
      <ul className={styles.uploaded}>
        {rows.map((row) => (
          <UploadedRow key={row.photograph.id} {...row} />
        ))}
      </ul>
    </section>
  );
}

function UploadedRow({ receipt, photograph }: { receipt: ReceiptVersionView; photograph: PhotographRow }) {
  const { word, tone, icon } = standing(receipt, photograph);
  const name = `第 ${receipt.version} 版收据照片`;
  const view = paths.photograph(photograph.id, photograph.hasFlat ? 'flat' : 'view');
  return (
    <li>
      {/* Private, and never the same twice: the framework's image service has no part in it. */}
      {/* eslint-disable-next-line @next/next/no-img-element */}
      <img src={view} alt="" loading="lazy" width="48" height="68" />
      <div>
        <p>
          {name}　
          <Status tone={tone} icon={icon} look="text">
            {word}
          </Status>
        </p>
        <p className={styles.muted}>{dates(photograph)}</p>
        {photograph.decision === 'RETURNED' && <p className={styles.muted}>退回原因：{photograph.decisionReason}</p>}
      </div>
      <Row fillOnPhone>
        <LinkButton variant="plain" size="s" icon="eye" href={view} target="_blank" aria-label={`查看${name}`}>
          查看
        </LinkButton>
        <LinkButton
          variant="plain"
          size="s"
          icon="download"
          href={paths.photograph(photograph.id, 'kept')}
          download
          aria-label={`下载${name}`}
        >
          下载
        </LinkButton>
      </Row>
    </li>
  );
}

function standing(
  receipt: ReceiptVersionView,
  photograph: PhotographRow,
): { word: string; tone: Tone; icon?: IconName } {
  if (!photograph.submittedAt) return { word: '未提交，收据已作废', tone: 'neutral', icon: 'stop' };
  if (receipt.status === 'VOIDED') return { word: '已作废', tone: 'neutral', icon: 'stop' };
  if (photograph.takenBackAt) return { word: '已取回', tone: 'neutral', icon: 'undo' };
  if (photograph.decision === 'RETURNED') return { word: '已退回', tone: 'amber' };
  if (photograph.decision === 'ACCEPTED') return { word: '已通过', tone: 'green' };
  return { word: '待审核', tone: 'blue' };
}

function dates({ takenAt, submittedAt, takenBackAt }: PhotographRow): string {
  const first = submittedAt ? `${formatDayTime(submittedAt)} 提交` : `${formatDayTime(takenAt)} 拍摄`;
  return takenBackAt ? `${first}，${formatDayTime(takenBackAt)} 取回` : first;
}
