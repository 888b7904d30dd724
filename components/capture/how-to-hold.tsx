/** A phone held level above the paper, its frame on the dashed frame, the seal at the lower right. */
export function HowToHold() {
  return (
    <svg
      viewBox="0 0 96 112"
      width="84"
      height="98"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <rect x="30" y="4" width="36" height="24" rx="4" />
      <circle cx="48" cy="16" r="5" />
      <path d="M32 30 14 62M64 30l18 32" strokeDasharray="3 3" />
      <path d="M14 64h68l8 42H6z" />
      <path d="M19 69h58l6 32H13z" strokeDasharray="3 3" />
      <path d="M26 77h30M24 84h34M23 91h22" />
      <ellipse cx="66" cy="91" rx="8" ry="5" stroke="var(--seal)" />
    </svg>
  );
}
