/** Countries' mobile numbers: calling code and what follows it without the trunk zero; as DutyPhone.java has them. */
const PLANS: Record<string, [code: string, mobile: string]> = {
  CN: ["86", "1[3-9]\\d{9}"],
  HK: ["852", "[4-79]\\d{7}"],
  MO: ["853", "6\\d{7}"],
  TW: ["886", "9\\d{8}"],
  SG: ["65", "[89]\\d{7}"],
  JP: ["81", "[789]0\\d{8}"],
  KR: ["82", "1\\d{8,9}"],
  FR: ["33", "[67]\\d{8}"],
  MC: ["377", "(?:6\\d{8}|[34]\\d{7})"],
  DE: ["49", "1[5-7]\\d{8,9}"],
  GB: ["44", "7[1-57-9]\\d{8}"],
  FI: ["358", "(?:4|50)\\d{5,9}"],
  CH: ["41", "7[5-9]\\d{7}"],
  ES: ["34", "[67]\\d{8}"],
  NL: ["31", "6\\d{8}"],
  AU: ["61", "4\\d{8}"],
};

/** Whether a number is a mobile one, which may be somebody's own. */
export function isMobile(phone: string, country: string | null | undefined): boolean {
  const main = phone.split(/\s*(?:ext|x|#|转)/i)[0];
  const digits = main.replace(/\D/g, "");
  if (main.startsWith("+") || digits.startsWith("00")) {
    const number = digits.startsWith("00") ? digits.slice(2) : digits;
    return Object.values(PLANS).some(([code, mobile]) => new RegExp(`^${code}0?${mobile}$`).test(number));
  }
  const plan = country ? PLANS[country] : undefined;
  return plan !== undefined && new RegExp(`^(?:${plan[0]})?0?${plan[1]}$`).test(digits);
}
