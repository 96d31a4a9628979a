package dev.millrace.datasources.postgres;

import dev.millrace.datasources.ConnectionSettings;
import dev.millrace.datasources.DataSourceException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.util.Map;

/** Turns what the driver and the database say into codes and sentences. */
final class Failures {
    static final String UNAVAILABLE = "data_source_unavailable";
    static final String UNDEFINED_TABLE = "undefined_table";
    static final String UNDEFINED_COLUMN = "undefined_column";
    static final String DEADLOCK = "deadlock_detected";
    static final String SERIALIZATION = "serialization_failure";
    static final String DENIED = "permission_denied";

    /** SQLSTATE (PostgreSQL documentation, appendix A) to code. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("23505", "unique_violation"),
            Map.entry("23503", "foreign_key_violation"),
            Map.entry("23502", "not_null_violation"),
            Map.entry("23514", "check_violation"),
            Map.entry("23P01", "exclusion_violation"),
            Map.entry("22001", "value_too_long"),
            Map.entry("42501", DENIED),
            Map.entry("42P01", UNDEFINED_TABLE),
            Map.entry("42703", UNDEFINED_COLUMN),
            Map.entry("42601", "syntax_error"),
            Map.entry("40P01", DEADLOCK),
            Map.entry("40001", SERIALIZATION),
            Map.entry("57014", "query_canceled"),
            Map.entry("55000", "not_writable"),
            Map.entry("25006", "not_writable"),
            Map.entry("2201B", "invalid_value"),
            Map.entry("428C9", "generated_column"));

    /** Classes of SQLSTATE that mean that the database cannot be reached or used at all. */
    private static final Map<String, String> CLASSES = Map.of(
            "08",
            UNAVAILABLE,
            "28",
            UNAVAILABLE,
            "3D",
            UNAVAILABLE,
            "53",
            UNAVAILABLE,
            "57",
            UNAVAILABLE,
            "22",
            "invalid_value");

    private final ConnectionSettings settings;

    Failures(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** Anything else that is thrown at run time is a bug and stays what it is. */
    Throwable translate(Throwable failure) {
        if (failure instanceof PgException refused) {
            return refused(refused);
        }
        boolean isBug = failure instanceof RuntimeException && !(failure instanceof VertxException);
        return isBug || failure instanceof Error ? failure : unavailable(failure.getMessage(), failure);
    }

    private DataSourceException refused(PgException refused) {
        String state = refused.getSqlState() == null ? "" : refused.getSqlState();
        String family = state.length() < 2 ? "" : state.substring(0, 2);
        String code = CODES.getOrDefault(state, CLASSES.getOrDefault(family, "sql_error"));
        return code.equals(UNAVAILABLE)
                ? unavailable(refused.getErrorMessage(), refused)
                : new DataSourceException(code, sentence(refused), refused);
    }

    private String sentence(PgException refused) {
        String detail = refused.getDetail() == null ? "" : " (" + refused.getDetail() + ")";
        return "Expected data source \"%s\" to run the statement, but it answered: %s%s"
                .formatted(settings.name(), refused.getErrorMessage(), detail);
    }

    private DataSourceException unavailable(String reason, Throwable cause) {
        return new DataSourceException(
                UNAVAILABLE,
                "Expected to reach data source \"%s\" at %s:%d/%s, but it is unavailable: %s"
                        .formatted(settings.name(), settings.host(), settings.port(), settings.database(), reason),
                cause);
    }
}
