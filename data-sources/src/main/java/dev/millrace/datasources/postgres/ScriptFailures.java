package dev.millrace.datasources.postgres;

import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.script.Place;
import io.vertx.pgclient.PgException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a statement failed of in the words of the script: where, and by its variables' names. */
final class ScriptFailures {
    private static final Pattern NUMBER = Pattern.compile("\\$(\\d{1,5})");
    private static final String INDETERMINATE = "42P18";

    private final String script;
    private final Failures failures;

    ScriptFailures(String script, Failures failures) {
        this.script = script;
        this.failures = failures;
    }

    /** @param number of the statement, from 1 on, or 0 where it is the only one */
    Throwable translate(Throwable failure, SentStatement sent, int number) {
        Throwable translated = failures.translate(failure);
        if (!(failure instanceof PgException refused) || !(translated instanceof DataSourceException expected)) {
            return translated;
        }
        return new DataSourceException(
                expected.code(),
                named(expected.getMessage(), sent) + place(refused, sent, number) + advice(refused),
                failure);
    }

    private String place(PgException refused, SentStatement sent, int number) {
        String statement = number == 0 ? "" : "; it is statement " + number;
        return refused.getPosition() == null
                ? statement
                : statement + Place.of(script, sent.written(Integer.parseInt(refused.getPosition())));
    }

    private static String advice(PgException refused) {
        return INDETERMINATE.equals(refused.getSqlState())
                ? "; write the variable's type behind it, such as :name::text"
                : "";
    }

    private static String named(String message, SentStatement sent) {
        return NUMBER.matcher(message).replaceAll(match -> {
            int index = Integer.parseInt(match.group(1)) - 1;
            boolean isKnown = index >= 0 && index < sent.names().size();
            return Matcher.quoteReplacement(isKnown ? ":" + sent.names().get(index) : match.group());
        });
    }
}
