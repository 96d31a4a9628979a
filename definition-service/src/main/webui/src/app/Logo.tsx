/** The mill wheel over its race; the product's name stands beside it or in the label of what holds it. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="var(--ant-color-primary)" />
      <g stroke="var(--ant-color-bg-container)" strokeWidth="2.4" strokeLinecap="round">
        <circle cx="16" cy="14" r="6" />
        <path d="M16 5v18M7 14h18M9.6 7.6l12.8 12.8M22.4 7.6 9.6 20.4M5 27c3-2.5 5.5-2.5 8 0s5.5 2.5 8 0 4-2 6-1" />
      </g>
    </svg>
  );
}
