import type { Language } from "../language.ts";

/** What every paper has; days as they are to be read. */
export interface PaperHead {
  readonly language: Language;
  /** In the head of every page: 演示数据, 未发布. */
  readonly mark: string | null;
  readonly signer: string;
  readonly date: string;
}
