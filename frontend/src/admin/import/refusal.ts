import { type MessageKey, t, type Values } from "../../i18n";

/** Why a job went no further: words with their values in turn, or a sentence where there are none. */
export interface JobProblem {
  key?: string;
  values?: unknown[];
  sentence?: string;
}

const FAILED = ["import.failed", "import.failed.attempts"];

/** Why a job went no further, in the page's language where there are words. */
export function problemText({ key = "", values = [], sentence }: JobProblem, otherwise: string): string {
  const filled: Values = {};
  for (let at = 0; at + 1 < values.length; at += 2)
    filled[String(values[at])] = values[at + 1] as string | number;
  const last = key.split(".").pop();
  let known = "";
  if (key.startsWith("ground.choice.")) known = `ground.choice.${last}`;
  else if (key.startsWith("import.refused.")) known = `import.refused.${last}`;
  else if (FAILED.includes(key)) known = key;
  const text = t(known as MessageKey, filled);
  return text === known ? (sentence ?? otherwise) : text;
}
