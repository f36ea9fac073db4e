/** One line of a licence: what the form calls it, and what was filled in. */
export interface Particular {
  readonly label: string;
  readonly value: string;
}
/** What the acts on a case hand over for their documents; each kind needs its own part. */
export interface PaperFacts {
  readonly itemName: string;
  readonly applicantName: string;
  readonly applicantKind: 'person' | 'company';
  readonly subject: string;
  /** The body that decides, as the guide names it. */
  readonly authority: string;
  readonly orgName: string;
  /** `YYYY-MM-DD`, in Asia/Shanghai. */
  readonly date: string;
  readonly submittedOn?: string;
  readonly legalBasis?: readonly string[];
  readonly reason?: string;
  // acceptance
  readonly statutoryDays?: number;
  readonly promisedDays?: number;
  readonly joint?: boolean;
  readonly bySilence?: boolean;
  readonly excluded?: readonly string[];
  // correction
  readonly materials?: readonly string[];
  // refusal
  readonly refusalKind?: 'not_needed' | 'out_of_jurisdiction' | 'incomplete';
  readonly competentBody?: string;
  // excluded time, extension
  readonly excludedKind?: string;
  readonly workingDays?: number;
  readonly extensionDays?: number;
  readonly approver?: string;
  // decision
  readonly decisionText?: string;
  // licence
  readonly licenceName?: string;
  readonly licenceMark?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly particulars?: readonly Particular[];
}
