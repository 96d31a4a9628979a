package dev.millrace.datasources.script;

import java.util.Locale;

/** Whether a statement is inside {@code create function ... begin atomic ...; ...; end}. */
final class RoutineBody {
    private String before = "";
    private boolean isCreation;
    private boolean isRoutine;
    private boolean isFirst = true;
    private int depth;

    void word(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        isCreation |= isFirst && word.equals("create");
        isFirst = false;
        isRoutine |= isCreation && (word.equals("function") || word.equals("procedure"));
        if (isRoutine) {
            depth += change(word);
        }
        before = word;
    }

    boolean isOpen() {
        return depth > 0;
    }

    private int change(String word) {
        boolean opens = word.equals("atomic") && before.equals("begin");
        boolean nests = depth > 0 && word.equals("case");
        boolean closes = depth > 0 && word.equals("end");
        return opens || nests ? 1 : closes ? -1 : 0;
    }
}
