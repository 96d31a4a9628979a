package dev.millrace.datasources;

/** An expected failure of a data source: its code names the kind, its message is one sentence for the user. */
public final class DataSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    public DataSourceException(String code, String message) {
        super(message);
        this.code = code;
    }

    public DataSourceException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
