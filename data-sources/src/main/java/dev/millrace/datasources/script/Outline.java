package dev.millrace.datasources.script;

import java.util.Set;

/** The words of a statement that stand in no bracket: what it does, and whether it has rows. */
final class Outline {
    private static final Set<String> QUERIES = Set.of("", "select", "values", "table");
    private static final Set<String> CHANGES = Set.of("insert", "update", "delete", "merge");

    private String command;
    private String main;
    private int mainStart;
    private boolean isReturning;
    private boolean isInto;

    /** @param word in lower case; empty for a bracket */
    void take(String word, int start) {
        if (command == null) {
            command = word;
        }
        if (main == null && isMain(word)) {
            main = word;
            mainStart = start;
        }
        isReturning |= word.equals("returning");
        isInto |= word.equals("into");
    }

    boolean hasBegun() {
        return command != null;
    }

    String command() {
        return command;
    }

    int mainStart() {
        return mainStart;
    }

    /** {@code select ... into} makes a table. */
    boolean hasRows() {
        return main != null && (QUERIES.contains(main) ? !isInto : isReturning);
    }

    /** In a {@code with} brackets and names come first. */
    private boolean isMain(String word) {
        boolean isFirst = QUERIES.contains(word) || CHANGES.contains(word);
        return command.equals("with") ? isFirst && !word.isEmpty() : isFirst && command.equals(word);
    }
}
