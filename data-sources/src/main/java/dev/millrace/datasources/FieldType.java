package dev.millrace.datasources;

/** What a column holds, as filters and forms distinguish it. */
public enum FieldType {
    TEXT,
    INTEGER,
    /** 64-bit integers: shown as JSON numbers while they fit 2^53, as texts beyond. */
    BIG_INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    TIME,
    /** With zone: an instant. */
    DATE_TIME,
    /** Wall time without zone. */
    LOCAL_DATE_TIME,
    UUID,
    JSON,
    BINARY,
    ARRAY,
    OTHER
}
