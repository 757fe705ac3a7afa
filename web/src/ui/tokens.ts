/** The one place for space, type and colour: CSS variables are generated from here, and charts read the same values. */

export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32 } as const;
export const type = { small: 12, body: 14, lead: 16, title: 20, headline: 28 } as const;

const chinese = '"PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "Noto Sans SC"';
const latin = '"Segoe UI", "Helvetica Neue", Arial';
/** Chinese fonts draw quotes and dots as wide as a character, so on English pages they come last. */
const fonts = { zh: `${chinese}, ${latin}, sans-serif`, en: `${latin}, ${chinese}, sans-serif` };

/** Light is for desks and paper, wall for a screen across the room. */
export const themes = ["light", "wall"] as const;
export type Theme = (typeof themes)[number];

const light = {
  ground: "#f4f6f8",
  surface: "#ffffff",
  hover: "#eef2f7",
  ink: "#18212d",
  inkSoft: "#435062",
  inkFaint: "#5f6b7c",
  line: "#dce1e8",
  lineStrong: "#aab4c1",
  accent: "#1f4e8c",
  accentSoft: "#e6eef8",
  onAccent: "#ffffff",
  green: "#24734a",
  greenSoft: "#e2f1e8",
  amber: "#955700",
  amberSoft: "#fbefd9",
  red: "#b3261e",
  redSoft: "#fbe8e6",
  violet: "#6547a3",
  violetSoft: "#efeaf8",
  grey: "#66707d",
  greySoft: "#e9ecf0",
  series2: "#0f766e",
  series3: "#8a4b12",
  series4: "#7a3b77",
} as const;

export type Colour = keyof typeof light;

const wall: Record<Colour, string> = {
  ground: "#0e141b",
  surface: "#151d27",
  hover: "#1e2935",
  ink: "#eef2f7",
  inkSoft: "#bcc6d3",
  inkFaint: "#97a3b3",
  line: "#2a3644",
  lineStrong: "#55657a",
  accent: "#86b4f0",
  accentSoft: "#1c2f49",
  onAccent: "#0e141b",
  green: "#63cb90",
  greenSoft: "#163526",
  amber: "#ebb250",
  amberSoft: "#3b2c10",
  red: "#ff8c80",
  redSoft: "#44201d",
  violet: "#bda4f4",
  violetSoft: "#2d2447",
  grey: "#9ca7b5",
  greySoft: "#253040",
  series2: "#5fc9bf",
  series3: "#e0a674",
  series4: "#d99bd5",
};

export const palettes: Record<Theme, Record<Colour, string>> = { light, wall };

const kebab = (name: string): string => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

function variables(entries: Readonly<Record<string, string>>): string {
  return Object.entries(entries)
    .map(([name, value]) => `--${name}:${value};`)
    .join("");
}

const colours = (palette: Record<Colour, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(palette).map(([name, value]) => [kebab(name), value]));

const pixels = (prefix: string, scale: Readonly<Record<string, number>>, unit: (value: number) => string) =>
  Object.fromEntries(Object.entries(scale).map(([name, value]) => [`${prefix}-${name}`, unit(value)]));

/** antd's own variables, so that its date picker and drawer look like the rest in both themes. */
function antdVariables(palette: Record<Colour, string>): Record<string, string> {
  return {
    "ant-color-primary": palette.accent,
    "ant-color-primary-hover": palette.accent,
    "ant-color-primary-active": palette.accent,
    "ant-color-primary-border": palette.accent,
    "ant-color-text": palette.ink,
    "ant-color-text-heading": palette.ink,
    "ant-color-text-secondary": palette.inkSoft,
    "ant-color-text-description": palette.inkSoft,
    "ant-color-text-placeholder": palette.inkFaint,
    "ant-color-text-disabled": palette.inkFaint,
    "ant-color-text-quaternary": palette.inkFaint,
    "ant-color-text-light-solid": palette.onAccent,
    "ant-color-icon": palette.inkSoft,
    "ant-color-icon-hover": palette.ink,
    "ant-color-bg-container": palette.surface,
    "ant-color-bg-elevated": palette.surface,
    "ant-date-picker-hover-bg": palette.surface,
    "ant-date-picker-active-bg": palette.surface,
    "ant-color-bg-layout": palette.ground,
    "ant-color-border": palette.lineStrong,
    "ant-color-border-secondary": palette.line,
    "ant-color-split": palette.line,
    "ant-control-item-bg-hover": palette.hover,
    "ant-control-item-bg-active": palette.accentSoft,
    "ant-font-family": "var(--font)",
    "ant-border-radius": "4px",
    "ant-border-radius-lg": "4px",
    "ant-box-shadow-secondary": `0 0 0 1px ${palette.lineStrong}`,
    "ant-control-outline": palette.accentSoft,
  };
}

/** The style sheet of all tokens: sizes once, colours per theme, paper always light. */
export function tokenCss(): string {
  const sizes = {
    font: fonts.zh,
    ...pixels("space", Object.fromEntries(Object.entries(space)), (value) => `${value}px`),
    ...pixels("type", type, (value) => `${value / 16}rem`),
  };
  const ofTheme = (theme: Theme): string => variables(colours(palettes[theme]));
  const ofAntd = (theme: Theme): string => variables(antdVariables(palettes[theme]));
  return [
    `:root{${variables(sizes)}${ofTheme("light")}color-scheme:light;}`,
    `:root:lang(en){--font:${fonts.en};}`,
    `:root[data-theme="wall"]{${ofTheme("wall")}color-scheme:dark;}`,
    `.yuanbiao-antd.yuanbiao-antd{${ofAntd("light")}}`,
    `:root[data-theme="wall"] .yuanbiao-antd{${ofAntd("wall")}}`,
    `@media print{:root:root{${ofTheme("light")}color-scheme:light;}}`,
  ].join("\n");
}
