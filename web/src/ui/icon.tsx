const outlines = {
  overview: "M2 2h5v5h-5zM9 2h5v5h-5zM2 9h5v5h-5zM9 9h5v5h-5z",
  areas: "M2 14v-8l4-3v11M6 14v-6h8v6M9 11h2M1 14h14",
  indicators: "M2 14v-12M2 14h12M5 11l3-4l2 2l4-5",
  targets: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12M8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6",
  tasks: "M6 4h8M6 8h8M6 12h8M2 4l.8.8l1.4-1.6M2 8l.8.8l1.4-1.6M2 12l.8.8l1.4-1.6",
  reports: "M3 1.5h7l3 3v10h-10zM10 1.5v3h3M5.5 8h5M5.5 11h5",
  review: "M3 1.5h7l3 3v10h-10zM10 1.5v3h3M5.4 9.4l1.8 1.8l3.4-4",
  verification:
    "M8 1.5l5.5 2v4c0 3.4-2.2 5.8-5.5 7c-3.300-1.200-5.500-3.600-5.500-7v-4zM5.400 7.800l1.900 1.900l3.400-3.700",
  rounds: "M2 3.500h12v11h-12zM2 6.500h12M5 1.500v3.500M11 1.500v3.500M5 9.500h2M9 9.500h2",
  accounts:
    "M6 2a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5M1 14c.3-3 2-4.500 5-4.500s4.700 1.500 5 4.500M10.500 2.300a2.500 2.500 0 0 1 0 4.400M12.500 9.800c1.500.6 2.300 2 2.500 4.200",
  audit:
    "M3 1.500h7l3 3v4M3 1.500v13h4.500M5.500 6h5M5.500 9h2.500M11 9.500a2.300 2.300 0 1 1 0 4.600a2.300 2.300 0 1 1 0-4.600M12.800 13.600l2 1.900",
  operation: "M1.500 9h3l2-6l3 11l2-7l1 2h2",
  letters: "M1.500 3.500h13v9h-13zM1.500 4l6.500 5l6.500-5",
  checks: "M12.500 4v-2h-9l4.500 6l-4.500 6h9v-2",
  evaluations: "M2 14.500h12M3 14v-4h3v4M6.500 14v-8h3v8M10 14v-6h3v6M8 1.500v2.500M6.700 2.800h2.600",
  panels:
    "M8 1.500l1.700 3.900l4.300.4l-3.200 2.800l.9 4.200l-3.700-2.200l-3.700 2.200l.9-4.200l-3.200-2.800l4.300-.4z",
  schemes: "M3 1.500h10v13h-10zM5.500 5h5M5.500 8h3M11 8v3.500M5.500 11h3",
  more: "M3 8h.1M8 8h.1M13 8h.1",
} as const;

export type IconName = keyof typeof outlines;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  );
}
