/** Colours of charts on paper: the page's light theme, told apart in grey as well. */
export const palette = {
  ink: "#18212d",
  inkSoft: "#435062",
  line: "#dce1e8",
  lineStrong: "#aab4c1",
  accent: "#1f4e8c",
  lost: "#955700",
  gained: "#0f766e",
} as const;

export const textStyle = { fontFamily: "Noto Sans SC", fontSize: 14, color: palette.ink } as const;
export const axisText = { ...textStyle, fontSize: 13, color: palette.inkSoft } as const;

/** Paper takes pictures of one width; the height follows from how much there is to show. */
export const pictureWidth = 760;
