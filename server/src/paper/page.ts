import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { centred, faces, sizes, twips } from "./face.ts";

/** 4号 numerals between dashes, on odd pages to the right and on even ones to the left, one letter in (7.5). */
export function pageNumber(side: "odd" | "even"): Footer {
  const letter = 14 * 20;
  const odd = { alignment: AlignmentType.RIGHT, indent: { right: letter } } as const;
  const even = { alignment: AlignmentType.LEFT, indent: { left: letter } } as const;
  return new Footer({
    children: [
      new Paragraph({
        ...(side === "odd" ? odd : even),
        children: [new TextRun({ ...faces.page, size: sizes.page, children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}

/** What every page says at its head: 演示数据, 未发布. */
export function markedHeader(mark: string): Header {
  const run = new TextRun({ ...faces.head, size: sizes.small, color: "9C1C1C", text: mark });
  return new Header({ children: [new Paragraph({ ...centred, children: [run] })] });
}

/** A4 with the margins of the standard; across, the page is turned with them. */
export function pageOf(isLandscape: boolean): NonNullable<NonNullable<ISectionOptions["properties"]>["page"]> {
  const [top, bottom, left, right] = isLandscape ? [28, 26, 35, 37] : [37, 35, 28, 26];
  return {
    size: {
      ...{ width: twips(210), height: twips(297) },
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      ...{ top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) },
      ...{ header: twips(15), footer: twips(bottom - 12) },
    },
  };
}
