package dev.millrace.model.exchange;

/** What came of reading a foreign document. */
public sealed interface ImportOutcome permits Imported, Refused {}
