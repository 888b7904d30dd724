import { formatDay, formatShortDay } from '@/lib/kernel/shanghai-day';
import { wholeYuan } from '@/lib/programme/rules/amounts';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { WindowState } from '@/lib/programme/rules/window';
import { Status } from '../ui/status';
import styles from './guide-facts.module.css';

type Facts = { config: ProgrammeConfig; window: WindowState | null };

/** The four things one asks first: when, how much, how long, what it costs. */
export function GuideFacts({ config, window }: Facts) {
  const { first, final } = config.reviewWorkingDays;
  const fee = config.guide.facts.find(({ term }) => term === '收费');
  const way = config.guide.facts.find(({ term }) => term === '办理方式');
  return (
    <dl className={styles.facts}>
      <div>
        <dt>受理时间</dt>
        <dd>{window ? windowDays(window) : '尚未公布'}</dd>
        {window && (
          <dd className={styles.note}>
            <WindowWord {...window} />
          </dd>
        )}
      </div>
      <div>
        <dt>{config.amount.kind === 'per-month' ? '每人每月补贴' : '每人补贴'}</dt>
        <dd>{amountRange(config)}</dd>
        <dd className={styles.note}>每家企业每年不超过 {wholeYuan(config.yearlyCapFen)} 元</dd>
      </div>
      <div>
        <dt>审核承诺</dt>
        <dd>{first + final} 个工作日</dd>
        <dd className={styles.note}>
          初审 {first} 个、复审 {final} 个工作日
        </dd>
      </div>
      {fee && (
        <div>
          <dt>{fee.term}</dt>
          <dd>{fee.text}</dd>
          {way && <dd className={styles.note}>{way.text}</dd>}
        </div>
      )}
    </dl>
  );
}

function WindowWord({ state, daysLeft }: WindowState) {
  if (state === 'closed') {
    return (
      <Status tone="neutral" icon="stop" look="text">
        本期已截止
      </Status>
    );
  }
  const isOpen = state === 'open';
  return (
    <>
      <Status tone={isOpen ? 'green' : 'blue'} look="text">
        {isOpen ? '正在受理' : '尚未开始'}
      </Status>
      ，{isOpen ? (daysLeft === 0 ? '今天截止' : `还剩 ${daysLeft} 天`) : `${daysLeft} 天后开始`}
    </>
  );
}

/** 2026年9月1日 至 12月31日; the year again where it changes. */
export function windowDays({ opensOn, closesOn }: Pick<WindowState, 'opensOn' | 'closesOn'>): string {
  const isSameYear = opensOn.slice(0, 4) === closesOn.slice(0, 4);
  return `${formatDay(opensOn)} 至 ${isSameYear ? formatShortDay(closesOn) : formatDay(closesOn)}`;
}

function amountRange({ amount, categories }: ProgrammeConfig): string {
  const standards = categories.map(({ standardFen }) => standardFen);
  const [least, most] = [Math.min(...standards), Math.max(...standards)];
  const range = least === most ? `${wholeYuan(most)} 元` : `${wholeYuan(least)}–${wholeYuan(most)} 元`;
  return amount.kind === 'per-month' ? `${range}，最多 ${amount.maxMonths} 个月` : range;
}
