/** Instants, as they are read and as they are written. No zod here. */

/** A Firestore Timestamp, of the Admin SDK and of the web SDK alike. */
export interface Instant {
  toMillis(): number;
}

/** A document as it is written: a new instant is a date, which Firestore makes a timestamp of; one that was read stays. */
export type Written<Document> = {
  [Key in keyof Document]: WrittenValue<Document[Key]>;
};
type WrittenValue<Value> = Value extends Instant
  ? Date | Instant
  : Value extends readonly unknown[] | string | number | boolean | null | undefined
    ? Value
    : Written<Value>;
