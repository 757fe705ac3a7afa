/** A document that a confirmation, a plan or a judgement rests on. */
export const document = {
  choose: "请选择文件",
  new: "登记新文件…",
  name: "文件名称",
  number: "文号（没有则不填）",
  publisher: "发文单位（没有则不填）",
  publishedOn: "发文日期（不知道则不填）",
} as const;
