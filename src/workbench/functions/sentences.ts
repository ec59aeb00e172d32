/** What a cell says when a call was not made. Where it is shown, the language is the workbench's own. */
export type Language = "en" | "zh";

export interface Sentences {
  readonly cycle: string;
  readonly restless: string;
  readonly tooFew: (name: string, missing: string) => string;
  readonly tooMany: (name: string, most: number) => string;
  readonly errorInside: (parameter: string, error: string, where: string) => string;
  readonly tooLarge: (bytes: number, limit: number) => string;
  readonly failed: (message: string) => string;
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

export const SENTENCES: Readonly<Record<Language, Sentences>> = {
  en: {
    cycle: "This formula refers to itself, directly or through other cells, so it has no result. Take its own cell out of its arguments.",
    restless: "This formula changes one of its own arguments each time it is calculated, so it has no result. Take its own cell out of its arguments.",
    tooFew: (name, missing) => `${name} needs the argument "${missing}".`,
    tooMany: (name, most) => `${name} takes at most ${most} arguments.`,
    errorInside: (parameter, error, where) => `The argument "${parameter}" holds the error ${error}${where === "" ? "" : ` in ${where}`}. Correct that cell first.`,
    tooLarge: (bytes, limit) =>
      `The arguments are ${megabytes(bytes)} MB, more than the ${megabytes(limit)} MB one call may carry, as in Excel on the web. ` +
      "Give fewer rows or columns, split the range into blocks, or switch the payload limit off.",
    failed: (message) => `The formula could not be calculated: ${message}`,
  },
  zh: {
    cycle: "此公式直接或通过其他单元格引用了自身，因此没有结果。请把它自己的单元格移出参数。",
    restless: "此公式每次计算都会改变自己的参数，因此没有结果。请把它自己的单元格移出参数。",
    tooFew: (name, missing) => `${name} 缺少参数“${missing}”。`,
    tooMany: (name, most) => `${name} 最多接受 ${most} 个参数。`,
    errorInside: (parameter, error, where) => `参数“${parameter}”${where === "" ? "" : `的 ${where} `}含有错误 ${error}。请先改正该单元格。`,
    tooLarge: (bytes, limit) =>
      `参数大小为 ${megabytes(bytes)} MB，超过一次调用的上限 ${megabytes(limit)} MB（与网页版 Excel 相同）。请减少行或列，把区域分成几块，或关闭数据量限制。`,
    failed: (message) => `公式无法计算：${message}`,
  },
};
