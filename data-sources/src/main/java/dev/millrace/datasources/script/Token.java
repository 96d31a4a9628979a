package dev.millrace.datasources.script;

/** @param end behind its last character */
record Token(Kind kind, int start, int end) {
    enum Kind {
        /** White space and comments. */
        BLANK,
        /** A key word or a plain name. */
        WORD,
        /** A text or name in quotes of whatever kind. */
        QUOTED,
        /** {@code :name} */
        VARIABLE,
        /** {@code $1} */
        POSITION,
        SEMICOLON,
        OPEN,
        CLOSE,
        OTHER
    }
}
