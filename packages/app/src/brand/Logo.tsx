/** The Treaty mark: two parties under one rule. Takes its size from the caller and its colour from the text. */
export function LogoIcon({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f766e" />
      <path d="M7 9.5h18M16 9.5v6" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M9.5 24.5c0-4.6 2.6-7.4 6.5-9 3.9 1.6 6.5 4.4 6.5 9"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** Mark and name side by side, for the open navigation. */
export function LogoFull() {
  return (
    <span className="treaty-logo">
      <LogoIcon />
      <span className="treaty-logo-name">Treaty</span>
    </span>
  );
}
