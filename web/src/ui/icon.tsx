const outlines = {
  overview: "M2 2h5v5h-5zM9 2h5v5h-5zM2 9h5v5h-5zM9 9h5v5h-5z",
  areas: "M2 14v-8l4-3v11M6 14v-6h8v6M9 11h2M1 14h14",
  indicators: "M2 14v-12M2 14h12M5 11l3-4l2 2l4-5",
  targets: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6",
  tasks: "M6 4h8M6 8h8M6 12h8M2 4l.8.8l1.4-1.6M2 8l.8.8l1.4-1.6M2 12l.8.8l1.4-1.6",
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
