export type Role = "administrator" | "editor" | "inspector" | "contractor" | "viewer";

export const ROLES: Role[] = ["editor", "inspector", "contractor", "viewer", "administrator"];

export interface Account {
  id: number;
  login: string;
  display_name: string;
  organisation?: string | null;
  role: Role;
  needs_review: boolean;
  /** Ids of areas; none for everywhere. */
  areas: string[];
  second_factor: boolean;
  /** Somebody of the operator's identity provider signs in by it. */
  tied_to_provider: boolean;
  invited_until?: string | null;
  disabled_at?: string | null;
}

export interface AccountList {
  staff: Account[];
  /** Every editor's changes wait for a review, whatever their account says. */
  editors_reviewed: boolean;
}

/** What making or changing an account gives to hand over, shown once. */
export interface Made {
  account: Account;
  password?: string | null;
  link?: string | null;
}

export interface StaffSession {
  id: string;
  begun: string;
  seen: string;
  current: boolean;
}

/** A field that was changed, its values as text; both missing where they are too long to tell. */
export interface FieldChange {
  field: string;
  before?: string | null;
  after?: string | null;
}

export interface Activity {
  entries: {
    at: string;
    key: string;
    login?: string | null;
    by?: string | null;
    action: string;
    detail?: string | null;
    /** The point that it was done to. */
    point?: { id: string; kind: string; name?: string | null; names: Record<string, string> } | null;
    changes: FieldChange[];
  }[];
  more: boolean;
  actions: string[];
}
