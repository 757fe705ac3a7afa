const bars = [
  { y: 14, actual: 296, target: 268, start: 92 },
  { y: 62, actual: 182, target: 300, start: 60 },
  { y: 110, actual: 238, target: 320, start: 130 },
] as const;

/** Bars before their targets: what the product is about, without a figure in it. */
export function EntryPicture() {
  return (
    <svg className="entry-picture" viewBox="0 0 360 142" aria-hidden="true">
      {bars.map(({ y, actual, target, start }) => (
        <g key={y}>
          <rect className="entry-track" x="0" y={y} width="360" height="18" rx="2" />
          <rect className="entry-bar" x="0" y={y + 4} width={actual} height="10" rx="1" />
          <circle className="entry-dot" cx={start} cy={y + 9} r="3" />
          <rect className="entry-target" x={target} y={y - 6} width="3" height="30" />
        </g>
      ))}
    </svg>
  );
}
